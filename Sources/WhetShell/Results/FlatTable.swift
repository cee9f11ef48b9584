import WhetCore

/// A result as rows and columns of plain values, for formats that have nothing else.
///
/// A list that people see as a table has that table's columns, headed by the member each follows. Of every other value
/// nothing is left out: a record is a row, the members of a record inside it have columns of their own (`gate.verdict`),
/// a list inside it is one cell of JSON, and what is no record stands in a column `value`.
struct FlatTable: Sendable, Equatable {
  let columns: [String]
  /// One cell for each column; numbers are as exact as in JSON, moments are ISO 8601.
  let rows: [[JSONValue]]

  init(_ result: CommandResult) {
    switch result.view {
    case .table(let description): self.init(result.value.elements, description)
    case .nothing where result.value == .null: self.init([])
    default:
      if case .array(let elements) = result.value { self.init(elements) } else { self.init([result.value]) }
    }
  }

  private init(_ records: [JSONValue], _ description: TableDescription) {
    var paths: [[String]] = []
    for column in description.columns where !paths.contains(column.path) { paths.append(column.path) }
    columns = paths.map { $0.joined(separator: ".") }
    rows = records.map { record in paths.map { path in path.reduce(record) { $0[$1] ?? .null } } }
  }

  private init(_ values: [JSONValue]) {
    let records = values.map { Self.flat($0) }
    var places: [String: Int] = [:]
    var names: [String] = []
    for member in records.joined() where places[member.name] == nil {
      places[member.name] = names.count
      names.append(member.name)
    }
    columns = names
    rows = records.map { record in
      record.reduce(into: Array(repeating: JSONValue.null, count: names.count)) { row, member in
        if let place = places[member.name] { row[place] = member.value }
      }
    }
  }

  /// The members of a record, those of records inside it by their path.
  private static func flat(_ value: JSONValue, _ path: String = "") -> [JSONValue.Member] {
    guard case .object(let members) = value, !members.isEmpty || path.isEmpty else {
      return [.init(path.isEmpty ? "value" : path, value)]
    }
    return members.flatMap { flat($0.value, path.isEmpty ? $0.name : "\(path).\($0.name)") }
  }

  /// A cell as text: a string as it is, everything else as in JSON; `nil` for `null`.
  static func text(of cell: JSONValue) -> String? {
    switch cell {
    case .null: nil
    case .string(let text): text
    default: cell.json()
    }
  }
}
