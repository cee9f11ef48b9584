/// Whether lists are numbered or bulleted, everywhere or in the sections of one title.
struct ListKind: LineLesson {
  static let kind = "list-kind"

  /// What items begin with: a bullet, or the sign after a number.
  var mark: String
  /// The title of the section whose lists are meant, in lower case; `nil` for all lists.
  var section: String?

  private var isOrdered: Bool { mark == "." || mark == ")" }

  var identity: String { mark + "\n" + (section ?? "") }
  var topic: String { section ?? "" }
  var summary: String {
    (section.map { "in ‹\($0)›: " } ?? "") + (isOrdered ? "‹bullet› -> 1\(mark)" : "‹number›. -> \(mark)")
  }
  var words: String {
    let place = section.map { "In the section “\($0)”, use" } ?? "Use"
    return isOrdered
      ? "\(place) numbered lists (`1\(mark)`)." : "\(place) bulleted lists (`\(mark)`), not numbered ones."
  }
  /// Numbered lists everywhere would be a strange wish: one correction is not enough for it.
  var needed: Int { section == nil ? 2 : 1 }

  func includes(_ other: ListKind) -> Bool { mark == other.mark && section == nil && other.section != nil }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    guard var item = ItemParts(text.lines[line]), item.isOrdered != isOrdered else { return nil }
    if let section, text.sectionTitle(of: line) != section { return nil }
    item.mark = isOrdered ? "\(text.itemNumber(of: line, item))\(mark)" : mark
    return item.line
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [ListKind] {
    guard let old = ItemParts(pair.source.lines[before]), let new = ItemParts(pair.target.lines[after]),
      old.isOrdered != new.isOrdered, let sign = new.mark.last
    else { return [] }
    let mark = String(sign)
    return [ListKind(mark: mark)]
      + (pair.source.sectionTitle(of: before).map { [ListKind(mark: mark, section: $0)] } ?? [])
  }
}

extension MarkdownText {
  /// The title of the section a line is in, in lower case.
  func sectionTitle(of line: Int) -> String? {
    lines[..<line].lastIndex { $0.kind == .heading }.flatMap { HeadingParts(lines[$0])?.key }
  }

  /// The place of an item in its list, from 1.
  func itemNumber(of line: Int, _ item: ItemParts) -> Int { 1 + itemsBefore(line, item).count }

  /// The number the list of an item begins with.
  func firstNumber(of line: Int, _ item: ItemParts) -> Int {
    itemsBefore(line, item).last?.number ?? item.number ?? 1
  }

  /// The items of the same list before a line, nearest first.
  private func itemsBefore(_ line: Int, _ item: ItemParts) -> [ItemParts] {
    var items: [ItemParts] = []
    var blanks = 0
    for other in lines[..<line].reversed() {
      if other.kind == .blank {
        blanks += 1
        if blanks > 1 { break }
        continue
      }
      blanks = 0
      if let parts = ItemParts(other) {
        if parts.indentation.count < item.indentation.count { break }
        guard parts.indentation.count == item.indentation.count else { continue }
        guard parts.isOrdered == item.isOrdered else { break }
        items.append(parts)
      } else if other.text.first?.isWhitespace != true {
        break
      }
    }
    return items
  }
}
