public import WhetCore

/// How results are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// Tables and pages for people.
  case table
  /// One JSON value for one command, an array for several.
  case json
  /// One JSON value a line: each row of a list, or each result.
  case jsonl
  /// Comma-separated values with a head (RFC 4180).
  case csv
  /// Tab-separated values with a head, tabs and line ends inside escaped.
  case tsv
  /// A table of GitHub-flavoured Markdown.
  case markdown
  /// The Test Anything Protocol: only tests, everything else as comments.
  case tap

  var isJSON: Bool { self == .json || self == .jsonl }

  /// What may stand after `|`.
  static let ofCommands = allCases.filter { $0 != .tap }

  /// - Throws: `WhetError` with code `usage`.
  public init(named name: String) throws(WhetError) {
    guard let format = OutputFormat(rawValue: name) else {
      let names = OutputFormat.allCases.map(\.rawValue)
      throw WhetError(
        .usage, "there is no output format '\(name.prefix(40))'",
        advice: "use \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "")", exitCode: .usage)
    }
    self = format
  }
}
