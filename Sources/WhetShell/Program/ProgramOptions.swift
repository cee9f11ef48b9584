public import WhetCore
import WhetScript
public import WhetTerminal
import WhetTraining

/// The program's own flags, which stand before or after a command.
public struct ProgramOptions: Sendable {
  public var output: OutputFormat
  /// `--store`: the path of the store.
  public var store: String?
  /// `--project`: a folder.
  public var project: String?
  /// `--set NAME=VALUE` of settings, later ones over earlier ones.
  public var overrides: [String: String]
  /// `--set NAME=VALUE` of names that are no setting: variables of a script.
  public var variables: [String: Variable] = [:]
  /// `--check`: texts are analysed and nothing runs.
  public var isCheckOnly = false
  /// `--dry-run`: what would change something is told and not done.
  public var isDryRun = false
  /// `--safe`: no other process, no file outside of the project, no network.
  public var isSafe = false
  /// `--trace` and `--trace-json`.
  var trace: Tracer.Format?
  /// `--yes`: questions are answered yes.
  public var answersYes: Bool
  /// `--no-rc`: the start file is not run.
  public var skipsStartFile: Bool

  public init(
    output: OutputFormat = .table, store: String? = nil, project: String? = nil, overrides: [String: String] = [:],
    answersYes: Bool = false, skipsStartFile: Bool = false
  ) {
    self.output = output
    self.store = store
    self.project = project
    self.overrides = overrides
    self.answersYes = answersYes
    self.skipsStartFile = skipsStartFile
  }

  /// A value for a script's variable, read as a word of a command is: numbers, durations, true, false and null are what
  /// they look like, and everything else is text.
  public struct Variable: Sendable, Equatable {
    public var text: String

    var value: ScriptValue { ScriptValue(commandLineWord: text) }
  }

  /// Takes the texts of the `--set` flags.
  ///
  /// - Throws: `WhetError` with code `usage`.
  public mutating func set(_ texts: [String]) throws(WhetError) {
    for text in texts {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
        throw WhetError(
          .usage, "'--set \(text.prefix(60))' is not NAME=VALUE", advice: "for example: --set learner=off",
          exitCode: .usage)
      }
      let (name, value) = (String(text[..<sign]), String(text[text.index(after: sign)...]))
      if Settings.Key(rawValue: name) != nil {
        overrides[name] = value
      } else {
        variables[name] = Variable(text: value)
      }
    }
  }

  /// When to colour: `--color`, else the setting `color`, which also wins over `NO_COLOR` and its like.
  ///
  /// Settings that cannot be read give `auto`; the first command that needs them says what is wrong.
  public func colour(in environment: ShellEnvironment) -> ColourPolicy {
    if let flag = overrides["color"].flatMap(ColourPolicy.init(rawValue:)) { return flag }
    return (try? Services.load(environment, self)).flatMap { ColourPolicy(rawValue: $0[.colour]) } ?? .auto
  }

  /// Says how a trace is written; `nil` for none.
  public mutating func trace(isJSON: Bool?) { trace = isJSON.map { $0 ? .jsonLines : .text } }

  /// The fault of `--set` with a name that is no setting, where there is no script to have such a variable.
  var unknownSetting: WhetError? {
    variables.keys.sorted().first.map { unknownSetting(named: $0, isScript: false) }
  }

  /// The fault of flags that mean nothing at the prompt.
  var unfitForPrompt: WhetError? {
    if isCheckOnly { return WhetError(.usage, "'--check' needs a script", exitCode: .usage) }
    if output == .tap { return WhetError(.usage, "'--output tap' needs a script", exitCode: .usage) }
    return unknownSetting
  }

  func unknownSetting(named name: String, isScript: Bool) -> WhetError {
    WhetError(
      .settingsInvalid,
      "there is no setting '\(name.prefix(60))'" + (isScript ? ", and no script has it as a variable" : ""),
      advice: "the settings are \(Settings.Key.allCases.map(\.rawValue).joined(separator: ", "))"
        + (isScript ? "; a variable is made with 'let' outside of blocks" : ""), exitCode: .usage)
  }
}
