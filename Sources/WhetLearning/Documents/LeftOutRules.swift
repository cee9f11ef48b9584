import WhetCore

/// Thematic breaks (`---`) that people take out.
struct LeftOutRules: TriedLesson {
  static let kind = "left-out-rules"
  static let phase = DocumentPhase.removal

  var summary: String { "--- -> leave out" }
  var words: String { "Do not put horizontal rules (`---`) between the parts of a document." }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    let markdown = text.markdown
    let rules = Self.rules(in: markdown)
    guard !rules.isEmpty else { return nil }
    var lines = markdown.lines
    for rule in rules.reversed() {
      var end = rule + 1
      while end < lines.count, lines[end].kind == .blank { end += 1 }
      if end == lines.count {
        // At the end of the text the empty lines before it go instead.
        var start = rule
        while start > 0, lines[start - 1].kind == .blank { start -= 1 }
        let hasEnd = !(lines.last?.end.isEmpty ?? true)
        lines.removeSubrange(start..<end)
        if !hasEnd, !lines.isEmpty { lines[lines.count - 1].end = "" }
      } else {
        lines.removeSubrange(rule..<end)
      }
    }
    return lines.isEmpty ? nil : MarkdownText.text(of: lines)
  }

  /// The rules between empty lines; those around front matter and those under a heading are none.
  private static func rules(in text: MarkdownText) -> [Int] {
    let first = text.lines.firstIndex { $0.kind != .blank }
    if let first, text.lines[first].kind == .rule { return [] }
    return text.lines.indices.filter { line in
      text.lines[line].kind == .rule && line > 0 && text.lines[line - 1].kind == .blank
        && (line + 1 == text.lines.count || text.lines[line + 1].kind == .blank)
    }
  }

  static func ideas(in pair: DocumentPair) -> [LeftOutRules] {
    LeftOutRules().trial(on: pair).right > 0 ? [LeftOutRules()] : []
  }

  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    let gone = pair.isAccepted ? [] : Self.rules(in: pair.source).filter { pair.targetLine[$0] == nil }
    return (gone.count, Self.rules(in: pair.target).count)
  }
}
