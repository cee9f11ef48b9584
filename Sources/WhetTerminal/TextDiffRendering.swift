extension TextDiff {
  /// The rows of one hunk, head first.
  func rendered(_ range: Range<Int>, painter: Painter) -> [TerminalText] {
    let marks = painter.isOn ? wordMarks(in: range) : [:]
    return [head(of: range, painter: painter)] + range.flatMap { row(at: $0, marks[$0], painter: painter) }
  }

  /// `@@ -START,COUNT +START,COUNT @@`.
  func head(of range: Range<Int>, painter: Painter) -> TerminalText {
    let before = Self.sizes(lines[..<range.lowerBound])
    let inside = Self.sizes(lines[range])
    return painter.paint("@@ -\(Self.span(before.old, inside.old)) +\(Self.span(before.new, inside.new)) @@", .cyan)
  }

  private func row(at index: Int, _ marks: [(text: String, isChanged: Bool)]?, painter: Painter) -> [TerminalText] {
    let row: TerminalText =
      switch lines[index] {
      case .same(let text): " \(Self.shown(text))"
      case .removed(let text): marked("-", text, marks, .red, painter)
      case .added(let text): marked("+", text, marks, .green, painter)
      }
    return unendedLines.contains(index) ? [row, painter.paint("\\ No newline at end of file", .dim)] : [row]
  }

  private func marked(
    _ sign: TerminalText, _ text: String, _ marks: [(text: String, isChanged: Bool)]?, _ style: Style,
    _ painter: Painter
  ) -> TerminalText {
    guard let marks else { return painter.paint(sign + Self.shown(text), style) }
    let parts = marks.map { painter.paint(Self.shown($0.text), $0.isChanged ? [style, .bold] : style) }
    return painter.paint(sign, style) + parts.joined()
  }

  private static func sizes(_ lines: ArraySlice<Line>) -> (old: Int, new: Int) {
    lines.reduce(into: (0, 0)) { sizes, line in
      switch line {
      case .same: sizes = (sizes.0 + 1, sizes.1 + 1)
      case .removed: sizes.0 += 1
      case .added: sizes.1 += 1
      }
    }
  }

  /// `START,COUNT` as in unified diffs: an empty range starts at the line before it.
  private static func span(_ before: Int, _ count: Int) -> String {
    let start = count == 0 ? before : before + 1
    return count == 1 ? "\(start)" : "\(start),\(count)"
  }

  /// One line made safe to print; its CR, if any, is seen.
  static func shown(_ line: String) -> TerminalText {
    TerminalText(line)
  }
}
