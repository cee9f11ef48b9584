/// Sections of a Markdown text: a heading with all up to the next heading that is not below it.
extension MarkdownText {
  /// The lines of each section, its heading first.
  var sections: [Range<Int>] {
    let headings = lines.indices.filter { lines[$0].kind == .heading }
    return headings.enumerated().map { place, line in
      let level = HeadingParts(lines[line])?.level ?? 1
      let end = headings[(place + 1)...].first { (HeadingParts(lines[$0])?.level ?? 1) <= level }
      return line..<(end ?? lines.count)
    }
  }

  /// Whether a code block is open at the end, so that what is added there would be code.
  var hasOpenFence: Bool { lines.count { $0.kind == .fence } % 2 == 1 }

  /// Whether a heading has the title, given in lower case.
  func hasSection(_ title: String) -> Bool {
    lines.contains { HeadingParts($0)?.key == title }
  }

  /// What stands below a section's heading, without empty lines around it, its lines ended by `\n`.
  func body(of section: Range<Int>) -> String {
    var body = section.dropFirst()
    while let first = body.first, lines[first].text.allSatisfy(\.isWhitespace) { body.removeFirst() }
    while let last = body.last, lines[last].text.allSatisfy(\.isWhitespace) { body.removeLast() }
    return body.map { lines[$0].text }.joined(separator: "\n")
  }

  /// All ways to say where a section stands.
  func places(of section: Range<Int>) -> [SectionPlace] {
    let headings = lines.indices.filter { lines[$0].kind == .heading }
    let before = headings.last { $0 < section.lowerBound }
    let after = headings.first { $0 >= section.upperBound }
    var places: [SectionPlace] = []
    if after == nil, lines[section.upperBound...].allSatisfy({ $0.kind == .blank }) { places.append(.end) }
    if let before, before == headings.first { places.append(.top) }
    if let title = after.flatMap({ HeadingParts(lines[$0])?.key }) { places.append(.before(title)) }
    if let title = before.flatMap({ HeadingParts(lines[$0])?.key }) { places.append(.after(title)) }
    return places
  }

  /// The line before which a section is put; `nil` where the place is not in this text.
  func line(for place: SectionPlace) -> Int? {
    let headings = lines.indices.filter { lines[$0].kind == .heading }
    switch place {
    case .end: return lines.count
    case .top: return headings.count > 1 ? headings[1] : nil
    case .before(let title): return headings.first { HeadingParts(lines[$0])?.key == title }
    case .after(let title):
      return sections.first { HeadingParts(lines[$0.lowerBound])?.key == title }?.upperBound
    }
  }

  /// The text with new lines before a line, one empty line on each side, and one line end at the end of the text.
  func inserting(_ added: [String], before line: Int) -> String {
    var before = lines[..<line]
    while let last = before.last, last.text.isEmpty { before.removeLast() }
    var after = lines[line...]
    while let first = after.first, first.kind == .blank { after.removeFirst() }
    var result = Array(before)
    if let last = result.indices.last {
      if result[last].end.isEmpty { result[last].end = lineBreak }
      result.append(Line(text: "", end: lineBreak, kind: .blank))
    }
    result += added.map { Line(text: $0, end: lineBreak, kind: .prose) }
    if !after.isEmpty { result.append(Line(text: "", end: lineBreak, kind: .blank)) }
    return Self.text(of: result + after)
  }
}
