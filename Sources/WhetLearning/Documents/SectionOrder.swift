import WhetCore

/// Where a section stands among those of its level.
struct SectionOrder: TriedLesson {
  static let kind = "section-order"

  /// The title in small letters.
  var title: String
  /// First, last, or somewhere before or after another.
  var place: SectionPlace

  var identity: String { title + "\n\(place)" }
  /// Only one section can be first or last.
  var topic: String { place == .end ? "end" : place == .top ? "top" : title }
  var summary: String {
    switch place {
    case .end: "# ‹\(title)› -> last section"
    case .top: "# ‹\(title)› -> first section"
    case .before(let other): "# ‹\(title)› -> before # ‹\(other)›"
    case .after(let other): "# ‹\(title)› -> after # ‹\(other)›"
    }
  }
  var words: String {
    switch place {
    case .end: "Put the section “\(title)” last."
    case .top: "Put the section “\(title)” first."
    case .before(let other): "Put the section “\(title)” before “\(other)”."
    case .after(let other): "Put the section “\(title)” after “\(other)”."
    }
  }

  /// First and last say more than a neighbour, and that all others stand after or before.
  func includes(_ other: SectionOrder) -> Bool {
    switch (place, other.place) {
    case (.top, .after(let first)) where first == title: true
    case (.end, .before(let last)) where last == title: true
    case (.top, .before), (.top, .after), (.end, .before), (.end, .after): title == other.title
    default: false
    }
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    let markdown = text.markdown
    guard let (sections, number, wanted) = move(in: markdown) else { return nil }
    var order = Array(sections.indices)
    let moved = order.remove(at: number)
    order.insert(moved, at: wanted)
    return markdown.reordered(sections, order)
  }

  /// The sections of the title's level, its number and the number it should have; `nil` where all is well.
  private func move(in text: MarkdownText) -> (sections: [Range<Int>], number: Int, wanted: Int)? {
    guard let section = text.section(title) else { return nil }
    let sections = text.siblings(of: section)
    guard sections.count > 1, let number = sections.firstIndex(of: section),
      text.orderedTitles.count(where: { $0 == title }) == 1
    else { return nil }
    func other(_ title: String) -> Int? {
      sections.firstIndex { HeadingParts(text.lines[$0.lowerBound])?.key == title }
    }
    let wanted: Int?
    switch place {
    case .end: wanted = sections.count - 1
    case .top: wanted = 0
    case .before(let title): wanted = other(title).map { $0 < number ? $0 : number }
    case .after(let title): wanted = other(title).map { $0 > number ? $0 : number }
    }
    guard let wanted, wanted != number else { return nil }
    return (sections, number, wanted)
  }

  static func ideas(in pair: DocumentPair) -> [SectionOrder] {
    let before = pair.source.orderedTitles
    let after = pair.target.orderedTitles
    guard before != after else { return [] }
    let (left, right) = (before.filter(after.contains), after.filter(before.contains))
    guard left != right, left.count == right.count, Set(left).count == left.count else { return [] }
    // Those that moved are few; the others kept their order.
    let moved = left.indices.compactMap { index -> String? in
      let title = left[index]
      return left.filter { $0 != title } == right.filter { $0 != title } ? title : nil
    }
    return moved.flatMap { title -> [SectionOrder] in
      guard let section = pair.target.section(title) else { return [] }
      let sections = pair.target.siblings(of: section)
      guard let number = sections.firstIndex(of: section) else { return [] }
      let titles = sections.map { HeadingParts(pair.target.lines[$0.lowerBound])?.key ?? "" }
      var places: [SectionPlace] = []
      if number == sections.count - 1 { places.append(.end) }
      if number == 0 { places.append(.top) }
      if number + 1 < titles.count { places.append(.before(titles[number + 1])) }
      if number > 0 { places.append(.after(titles[number - 1])) }
      return places.map { SectionOrder(title: title, place: $0) }
    }
  }

  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    if move(in: pair.target) != nil { return (0, 1) }
    guard !pair.isAccepted, pair.target.hasSection(title), move(in: pair.source) != nil else { return (0, 0) }
    return (1, 0)
  }
}

extension MarkdownText {
  /// The titles of all headings in small letters, in order.
  fileprivate var orderedTitles: [String] { lines.compactMap { HeadingParts($0)?.key } }

  /// The sections of the same level below the same heading, the given one among them.
  fileprivate func siblings(of section: Range<Int>) -> [Range<Int>] {
    let level = HeadingParts(lines[section.lowerBound])?.level ?? 1
    let all = sections
    let parent = all.last {
      $0.lowerBound < section.lowerBound && $0.upperBound >= section.upperBound
        && (HeadingParts(lines[$0.lowerBound])?.level ?? 1) < level
    }
    let range = parent ?? 0..<lines.count
    return all.filter {
      range.lowerBound <= $0.lowerBound && $0.upperBound <= range.upperBound && $0 != parent
        && HeadingParts(lines[$0.lowerBound])?.level == level
    }
  }

  /// The text with neighbouring sections in another order and the space between them as it was.
  fileprivate func reordered(_ sections: [Range<Int>], _ order: [Int]) -> String? {
    guard let first = sections.first, let last = sections.last,
      zip(sections, sections.dropFirst()).allSatisfy({ $0.upperBound == $1.lowerBound })
    else { return nil }
    func split(_ section: Range<Int>) -> (body: [Line], space: [Line]) {
      let count = lines[section].reversed().prefix { $0.kind == .blank }.count
      return (Array(lines[section].dropLast(count)), Array(lines[section].suffix(count)))
    }
    var result = Array(lines[..<first.lowerBound])
    for (place, number) in order.enumerated() {
      var body = split(sections[number]).body
      let place = split(sections[place])
      // The line end of what stood here, which at the end of a text may be none.
      if let end = place.body.last?.end, let line = body.indices.last { body[line].end = end }
      result += body + place.space
    }
    return Self.text(of: result + lines[last.upperBound...])
  }
}
