import WhetCore
import WhetTerminal

/// Turns results into the text of an output format.
struct ResultRenderer: Sendable {
  /// Columns of the terminal the text goes to; `nil` elsewhere.
  var width: Int?
  var painter: Painter

  /// The result for people; empty when there is nothing to show. Ends with a line end unless it is exact.
  func text(of result: CommandResult) -> RenderedText {
    switch result.view {
    case .nothing: .people(.empty)
    case .table(let description): .people(lines(rows(result.value, description)))
    case .record(let description): .people(lines(record(result.value, description)))
    case .text(let text): .people(TerminalText(text).ended)
    case .exact(let text): .exact(text)
    case .document(let blocks): .people(DocumentRenderer(width: width, painter: painter).text(of: blocks))
    }
  }

  /// The result as lines of JSON: a line for each element of an array.
  static func jsonLines(of value: JSONValue) -> String {
    guard case .array(let elements) = value else { return value.json() + "\n" }
    return elements.map { $0.json() + "\n" }.joined()
  }

  private func rows(_ value: JSONValue, _ description: TableDescription) -> [TerminalText] {
    let records = value.elements
    guard !records.isEmpty else { return [painter.paint(TerminalText(description.whenEmpty), .dim)] }
    return description.table(of: records).lines(width: width, painter: painter)
  }

  private func record(_ value: JSONValue, _ description: TableDescription) -> [TerminalText] {
    description.table(of: [value]).expandedLines(width: width, painter: painter)
  }

  private func lines(_ lines: [TerminalText]) -> TerminalText { lines.map { $0 + "\n" }.joined() }
}

extension TableDescription {
  /// The records as a table; a text of several lines gives its first.
  func table(of records: [JSONValue]) -> Table {
    Table(
      columns: columns.enumerated().map { place, column in
        // The first names the record, for the next command.
        Table.Column(column.title, mayBeCut: place > 0 && [.plain, .list].contains(column.format))
      },
      rows: records.map { record in columns.map { $0.format.cell(for: $0.value(in: record)) } })
  }
}
