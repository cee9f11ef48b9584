import WhetCore

/// How many empty lines stand in a sort of place.
struct BlankLines: TriedLesson {
  static let kind = "blank-lines"
  static let phase = DocumentPhase.spacing

  enum Place: String, Codable, CaseIterable {
    case beforeHeading, afterHeading, beforeList, afterList, betweenItems, beforeFence, afterFence, betweenParagraphs

    var words: String {
      switch self {
      case .beforeHeading: "before a heading"
      case .afterHeading: "after a heading"
      case .beforeList: "before a list"
      case .afterList: "after a list"
      case .betweenItems: "between list items"
      case .beforeFence: "before a code block"
      case .afterFence: "after a code block"
      case .betweenParagraphs: "between paragraphs"
      }
    }
  }

  var place: Place
  var count: Int

  var identity: String { place.rawValue + "\(count)" }
  var topic: String { place.rawValue }
  var summary: String { "empty lines \(place.words) -> \(count)" }
  var words: String {
    let lines = count == 0 ? "no empty line" : count == 1 ? "one empty line" : "\(count) empty lines"
    return "Leave \(lines) \(place.words)."
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    let markdown = text.markdown
    let gaps = markdown.gaps.filter { $0.place == place && $0.count != count }
    guard !gaps.isEmpty else { return nil }
    var lines = markdown.lines
    let empty = MarkdownText.Line(text: "", end: markdown.lineBreak, kind: .blank)
    for gap in gaps.reversed() {
      lines.replaceSubrange((gap.before + 1)..<gap.after, with: [MarkdownText.Line](repeating: empty, count: count))
    }
    return MarkdownText.text(of: lines)
  }

  static func ideas(in pair: DocumentPair) -> [BlankLines] {
    changes(in: pair).filter { $0.count <= 3 }.map { BlankLines(place: $0.place, count: $0.count) }
  }

  /// The gaps whose two sides are still neighbours in the corrected text, with another distance.
  private static func changes(in pair: DocumentPair) -> [(place: Place, count: Int)] {
    guard !pair.isAccepted else { return [] }
    let after = pair.target.gaps
    return pair.source.gaps.compactMap { gap in
      guard let first = pair.targetLine[gap.before], let second = pair.targetLine[gap.after],
        let other = after.first(where: { $0.before == first && $0.after == second }), other.place == gap.place,
        other.count != gap.count
      else { return nil }
      return (gap.place, other.count)
    }
  }

  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    let right = Self.changes(in: pair).count { $0.place == place && $0.count == count }
    return (right, pair.target.gaps.count { $0.place == place && $0.count != count })
  }
}

extension MarkdownText {
  /// The space between two lines that are not empty.
  struct Gap {
    var before: Int
    var after: Int
    var place: BlankLines.Place
    var count: Int { after - before - 1 }
  }

  /// The gaps of the text that are of some sort; inside code and inside a list item there are none.
  var gaps: [Gap] {
    var gaps: [Gap] = []
    var last: Int?
    var isOpen = false
    for (index, line) in lines.enumerated() {
      let wasOpen = isOpen
      if line.kind == .fence { isOpen.toggle() }
      if line.kind == .blank || line.kind == .code { continue }
      if let last, !(wasOpen && line.kind == .fence), let place = place(from: last, to: index) {
        gaps.append(Gap(before: last, after: index, place: place))
      }
      last = index
    }
    return gaps
  }

  private func place(from first: Int, to second: Int) -> BlankLines.Place? {
    let (left, right) = (lines[first], lines[second])
    let isIndented = right.text.first?.isWhitespace ?? false
    switch (left.kind, right.kind) {
    case (_, .heading): return .beforeHeading
    case (.heading, _): return .afterHeading
    case (.item, .item): return .betweenItems
    case (_, .item): return left.text.first?.isWhitespace == true ? nil : .beforeList
    case (_, .fence): return isIndented ? nil : .beforeFence
    case (.fence, _): return isIndented ? nil : .afterFence
    case (.item, .prose): return isIndented || second - first == 1 ? nil : .afterList
    case (.prose, .prose): return second - first > 1 && !isIndented ? .betweenParagraphs : nil
    default: return nil
    }
  }
}
