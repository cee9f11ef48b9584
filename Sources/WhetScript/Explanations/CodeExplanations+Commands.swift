extension CodeExplanations {
  /// A command against what is declared of it; the same faults are found on a command line and in a running script.
  static let commands: [CodeExplanation] = [
    CodeExplanation(
      .unknownCommand,
      """
      The words that begin the line are no command. Commands are written as a noun and a verb, such as 'correction list'.
      The message shows the nearest command, or what may follow the noun; 'help' lists all of them. A program of the
      system is not started by its name.
      """,
      wrong: """
        agnet list
        """,
      right: """
        agent list
        """),
    CodeExplanation(
      .unknownFlag,
      """
      The command has no flag of that name. Flags are written out with two dashes and are never shortened. The message
      lists those the command has, and 'help' with the command's words explains them. Text that begins with '-' stands
      between quotes or after '--'.
      """,
      wrong: """
        train engineer --corection last
        """,
      right: """
        train engineer --correction last
        """),
    CodeExplanation(
      .flagNeedsValue,
      """
      A flag that takes a value stands at the end of the command or before another flag. Write the value after a blank or
      after '='. A value that itself begins with '--' needs the form with '=': '--task=--help'.
      """,
      wrong: """
        train engineer --correction
        """,
      right: """
        train engineer --correction last
        """),
    CodeExplanation(
      .flagTakesNoValue,
      """
      A flag that only switches something on is given a value. Leave the value out; only '=true' and '=false' are allowed,
      so that a script can set the flag from a condition.
      """,
      wrong: """
        correction list --removed=yes
        """,
      right: """
        correction list --removed
        """),
    CodeExplanation(
      .repeatedFlag,
      """
      A flag or argument that takes one value is given twice. Neither wins, because a forgotten earlier one would change
      what the command does. Remove one of the two.
      """,
      wrong: """
        train engineer --correction last --correction c12
        """,
      right: """
        train engineer --correction c12
        """),
    CodeExplanation(
      .missingArgument,
      """
      The command needs an argument or flag that is not there; the message names it in capitals or with its dashes, and
      the usage line shows where it stands. Arguments in '[...]' of the usage line may be left out, the others not.
      """,
      wrong: """
        correction import
        """,
      right: """
        correction import corrections.jsonl
        """),
    CodeExplanation(
      .unexpectedArgument,
      """
      The command is given more values than it takes. Often a text of several words lacks its quotes, or several things
      are named where the command takes one. The usage line shows what it takes.
      """,
      wrong: """
        train engineer tester
        """,
      right: """
        train engineer
        train tester
        """),
    CodeExplanation(
      .wrongType,
      """
      A value is not of the kind the argument takes: a word where a number stands, a number without a unit where a
      duration stands, a list where a text stands. Durations are written as 500ms, 10s, 5m, 2h or 1d. Text between quotes
      stays text, so numbers and durations stand without quotes.
      """,
      wrong: """
        capture run --agent engineer --task 'reverse a list' --timeout 5 -- cat answer.py
        """,
      right: """
        capture run --agent engineer --task 'reverse a list' --timeout 5m -- cat answer.py
        """),
    CodeExplanation(
      .unknownChoice,
      """
      The argument takes one of a few words, and the given one is not among them. The message lists them. They are written
      out and in small letters.
      """,
      wrong: """
        deploy engineer --tier global
        """,
      right: """
        deploy engineer --tier user
        """),
    CodeExplanation(
      .outOfRange,
      """
      A number is smaller or larger than the argument takes, or does not fit 64 bits. The message gives the limits, which
      belong to both ends of the range.
      """,
      wrong: """
        history --last 0
        """,
      right: """
        history --last 10
        """),
    CodeExplanation(
      .unknownFormat,
      """
      The word after '|' is no output format. '|' does not pass a result to another command; it only chooses how the
      result is written, and the message lists the ways. To use a result, keep it: 'let rows = correction list'.
      """,
      wrong: """
        correction list | sort
        """,
      right: """
        correction list | json
        """),
  ]
}
