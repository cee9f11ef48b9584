/// What a parameter's value is: how it is checked, and what completion offers.
public enum ParameterKind: Hashable, Sendable {
  /// Any text; `@path` stands for the content of a file.
  case text
  /// Any value: text, number, `true`, `false`, `null`, list, record, `@path`.
  case value
  case agent, correction, run, session, lesson, deployment
  /// The id of either, for a command that tells about both.
  case lessonOrCorrection
  /// The path of a file; `@path` and `path` mean the same.
  case file
  case folder
  case integer
  /// An integer or a fraction.
  case number
  /// Such as `500ms`, `10s`, `5m`, `2h`, `1d`.
  case duration
  case choice([String])
  /// A flag that is on when it is given; also `--name=true` and `--name=false`.
  case flag
  /// The words of a command, as `help` takes them.
  case commandWords
  /// A whole command: its words, its flags as far as they are none of the command it is given to, and their values.
  case command
  /// A name of a kind that only the shell knows, such as `strategy`.
  case named(String)

  /// What stands for a value in a usage line, such as `AGENT`.
  public var placeholder: String {
    switch self {
    case .integer, .number: "N"
    case .choice(let choices): choices.joined(separator: "|")
    case .flag: ""
    case .commandWords: "WORD"
    case .command: "COMMAND"
    case .lessonOrCorrection: "LESSON|CORRECTION"
    case .named(let name): name.uppercased()
    default: String(describing: self).uppercased()
    }
  }

  /// The kind in the middle of a sentence, such as `an integer`.
  public var phrase: String {
    switch self {
    case .text, .commandWords: "text"
    case .command: "a command"
    case .value: "a value"
    case .agent: "the name of an agent"
    case .correction, .run, .session, .lesson, .deployment: "the id of a \(String(describing: self))"
    case .lessonOrCorrection: "the id of a lesson or a correction"
    case .file: "the path of a file"
    case .folder: "the path of a folder"
    case .integer: "an integer"
    case .number: "a number"
    case .duration: "a duration such as 10s or 5m"
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    case .flag: "true or false"
    case .named(let name): "the name of a \(name)"
    }
  }
}
