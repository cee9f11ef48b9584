import WhetCore
import WhetEvaluation

extension Explanations {
  /// Faults of the programs that judge responses, and of the sandbox they run in.
  static let verifiers: [Entry] = [
    Entry(
      .sandboxUnavailable,
      """
      Verifiers cannot be contained on this machine, so they are not run: whet never runs one outside of the sandbox. A
      case is then measured by its corrected text, and is n/a without one. The sandbox needs bubblewrap 0.8.0 or later,
      util-linux, unprivileged user namespaces and some space in the temporary folder. The message says what is missing.
      """,
      wrong: """
        train engineer               # on a machine without bubblewrap
        """,
      right: """
        apt install bubblewrap util-linux     (in the system's shell)
        train engineer
        """),
    Entry(
      .verifierProgramMissing,
      """
      The program of a verifier is not in the sandbox, which holds the system's folders such as /usr and the verifier's
      own files, but not the home folder. The case is measured by its corrected text, and is n/a without one. Install the
      program under /usr, or put a script that begins with '#!' among the verifier's files.
      """,
      wrong: """
        correction edit e01 --verify ['/home/ann/check.py', '{response}']
        """,
      right: """
        correction edit e01 --verify ['python3', '{response}']
        """),
    Entry(
      .verifierInvalid,
      """
      A verifier cannot be used as it is: it names no program, a file of it lies outside of its folder or has the name of
      another one, or its input is too large. The case is measured by its corrected text, and is n/a without one. Correct
      the field 'verify' with 'correction edit'.
      """,
      wrong: """
        {"run": ["python3", "check.py", "{response}"], "files": {"check.py": "...", "check.py/data": "..."}}
        """,
      right: """
        {"run": ["python3", "check.py", "{response}"], "files": {"check.py": "...", "data/cases": "..."}}
        """),
  ]
}
