import WhetCore
import WhetIntegration

extension Explanations {
  /// Faults of running other programs as agents, and of the corrections such programs report.
  static let captures: [Entry] = [
    Entry(
      .captureInvalid,
      """
      A capture cannot begin, or is used for what it is not: the task or the program is missing, an argument holds a NUL
      character, a limit is 0 or longer than a week, or a session is named that trained a correction instead of a captured
      answer. Nothing was run or changed.
      """,
      wrong: """
        capture run --agent engineer --task '' -- cat answer.py
        """,
      right: """
        capture run --agent engineer --task 'reverse a list' -- cat answer.py
        """),
    Entry(
      .captureProgramMissing,
      """
      There is no program of that name. It is looked for in the folders of PATH unless its name has a '/'; aliases and
      functions of the system's shell are no programs. Correct the name, or give the program's path.
      """,
      wrong: """
        capture run --agent engineer --task 'reverse a list' -- ask-modle 'reverse a list'
        """,
      right: """
        capture run --agent engineer --task 'reverse a list' -- ./ask-model 'reverse a list'
        """),
    Entry(
      .captureCannotStart,
      """
      The program is there and cannot be started: it is not executable, it is a folder, it was built for another kind of
      machine, or the interpreter in its first line is missing. Mend the file, or start its interpreter by name.
      """,
      wrong: """
        capture run --agent engineer --task 'reverse a list' -- ./answer.py      # is not executable
        """,
      right: """
        capture run --agent engineer --task 'reverse a list' -- python3 answer.py
        """),
    Entry(
      .captureTimedOut,
      """
      The program had not ended when its time was over, ten minutes unless told. It was ended with all it had started, and
      nothing was kept, because half an answer is none. Allow it more time, or make sure that it does not wait for input:
      what it reads is given with '--input'.
      """,
      wrong: """
        capture run --agent engineer --task 'reverse a list' --timeout 1s -- ./ask-model
        """,
      right: """
        capture run --agent engineer --task 'reverse a list' --timeout 5m -- ./ask-model
        """),
    Entry(
      .captureTooLong,
      """
      The program printed more than a correction's text may have, 4 MiB. It was ended and nothing was kept. Make it print
      its answer only, and send logs and progress to standard error.
      """,
      wrong: """
        capture run --agent engineer --task 'reverse a list' -- ./ask-model --log-everything
        """,
      right: """
        capture run --agent engineer --task 'reverse a list' -- ./ask-model --quiet
        """),
    Entry(
      .captureEmpty,
      """
      The program ended and printed nothing but blanks. Its answer must go to standard output; what it said on standard
      error is part of the message and often tells why. Run the program alone to see what it prints.
      """,
      wrong: """
        capture run --agent engineer --task 'reverse a list' -- ./ask-model --output answer.py
        """,
      right: """
        capture run --agent engineer --task 'reverse a list' -- ./ask-model --output /dev/stdout
        """),
    Entry(
      .captureNotText,
      """
      The program's output holds a NUL byte: it is data such as a picture or an archive and no text that somebody could
      correct. Nothing was kept. Make the program print text.
      """,
      wrong: """
        capture run --agent engineer --task 'draw a tree' -- cat tree.png
        """,
      right: """
        capture run --agent engineer --task 'draw a tree' -- cat tree.svg
        """),
    Entry(
      .correctionRemoved,
      """
      A program reports a correction that was removed from the store earlier. Removed corrections are not trained again,
      so that a mistake does not come back with the next report. Report it under an id of its own if it is right after
      all.
      """,
      wrong: """
        e01 is removed with 'correction remove'; then a program reports the answer with the id e01 again
        """,
      right: """
        the program reports the answer with the id e01b
        """),
  ]
}
