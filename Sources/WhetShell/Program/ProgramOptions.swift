public import WhetCore
public import WhetTerminal

/// The program's own flags, which stand before or after a command.
public struct ProgramOptions: Sendable {
  public var output: OutputFormat
  /// `--store`: the path of the store.
  public var store: String?
  /// `--project`: a folder.
  public var project: String?
  /// `--set NAME=VALUE`, later ones over earlier ones.
  public var overrides: [String: String]
  /// `--yes`: questions are answered yes.
  public var answersYes: Bool
  /// `--no-rc`: the start file is not run.
  public var skipsStartFile: Bool
  public var colour: ColourPolicy

  public init(
    output: OutputFormat = .table, store: String? = nil, project: String? = nil, overrides: [String: String] = [:],
    answersYes: Bool = false, skipsStartFile: Bool = false, colour: ColourPolicy = .auto
  ) {
    self.output = output
    self.store = store
    self.project = project
    self.overrides = overrides
    self.answersYes = answersYes
    self.skipsStartFile = skipsStartFile
    self.colour = colour
  }

  /// Reads the texts of the `--set` flags.
  ///
  /// - Throws: `WhetError` with code `usage`.
  public static func overrides(_ texts: [String]) throws(WhetError) -> [String: String] {
    var overrides: [String: String] = [:]
    for text in texts {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
        throw WhetError(
          .usage, "'--set \(text.prefix(60))' is not NAME=VALUE", advice: "for example: --set learner=off",
          exitCode: .usage)
      }
      overrides[String(text[..<sign])] = String(text[text.index(after: sign)...])
    }
    return overrides
  }
}
