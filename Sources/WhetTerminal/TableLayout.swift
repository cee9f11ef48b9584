/// A table with decided column widths.
struct TableLayout {
  /// Text columns may be cut down to this many columns, but no further.
  static let narrowest = 8
  private static let gap = "  "

  private let titles: [String]
  private let rows: [[Table.Cell]]
  private let trailing: [Bool]
  private let widths: [Int]
  private let wrapsLast: Bool

  /// Decides the widths, or fails when the columns do not fit into `width` even when cut.
  init?(_ table: Table, width: Int?, overflow: Table.Overflow) {
    let count = table.columns.count
    wrapsLast = overflow == .wrapLast && width != nil
    let keepsLines = wrapsLast
    titles = table.columns.map { Self.singleLine($0.title, limit: width) }
    rows = table.rows.map { row in
      (0..<count).map { column in
        let cell = table.cell(row, column)
        let isWrapped = keepsLines && column == count - 1
        let text = isWrapped ? Self.block(cell.text) : Self.singleLine(cell.text, limit: width)
        return Table.Cell(text, style: cell.style)
      }
    }
    let rows = rows
    let titles = titles
    let trailing = (0..<count).map { column in
      Self.isTrailing(table.columns[column].alignment, cells: rows.lazy.map { $0[column].text })
    }
    self.trailing = trailing
    let natural = (0..<count).map { column in
      rows.reduce(DisplayWidth.columns(of: titles[column])) { max($0, Self.widestLine($1[column].text)) }
    }
    guard let width else {
      widths = natural
      return
    }
    let available = width - Self.gap.count * (count - 1)
    let least = (0..<count).map { column in
      trailing[column] || !table.columns[column].mayBeCut ? natural[column] : min(natural[column], Self.narrowest)
    }
    guard let fitted = Self.fit(natural, least: least, into: available) else { return nil }
    widths = fitted
  }

  /// Head, rule and rows.
  func lines(painter: Painter) -> [TerminalText] {
    let head = joined(titles.map { Table.Cell($0, style: .bold) }, painter: painter)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    return [head, painter.paint(TerminalText(rule), .dim)] + rows.flatMap { physicalRows($0, painter: painter) }
  }

  private func physicalRows(_ row: [Table.Cell], painter: Painter) -> [TerminalText] {
    guard wrapsLast, let last = row.last, let width = widths.last else { return [joined(row, painter: painter)] }
    return TextWrap.lines(last.text, width: width).enumerated().map { index, text in
      let lead = index == 0 ? Array(row.dropLast()) : row.dropLast().map { _ in Table.Cell("") }
      return joined(lead + [Table.Cell(text.plain, style: last.style)], painter: painter)
    }
  }

  private func joined(_ cells: [Table.Cell], painter: Painter) -> TerminalText {
    var line = TerminalText.empty
    var skipped = 0
    for (column, cell) in cells.enumerated() {
      let text = DisplayWidth.truncated(cell.text, to: widths[column])
      let fill = widths[column] - DisplayWidth.columns(of: text)
      skipped += column == 0 ? 0 : Self.gap.count
      if text.isEmpty {
        skipped += fill
        continue
      }
      line += .spaces(skipped + (trailing[column] ? fill : 0)) + painter.paint(TerminalText(text), cell.style)
      skipped = trailing[column] ? 0 : fill
    }
    return line
  }

  /// Takes columns away from the widest until the sum fits; nil when even the least widths are too many.
  static func fit(_ natural: [Int], least: [Int], into available: Int) -> [Int]? {
    guard least.reduce(0, +) <= available else { return nil }
    var widths = zip(natural, least).map { max($1, min($0, available)) }
    var excess = widths.reduce(0, +) - available
    while excess > 0 {
      guard let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: { widths[$0] < widths[$1] })
      else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// Sanitised text in one row. Only as much of it as can be shown is looked at when there is a limit.
  static func singleLine(_ text: String, limit: Int?) -> String {
    let bounded = limit.map { String(text.unicodeScalars.prefix(8 * max($0, 16))) } ?? text
    let visible = Sanitiser.visible(bounded)
    guard visible.utf8.contains(where: { $0 < 0x20 }) else { return visible }
    return String(
      visible.flatMap { character -> String in
        switch character {
        case "\n": " ↵ "
        case "\t": "  "
        default: String(character)
        }
      })
  }

  /// Sanitised text with its line ends, tabs as spaces.
  static func block(_ text: String) -> String {
    let visible = Sanitiser.visible(text)
    guard visible.utf8.contains(0x09) else { return visible }
    return String(visible.flatMap { $0 == "\t" ? "    " : String($0) })
  }

  static func widestLine(_ text: String) -> Int {
    guard text.utf8.contains(0x0A) else { return DisplayWidth.columns(of: text) }
    return text.split(separator: "\n").reduce(0) { max($0, DisplayWidth.columns(of: $1)) }
  }

  private static func isTrailing(_ alignment: Table.Alignment, cells: some Sequence<String>) -> Bool {
    switch alignment {
    case .leading: return false
    case .trailing: return true
    case .automatic: break
    }
    var hasNumber = false
    for cell in cells where !["", "-", "n/a"].contains(cell) {
      guard isNumber(cell) else { return false }
      hasNumber = true
    }
    return hasNumber
  }

  /// A decimal number with an optional sign, thousands commas, percent sign or exponent.
  static func isNumber(_ text: String) -> Bool {
    var digits = Substring(text)
    if digits.hasSuffix("%") { digits = digits.dropLast() }
    if let sign = digits.first, "+-−".contains(sign) { digits = digits.dropFirst() }
    guard let first = digits.utf8.first, first == 0x2E || (0x30...0x39).contains(first) else { return false }
    guard digits.allSatisfy({ "0123456789.,eE+- ".contains($0) }) else { return false }
    return Double(digits.filter { $0 != "," && $0 != " " }) != nil
  }
}
