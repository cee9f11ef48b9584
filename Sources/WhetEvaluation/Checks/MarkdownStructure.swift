/// Structural faults of a Markdown text, the first of each kind with its line.
struct MarkdownStructure {
  /// The kinds of fault looked for: open fence, heading jump, heading without space, uneven table, empty link.
  static let kinds = 5

  private(set) var faults: [String] = []
  /// Whether there is anything of which these faults could be found.
  private(set) var hasStructure: Bool

  init(_ text: String) {
    let blocks = FencedBlocks(text)
    let lines = blocks.outside
    let headings = lines.compactMap { line in MarkdownHeading(line.text).map { (line.number, $0.level) } }
    let tables = Self.tables(in: lines)
    hasStructure = !blocks.blocks.isEmpty || !headings.isEmpty || !tables.isEmpty
    let links = lines.filter { $0.text.contains("](") }
    hasStructure = hasStructure || !links.isEmpty
    let glued = lines.first { Self.isGluedHeading($0.text) }
    hasStructure = hasStructure || glued != nil
    faults = [
      blocks.blocks.first { !$0.isClosed }.map { "line \($0.line): the code block is never closed" },
      Self.jump(in: headings).map { "line \($0): the heading skips a level" },
      glued.map { "line \($0.number): no space after the heading's #" },
      Self.unevenRow(in: tables).map { "line \($0): the table row has another number of cells" },
      links.first { $0.text.contains("]()") || $0.text.contains("]( )") }.map {
        "line \($0.number): the link is empty"
      },
    ].compactMap { $0 }
  }

  private static func jump(in headings: [(number: Int, level: Int)]) -> Int? {
    zip(headings, headings.dropFirst()).first { $1.level > $0.level + 1 }?.1.number
  }

  /// `##Usage` is no heading. One mark alone may be a tag (`#1`), so two are needed.
  private static func isGluedHeading(_ line: Substring) -> Bool {
    let marks = line.prefix { $0 == "#" }.count
    return (2...6).contains(marks) && line.dropFirst(marks).first?.isLetter == true
  }

  /// Rows of pipe tables, each from its delimiter row (GitHub Flavored Markdown 0.29, section 4.10).
  private static func tables(in lines: [(number: Int, text: Substring)]) -> [[(number: Int, cells: Int)]] {
    var tables: [[(number: Int, cells: Int)]] = []
    var index = 1
    while index < lines.count {
      defer { index += 1 }
      guard isDelimiterRow(lines[index].text), lines[index - 1].text.contains("|") else { continue }
      var rows = [(lines[index - 1].number, cells(of: lines[index - 1].text))]
      while index < lines.count, lines[index].text.contains("|") {
        rows.append((lines[index].number, cells(of: lines[index].text)))
        index += 1
      }
      tables.append(rows)
    }
    return tables
  }

  private static func isDelimiterRow(_ line: Substring) -> Bool {
    line.contains("|") && line.contains("-") && line.allSatisfy { "|-: \t\r".contains($0) }
  }

  private static func cells(of row: Substring) -> Int {
    var text = row.drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    if text.first == "|" { text.removeFirst() }
    if text.last == "|", text.dropLast().last != "\\" { text.removeLast() }
    var count = 1
    var isEscaped = false
    for character in text {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }

  private static func unevenRow(in tables: [[(number: Int, cells: Int)]]) -> Int? {
    tables.lazy.compactMap { rows in rows.first { $0.cells != rows[0].cells }?.number }.first
  }
}
