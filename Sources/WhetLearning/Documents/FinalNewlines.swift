import WhetCore

/// How many line ends a text ends with.
struct FinalNewlines: TriedLesson {
  static let kind = "final-newlines"
  static let phase = DocumentPhase.spacing

  var count: Int

  var identity: String { "\(count)" }
  var topic: String { "" }
  /// Line ends at the end of a text come and go with other edits.
  var needed: Int { 2 }
  var summary: String { "line ends at the end of the text -> \(count)" }
  var words: String {
    count == 0
      ? "Do not end a response with a line end."
      : count == 1
        ? "End a response with one line end." : "End a response with \(count) line ends."
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    let tokens = text.tokens.reversed().prefix { $0.kind == .newline }.count
    guard format != .code, tokens != count, tokens < text.count else { return nil }
    let content = text.tokens.dropLast(tokens).reduce(into: "") { $0 += $1.leading + $1.text }
    return content + String(repeating: text.lineBreak, count: count)
  }

  static func ideas(in pair: DocumentPair) -> [FinalNewlines] {
    let (before, after) = (pair.source.finalNewlines, pair.target.finalNewlines)
    return before != after && after <= 2 ? [FinalNewlines(count: after)] : []
  }

  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    let (before, after) = (pair.source.finalNewlines, pair.target.finalNewlines)
    return (before != count && after == count ? 1 : 0, after != count ? 1 : 0)
  }
}

extension MarkdownText {
  fileprivate var finalNewlines: Int {
    let blanks = lines.reversed().prefix { $0.kind == .blank && !$0.end.isEmpty }.count
    return lines.count > blanks && !lines[lines.count - 1 - blanks].end.isEmpty ? blanks + 1 : blanks
  }
}
