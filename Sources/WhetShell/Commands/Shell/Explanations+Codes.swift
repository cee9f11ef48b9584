extension Explanations {
  /// Error codes, each before its family.
  static let codes: [(String, String)] = [
    (
      "agent.conflict",
      """
      Somebody changed the file since it was read or deployed. Nothing was written; look at the file, then try \
      again.
      """
    ),
    (
      "agent.name-invalid",
      """
      An agent's name becomes a file's name, so it is 1 to 64 letters, digits and '. _ -' without two dots \
      together.
      """
    ),
    (
      "agent.path-unsafe",
      """
      A tier's folder or file is a link or something else than an ordinary file. whet does not follow it, so \
      that nothing outside the tier can be written.
      """
    ),
    (
      "agent.*",
      """
      Something is wrong with an agent's definition file or folder; the message names the place.
      """
    ),
    (
      "command.*",
      """
      A command of the script or command line does not fit its declaration; 'help COMMAND' shows it. Nothing \
      was run.
      """
    ),
    (
      "script.*",
      """
      The text is not in the language of whet; the message shows the place. Nothing was run.
      """
    ),
    (
      "correction.conflict",
      """
      A correction with that id is there and says something else. Use 'correction edit', or another id.
      """
    ),
    (
      "correction.*",
      """
      A correction has fields that are missing or wrong; 'help correction import' names them.
      """
    ),
    (
      "import.partial",
      """
      Some lines of the file were bad and left out; all others are in. Correct the lines and import the file \
      again.
      """
    ),
    (
      "deployment.refused",
      """
      The gate is against it: the held-out evidence does not show an improvement. 'gate explain' tells why and \
      how many more cases are needed.
      """
    ),
    (
      "deployment.*",
      """
      There is nothing to deploy or to take back; 'run list' and 'deployment list' show what there is.
      """
    ),
    (
      "section.*",
      """
      The markers of the managed section are damaged or doubled. Repair the place the message names; whet \
      writes nothing until then.
      """
    ),
    (
      "store.busy",
      """
      Another process keeps the store locked. Wait for it, or end it.
      """
    ),
    (
      "store.newer",
      """
      The store was written by a newer whet. Use that one.
      """
    ),
    (
      "store.*",
      """
      The store's file cannot be opened, read or written as it should; 'store check' looks at its content.
      """
    ),
    (
      "run.busy",
      """
      Another process is working on the run.
      """
    ),
    (
      "run.*",
      """
      The run is in another state than the command needs; 'run list' shows it.
      """
    ),
    (
      "session.*",
      """
      The session is in another state than the command needs; 'session list' shows it.
      """
    ),
    (
      "sandbox.unavailable",
      """
      Verifiers cannot be contained here, so they are not run. Install bubblewrap and util-linux.
      """
    ),
    (
      "verifier.*",
      """
      The verifier cannot be run; what it would have measured is n/a.
      """
    ),
    (
      "capture.*",
      """
      The program whose answer was to be kept could not be run, or gave no usable answer.
      """
    ),
    (
      "settings.*",
      """
      A setting has a name or value that is not known; 'config list' shows them.
      """
    ),
    (
      "confirmation.needed",
      """
      The command asks first, and there is nobody to ask. Say --yes.
      """
    ),
    (
      "text.*",
      """
      The text is too large, not UTF-8, or has characters no text has.
      """
    ),
    (
      "file.*",
      """
      The file cannot be read or written; the message says why.
      """
    ),
    (
      "demo.*",
      """
      The demo did not show what it is there to show, or its files are missing.
      """
    ),
    (
      "not-found",
      """
      Nothing has that name or id. Ids can be cut to a beginning that only one has; 'last' is the newest.
      """
    ),
    (
      "ambiguous",
      """
      More than one thing begins so; type more of the id.
      """
    ),
  ]
}
