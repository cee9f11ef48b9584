import WhetCore
import WhetTerminal

/// Turns results into the text of an output format.
struct ResultRenderer: Sendable {
  /// Columns of the terminal the text goes to; `nil` elsewhere.
  var width: Int?
  var painter: Painter
  /// Whether exact texts go to a terminal, whose state they must not change.
  var isTerminal: Bool

  /// The result for people; empty when there is nothing to show. Ends with a line end unless it is exact.
  func text(of result: CommandResult) -> String {
    switch result.view {
    case .nothing: ""
    case .table(let description): lines(rows(result.value, description))
    case .record(let description): lines(record(result.value, description))
    case .text(let text): lines([Sanitiser.visible(text)])
    case .exact(let text): isTerminal ? lines([Sanitiser.visible(text)]) : text
    case .document(let blocks): DocumentRenderer(width: width, painter: painter).text(of: blocks)
    }
  }

  /// The result as lines of JSON: a line for each element of an array.
  static func jsonLines(of value: JSONValue) -> String {
    guard case .array(let elements) = value else { return value.json() + "\n" }
    return elements.map { $0.json() + "\n" }.joined()
  }

  private func rows(_ value: JSONValue, _ description: TableDescription) -> [String] {
    let records = value.elements
    guard !records.isEmpty else { return [painter.paint(Sanitiser.visible(description.whenEmpty), .dim)] }
    return description.table(of: records).lines(width: width, painter: painter)
  }

  private func record(_ value: JSONValue, _ description: TableDescription) -> [String] {
    description.table(of: [value]).expandedLines(width: width, painter: painter)
  }

  private func lines(_ lines: [String]) -> String {
    let text = lines.joined(separator: "\n")
    return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
  }
}

extension TableDescription {
  /// The records as a table; a text of several lines gives its first.
  func table(of records: [JSONValue]) -> Table {
    Table(
      columns: columns.map { Table.Column($0.title) },
      rows: records.map { record in columns.map { $0.format.cell(for: $0.value(in: record)) } })
  }
}
