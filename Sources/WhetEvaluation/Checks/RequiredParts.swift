/// Which of the demanded parts a response has.
///
/// A part that begins with `#` is a heading: the response must have one of these words, at any level, and something
/// under it. Any other part must occur as whole words in one piece, whatever the letter case and the white space.
/// Each part counts once, however often it occurs.
enum RequiredParts {
  static func score(of response: String, parts: [String]) -> CriterionScore {
    let parts = parts.filter { !words(of: $0).isEmpty }
    guard !parts.isEmpty else { return .notMeasured(.completeness, "nothing is required") }
    let text = words(of: response)
    let headings = filledHeadings(of: response)
    let missing = parts.filter { part in
      part.hasPrefix("#") ? !headings.contains(words(of: part)) : !occurs(words(of: part), in: text)
    }
    let value = 100 * Double(parts.count - missing.count) / Double(parts.count)
    let evidence =
      ["\(parts.count - missing.count) of \(parts.count) required parts"] + missing.map { "missing: \($0)" }
    return CriterionScore(.completeness, value: value, evidence: evidence)
  }

  private static func words(of text: String) -> [String] {
    TextTokens(text).words.filter { $0 != "\n" && $0 != "#" }.map { $0.lowercased() }
  }

  private static func occurs(_ part: [String], in text: [String]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0] == part[0] && text[$0...].starts(with: part) }
  }

  /// Headings that something other than a heading of the same or a higher level follows.
  private static func filledHeadings(of response: String) -> Set<[String]> {
    let blocks = FencedBlocks(response)
    let headings = blocks.outside.compactMap { line in
      MarkdownHeading(line.text).map { (number: line.number, heading: $0) }
    }
    let numbers = Set(headings.map(\.number))
    let content = blocks.outside.filter { !numbers.contains($0.number) && !$0.text.allSatisfy(\.isWhitespace) }
    let filled = (content.map(\.number) + blocks.blocks.map(\.line)).sorted()
    var result: Set<[String]> = []
    for (index, entry) in headings.enumerated() {
      let next = headings[(index + 1)...].first { $0.heading.level <= entry.heading.level }
      let end = next?.number ?? Int.max
      if filled.contains(where: { $0 > entry.number && $0 < end }) { result.insert(words(of: entry.heading.text)) }
    }
    return result
  }
}
