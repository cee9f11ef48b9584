import WhetCore
import WhetScript
import WhetTraining

/// A help page that is about no command.
struct HelpTopic: Sendable {
  var name: String
  /// One sentence without a final full stop.
  var summary: String
  /// The page, for lines of a width.
  var text: @Sendable (HelpText) -> String

  static let all: [HelpTopic] = [
    HelpTopic(name: "program", summary: "The program's own flags and the ways to call it", text: program),
    HelpTopic(name: "keys", summary: "The keys of the prompt: editing, history, completion, signals", text: keys),
    HelpTopic(name: "language", summary: "The guide to the language of commands and scripts") { _ in
      LanguageGuide.text()
    },
    HelpTopic(name: "grammar", summary: "The grammar of the language") { _ in LanguageGuide.grammar },
    HelpTopic(name: "settings", summary: "Settings: names, files, variables, and which wins", text: settings),
    HelpTopic(name: "formats", summary: "Output formats: tables, JSON and the schemas of JSON values", text: formats),
    HelpTopic(name: "exit-codes", summary: "The exit status of the program and what each means", text: exitCodes),
  ]

  /// The topic of that name, in capitals or not, with a blank for a hyphen or not.
  static func named(_ words: [String]) -> HelpTopic? {
    let name = words.joined(separator: "-").lowercased()
    return all.first { $0.name == name }
  }

  private static let program: @Sendable (HelpText) -> String = { help in
    [
      "Ways to call it\n" + help.rows(ProgramFlags.calls.map { ($0.usage, $0.meaning) }),
      "Flags, before or after a command\n" + help.rows(ProgramFlags.all.map { ($0.term, $0.explanation) }),
      help.wrap("'help exit-codes' tells how it ends, 'help formats' what --output writes."),
    ].joined(separator: "\n\n")
  }

  private static let settings: @Sendable (HelpText) -> String = { help in
    [
      "Settings\n" + help.rows(Settings.Key.allCases.map { ($0.rawValue, "\($0.summary) (\($0.variable))") }),
      help.wrap(
        """
        Each is taken from the first of these that gives it: --set NAME=VALUE on the command line; the variable of the \
        environment named above; .whet/config.yaml of the project; $XDG_CONFIG_HOME/whet/config.yaml, which is \
        ~/.config/whet/config.yaml as a rule; the default.
        """),
      help.wrap("A file holds lines such as:") + "\n\n  gate:\n    policy: balanced",
      help.wrap("'config list' shows every value and where it comes from."),
    ].joined(separator: "\n\n")
  }

  private static let exitCodes: @Sendable (HelpText) -> String = { help in
    "Exit status\n" + help.rows(ProgramFlags.exitStatuses.map { (String($0.code.rawValue), $0.meaning) })
      + "\n\n" + help.wrap("Every error shows its code between brackets; 'explain CODE' tells what to do.")
  }
}
