/// The level a document's first heading has, and how the others move with it.
struct HeadingLevel: LineLesson {
  static let kind = "heading-level"

  enum Form: String, Codable {
    /// The first heading has the level, the others move by as much.
    case all
    /// Only the first heading has another level.
    case first
    /// Headings after the first that have a level above it get it.
    case rest
  }

  var form: Form
  var level: Int

  var identity: String { form.rawValue + "\(level)" }
  var topic: String { form == .rest ? "rest" : "first" }
  var summary: String {
    let signs = String(repeating: "#", count: level)
    switch form {
    case .all: return "‹first heading› -> \(signs), others with it"
    case .first: return "‹first heading› -> \(signs)"
    case .rest: return "‹heading after the first› -> \(signs) or lower"
    }
  }
  var words: String {
    let signs = String(repeating: "#", count: level)
    switch form {
    case .all: return "Begin the headings of a document at level `\(signs)`, with the levels below it in steps."
    case .first: return "Give the first heading of a document the level `\(signs)`."
    case .rest: return "After the first heading use no level above `\(signs)`."
    }
  }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    guard let heading = HeadingParts(text.lines[line]),
      let first = text.lines.firstIndex(where: { $0.kind == .heading }),
      let top = HeadingParts(text.lines[first])
    else { return nil }
    let wanted =
      switch form {
      case .all: heading.level + level - top.level
      case .first: line == first ? level : heading.level
      case .rest: line == first ? heading.level : max(level, heading.level)
      }
    guard wanted != heading.level, (1...6).contains(wanted) else { return nil }
    let original = text.lines[line].text
    let start = original.prefix { $0 == " " || $0 == "\t" }
    return start + String(repeating: "#", count: wanted) + original.dropFirst(start.count + heading.level)
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [HeadingLevel] {
    guard let old = HeadingParts(pair.source.lines[before]), let new = HeadingParts(pair.target.lines[after]),
      old.level != new.level
    else { return [] }
    let first = pair.source.lines[..<before].firstIndex { $0.kind == .heading }
    if let first, let other = pair.targetLine[first],
      HeadingParts(pair.source.lines[first])?.level != HeadingParts(pair.target.lines[other])?.level
    {
      return []
    }
    return first == nil
      ? [HeadingLevel(form: .all, level: new.level), HeadingLevel(form: .first, level: new.level)]
      : new.level > old.level ? [HeadingLevel(form: .rest, level: new.level)] : []
  }
}
