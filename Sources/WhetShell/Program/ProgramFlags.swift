import WhetCore
import WhetScript
import WhetTerminal

/// The program's own flags, for help, the manual and the completions of shells; the executable parses them.
enum ProgramFlags {
  static let all: [Parameter] = [
    .option("output", .choice(OutputFormat.allCases.map(\.rawValue)), defaultText: "table", "how results are written"),
    .option("store", .file, defaultText: "$WHET_STORE, else ~/.local/share/whet/whet.db", "the store's file"),
    .option("project", .folder, defaultText: "the one around the current folder", "the project's folder"),
    .option("set", .named("name=value"), isRepeated: true, "a setting (see 'help settings'), or a script's variable"),
    .flag("check", "analyse only; nothing runs"),
    .flag("dry-run", "run what only reads, and say of everything else what it would do"),
    .flag("trace", "tell each step on standard error"), .flag("trace-json", "as --trace, in JSON lines"),
    .flag("safe", "no other process, no file outside of the project, no network"),
    .flag("yes", "answer questions with yes"), .flag("no-rc", "do not run the start file"),
    .option("color", .choice(["auto", "always", "never"]), defaultText: "auto", "when to colour"),
    .flag("version", "print the version"),
  ]

  /// The ways to call the program, and what each does.
  static let calls: [(usage: String, meaning: String)] = [
    ("whet", "the prompt on a terminal, else commands from standard input"),
    ("whet COMMAND [ARG ...]", "one command"),
    ("whet -c 'COMMAND' ...", "commands, one after the other"),
    (
      "whet FILE.whet ... [-- ARG ...]",
      "scripts; a script's path has a '/' or ends in '.whet'; ARGs are its '$args'"
    ),
  ]

  /// What the program ends with, and when.
  static let exitStatuses: [(code: ExitCode, meaning: String)] = [
    (.success, "everything went well; a gate's refusal inside 'train' is a result and no failure"),
    (.failure, "a command failed, or only part of a batch succeeded"),
    (.script, "a script does not parse, or an analysis found faults in it; nothing ran"),
    (.refused, "an 'expect' failed, a deployment was refused, or a demo did not hold"),
    (.unavailable, "a service could not be reached"),
    (.usage, "the command line is wrong: a flag or command that is not there, a missing value"),
    (.interrupted, "interrupted with Ctrl-C, or ended by a signal"),
    (.closedPipe, "the reader of standard output went away"),
  ]
}
