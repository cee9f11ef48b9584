import WhetAnalytics
import WhetCore
import WhetStore
import WhetTraining

extension Explanations {
  /// Faults of what people type and of the files they give.
  static let inputs: [Entry] = [
    Entry(
      .usage,
      """
      The program or a command was called in a way it does not understand: an unknown flag of the program, flags that
      exclude each other, or a value that is none of the allowed ones. Nothing was run. 'whet help' shows the program's
      flags, and 'help' with the words of a command shows how that one is used. The exit status is 64.
      """,
      wrong: """
        whet --outptu json correction list
        """,
      right: """
        whet --output json correction list
        """),
    Entry(
      .notFound,
      """
      Nothing has that name or id. Ids may be cut to a beginning that only one of them has, and 'last' is the newest; the
      list command of the same noun shows what there is. Also look whether the right store and project are in use:
      'store info' and 'config list' tell.
      """,
      wrong: """
        correction show 99999999
        """,
      right: """
        correction show last
        """),
    Entry(
      .ambiguous,
      """
      Several ids begin with the text that was typed, and whet does not choose among them. The message lists some of them.
      Type as much of the id as only one of them has.
      """,
      wrong: """
        correction show e     # there are e01 and e02
        """,
      right: """
        correction show e01
        """),
    Entry(
      .identifierInvalid,
      """
      A text cannot be the id of a correction or of anything else. An id has 1 to 100 letters, digits and the characters
      '.', '_', ':' and '-', and begins with a letter or digit, so that it can be typed without quotes and printed
      anywhere.
      """,
      wrong: """
        {"id": "reverse a list", "agent": "engineer", "task": "...", "original": "...", "corrected": "..."}
        """,
      right: """
        {"id": "reverse-a-list", "agent": "engineer", "task": "...", "original": "...", "corrected": "..."}
        """),
    Entry(
      .correctionInvalid,
      """
      A correction lacks a field, or one of its fields has a value it cannot have; the message names the field. Each
      correction needs an agent, a task and the original answer, and something to learn from: a corrected text, feedback
      or a verifier. A text has at most 4 MiB and no NUL character. 'help correction import' describes all fields.
      """,
      wrong: """
        {"agent": "engineer", "task": "reverse a list", "original": "def rev(x): return x"}
        """,
      right: """
        {"agent": "engineer", "task": "reverse a list", "original": "def rev(x): return x",
         "corrected": "def rev(x): return x[::-1]"}      (in the file, all on one line)
        """),
    Entry(
      .correctionConflict,
      """
      A correction with that id is in the store and says something else. What people have said is never overwritten by an
      import, so the old one stayed as it is; importing the same text again is no conflict. Change the old one with
      'correction edit', which keeps its history, or give the new one another id. An edit cannot change an id.
      """,
      wrong: """
        correction add --id e01 --task 'reverse a list' --original @old.py --corrected @new.py     # e01 is taken
        """,
      right: """
        correction edit e01 --corrected @new.py
        """),
    Entry(
      .measureInvalid,
      """
      A line of a file for 'measure' cannot be used: it is no JSON object, it lacks 'original' or 'corrected', or a
      member has a value it cannot have. The message names the line and the member. All other lines are measured.
      """,
      wrong: """
        {"original": "say hello!"}
        """,
      right: """
        {"original": "say hello!", "corrected": "say hello."}
        """),
    Entry(
      .measurePartial,
      """
      Some lines of a measured file could not be used, and each of them is listed with its number and fault; the numbers
      are those of the others. The exit status is 1, so that a script notices.
      """,
      wrong: """
        measure stream stream.jsonl      # one line lacks its closing '}'
        """,
      right: """
        measure stream stream.jsonl      # all lines are whole
        """),
    Entry(
      .measureTooLong,
      """
      A response became so long when it was improved that comparing it with the corrected text would take too long: beyond
      about 150,000 tokens. Leave out the line that the message names.
      """,
      wrong: """
        measure stream books.jsonl
        """,
      right: """
        measure stream chapters.jsonl
        """),
    Entry(
      .importPartial,
      """
      Some lines of the imported file could not be used, and each of them is listed with its number and fault; all other
      lines are in the store. The exit status is 1, so that a script notices. Correct those lines and import the same file
      again: what is there already is not added twice.
      """,
      wrong: """
        {"agent": "engineer", "task": "a", "original": "b", "corrected": "c"}
        {"agent": "engineer", "task": "a", "original": "b", "corrected": "c"        (the '}' is missing)
        """,
      right: """
        {"agent": "engineer", "task": "a", "original": "b", "corrected": "c"}
        {"agent": "engineer", "task": "a", "original": "b", "corrected": "c"}
        """),
    Entry(
      .responseInvalid,
      """
      A response that is to be trained has more than 4 MiB or holds a NUL character, so that it cannot be kept as a text.
      Cut it to the part that matters, or check that the right file was named.
      """,
      wrong: """
        train engineer --response @answer.zip --task 'reverse a list'
        """,
      right: """
        train engineer --response @answer.py --task 'reverse a list'
        """),
    Entry(
      .textInvalid,
      """
      A file that is read as text is not valid UTF-8; the message names the first such line. It was saved in an older
      encoding or is no text at all. whet does not guess, because a wrong guess would be learned from. Convert the file
      first.
      """,
      wrong: """
        correction edit e01 --corrected @latin1.md
        """,
      right: """
        iconv -f LATIN1 -t UTF-8 latin1.md > answer.md      (in the system's shell)
        correction edit e01 --corrected @answer.md
        """),
    Entry(
      .textTooLarge,
      """
      A file or standard input has more than is read at once: 4 MiB of a text, 16 MiB of a script, 1 GiB of corrections to
      import. The limits keep a wrong file name from filling the store. Cut the text to the part that matters, or split
      the file.
      """,
      wrong: """
        improve engineer @build.log        # 60 MB
        """,
      right: """
        improve engineer @answer.md
        """),
    Entry(
      .fileUnreadable,
      """
      A file cannot be read; the message gives the system's reason: it is not there, it is a folder, or its rights do not
      allow it. A relative path starts from the working directory of whet.
      """,
      wrong: """
        correction import corections.jsonl
        """,
      right: """
        correction import corrections.jsonl
        """),
    Entry(
      .fileUnwritable,
      """
      A file or standard output cannot be written; the message gives the system's reason, such as rights, a missing folder
      or a full disk. Definitions and rules are replaced as a whole or not at all, so no half of them was left behind.
      """,
      wrong: """
        correction list > /etc/corrections.txt
        """,
      right: """
        correction list > corrections.txt
        """),
    Entry(
      .settingsInvalid,
      """
      A setting has a name there is not, or a value it cannot have, or the file it stands in is no plain YAML. 'config
      list' shows all settings with their values and where each comes from. The settings of a project may not move the
      store or the folders of the user and the machine, because a project comes with other people's files.
      """,
      wrong: """
        gate.policy: loose            (in .whet/config.yaml)
        """,
      right: """
        gate.policy: balanced         (in .whet/config.yaml)
        """),
  ]
}
