/// The sign that fences are made of.
struct FenceMark: LineLesson {
  static let kind = "fence-mark"

  /// A backtick or a tilde.
  var mark: String

  var identity: String { mark }
  var topic: String { "" }
  private var other: Character { mark == "`" ? "~" : "`" }
  var summary: String { String(repeating: other, count: 3) + " -> " + String(repeating: mark, count: 3) }
  var words: String { "Fence code with `\(String(repeating: mark, count: 3))`." }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    let content = text.lines[line].text
    guard text.lines[line].kind == .fence, let start = content.firstIndex(where: { $0 == other }) else { return nil }
    let signs = content[start...].prefix { $0 == other }
    // The code inside must not have what would end it, and a backtick fence no backtick in its information.
    guard !text.lines.contains(where: { $0.kind == .code && $0.text.contains(String(repeating: mark, count: 3)) }),
      !content[signs.endIndex...].contains("`")
    else { return nil }
    return content[..<start] + String(repeating: mark, count: signs.count) + content[signs.endIndex...]
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [FenceMark] {
    guard pair.source.lines[before].kind == .fence, pair.target.lines[after].kind == .fence,
      let old = pair.source.lines[before].text.first(where: { !$0.isWhitespace }),
      let new = pair.target.lines[after].text.first(where: { !$0.isWhitespace }), old != new
    else { return [] }
    return [FenceMark(mark: String(new))]
  }
}
