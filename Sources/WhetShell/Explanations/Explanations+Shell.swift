import WhetCore

extension Explanations {
  /// Faults of the program around the commands: questions, output, interruptions, demos.
  static let shell: [Entry] = [
    Entry(
      .confirmationNeeded,
      """
      The command asks before it goes on, and there is no terminal to ask on, as in a script of a build server. Nothing
      was done. Say '--yes' to answer the question in advance.
      """,
      wrong: """
        whet deploy engineer --force < /dev/null
        """,
      right: """
        whet deploy engineer --force --yes < /dev/null
        """),
    Entry(
      .confirmationDenied,
      """
      The question of a command was answered with something else than yes, so the command did nothing. The exit status is
      1, so that a script does not go on as if it had been done.
      """,
      wrong: """
        deploy engineer --force      # answered with 'n'
        """,
      right: """
        deploy engineer --force      # answered with 'y'
        """),
    Entry(
      .interrupted,
      """
      Ctrl-C or a signal ended the command. What was complete is kept: each step of a session is in the store before the
      next one starts. 'session resume' goes on where training was interrupted, without doing a step twice. The exit
      status is 130. At the prompt the shell stays; a second Ctrl-C before the command has stopped ends the program at
      once, and every program it has started.
      """,
      wrong: """
        train engineer               # Ctrl-C after the third session
        """,
      right: """
        session resume
        """),
    Entry(
      .unexpected,
      """
      An error that no part of whet foresees, such as one of the system's libraries; the message is theirs. Run the
      command once more. If it fails again, it is a defect of whet: report what was typed and the whole message.
      """,
      wrong: """
        the same command fails with this code each time
        """,
      right: """
        the defect is reported with the command, the message and what 'whet --version' prints
        """),
    Entry(
      .startFileUnsafe,
      """
      The prompt runs 'whet/rc.whet' in the configuration folder before its first line. Here somebody else could have
      written to that file, and its commands would run as you: it belongs to another user, or its group or everybody may
      write to it. It was not run. Look at what it says, then make it yours alone. '--no-rc' starts without it.
      """,
      wrong: """
        chmod 666 ~/.config/whet/rc.whet
        """,
      right: """
        chmod 600 ~/.config/whet/rc.whet
        """),
    Entry(
      .editorMissing,
      """
      'edit' and Ctrl-X Ctrl-E open the editor that VISUAL or EDITOR names, or one of the usual ones if neither is set.
      None of them was found, so there is nothing to edit with. Name the program you use; it may have arguments, as in
      'code --wait'.
      """,
      wrong: """
        env -u EDITOR -u VISUAL PATH=/opt/whet/bin whet
        """,
      right: """
        EDITOR=nano whet
        """),
    Entry(
      .outputClosed,
      """
      The program that reads the output has ended, as 'head' does after its last line. whet stops without a word, because
      nobody wants the rest, and ends with the exit status 141. What the command had done by then is done. Write the
      output to a file where all of it is wanted.
      """,
      wrong: """
        whet correction export | head -1
        """,
      right: """
        whet correction export > corrections.jsonl
        """),
    Entry(
      .formatDiffers,
      """
      'format --check' met a script that is not in the form the formatter gives it; the place is the first line that
      differs. The form is one for all, so that changes show what was meant and not how somebody indents. 'format FILE
      --write' puts the file into it. What the script does stays the same. The exit status is 1.
      """,
      wrong: """
        if $args == []   {echo "no arguments"}
        """,
      right: """
        if $args == [] {
          echo "no arguments"
        }
        """),
    Entry(
      .demoFailed,
      """
      A demo did not show what it is there to show: the gate refused, too few failing cases were fixed, a case that was
      right got worse, or rolling back did not bring the definition back. The message names each. Demos prove the program
      on the machine at hand, so this points to a changed demo, a missing verifier or a defect. The exit status is 3.
      """,
      wrong: """
        demo run engineer            # its verifiers cannot be run: bubblewrap is not installed
        """,
      right: """
        demo run engineer --keep     # leaves the store, in which 'run show last' tells what happened
        """),
  ]
}
