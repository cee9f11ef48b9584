extension Table {
  /// The table with one field on a line, for a single record or when the columns do not fit.
  ///
  /// Records after the first are headed by a rule with their number. Long fields are wrapped under themselves.
  ///
  /// - Parameter width: columns of the terminal; nil means no limit.
  public func expandedLines(width: Int?, painter: Painter = .plain) -> [TerminalText] {
    let titles = columns.map { TableLayout.singleLine($0.title, limit: width) }
    let widest = titles.reduce(0) { max($0, DisplayWidth.columns(of: $1)) }
    let lead = width.map { min(widest, max(4, $0 / 3)) } ?? widest
    return rows.enumerated().flatMap { number, row in
      (rows.count > 1 ? [painter.paint("── \(number + 1) ──", .dim)] : [])
        + columns.indices.flatMap { column in
          field(titles[column], cell(row, column), lead: lead, width: width, painter: painter)
        }
    }
  }

  private func field(_ title: String, _ cell: Cell, lead: Int, width: Int?, painter: Painter) -> [TerminalText] {
    let text = TableLayout.block(cell.text)
    let values = width.map { TextWrap.lines(text, width: $0 - lead - 2) } ?? TerminalText(text).rows
    let head = DisplayWidth.truncated(title, to: lead)
    return values.enumerated().map { index, value in
      let start = index == 0 ? painter.paint(TerminalText(head), .bold) : ""
      guard !value.isEmpty else { return start }
      let fill = lead + 2 - (index == 0 ? DisplayWidth.columns(of: head) : 0)
      return start + .spaces(fill) + painter.paint(value, cell.style)
    }
  }
}
