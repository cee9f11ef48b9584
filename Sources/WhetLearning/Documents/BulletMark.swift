/// The sign that bulleted lists use.
struct BulletMark: LineLesson {
  static let kind = "bullet-mark"

  var mark: String
  /// Only lists inside others (1) or only those that are not (0); `nil` for all.
  var depth: Int?

  var identity: String { mark + (depth.map { " \($0)" } ?? "") }
  var topic: String { depth.map { "\($0)" } ?? "" }
  var summary: String { "‹bullet› -> \(mark)" + (depth.map { $0 == 0 ? " (outer lists)" : " (inner lists)" } ?? "") }
  var words: String {
    let lists = depth.map { $0 == 0 ? "outer lists" : "lists inside lists" } ?? "bulleted lists"
    return "Begin the items of \(lists) with `\(mark)`."
  }

  func includes(_ other: BulletMark) -> Bool { mark == other.mark && depth == nil && other.depth != nil }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    guard var item = ItemParts(text.lines[line]), !item.isOrdered, item.mark != mark else { return nil }
    if let depth, depth != Self.depth(item) { return nil }
    item.mark = mark
    return item.line
  }

  private static func depth(_ item: ItemParts) -> Int { item.indentation.isEmpty ? 0 : 1 }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [BulletMark] {
    guard let old = ItemParts(pair.source.lines[before]), let new = ItemParts(pair.target.lines[after]),
      !old.isOrdered, !new.isOrdered, old.mark != new.mark
    else { return [] }
    return [BulletMark(mark: new.mark), BulletMark(mark: new.mark, depth: depth(new))]
  }
}
