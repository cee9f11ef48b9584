public import WhetCore

/// How results are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// Tables and pages for people.
  case table
  /// One JSON value for one command, an array for several.
  case json
  /// One JSON value a line: each row of a list, or each result.
  case jsonl
  /// The Test Anything Protocol: only tests, everything else as comments.
  case tap

  var isJSON: Bool { self == .json || self == .jsonl }

  /// What may stand after `|`.
  static let ofCommands: [OutputFormat] = [.table, .json, .jsonl]

  /// Formats of the language that this version does not write yet.
  static let later = ["csv", "tsv", "markdown"]

  /// - Throws: `WhetError` with code `output.format-unavailable` or `usage`.
  public init(named name: String) throws(WhetError) {
    if let format = OutputFormat(rawValue: name) {
      self = format
    } else if Self.later.contains(name) {
      throw WhetError(
        .outputFormatUnavailable, "the output format '\(name)' is not available yet",
        advice: "use table, json, jsonl or tap", exitCode: .usage)
    } else {
      throw WhetError(
        .usage, "there is no output format '\(name.prefix(40))'", advice: "use table, json, jsonl or tap",
        exitCode: .usage)
    }
  }
}

extension WhetError.Code {
  static let outputFormatUnavailable = Self(rawValue: "output.format-unavailable")
}
