import WhetCore
import WhetTerminal

/// How a value becomes the text of a table's cell.
public enum CellFormat: Sendable, Equatable {
  /// As it is; the first line of a text, the length of a list.
  case plain
  /// A score or a share of a hundred: one decimal, `n/a` for `null`.
  case score
  /// Points with their sign and one decimal, `n/a` for `null`; coloured by it.
  case points
  /// A probability: three digits that count, `n/a` for `null`.
  case probability
  /// A moment, in the machine's time zone.
  case moment
  /// `yes` or nothing.
  case mark
  /// Bytes with a unit.
  case bytes
  /// The elements of a list, with commas.
  case list
  /// A state such as `finished` or `failed`, coloured.
  case state

  /// The cell for a value.
  func cell(for value: JSONValue) -> Table.Cell {
    switch self {
    case .plain: Table.Cell(Self.text(of: value))
    case .score: Table.Cell(NumberText.score(value.asNumber))
    case .points: Table.Cell(NumberText.points(value.asNumber), style: Self.style(ofPoints: value.asNumber))
    case .probability: Table.Cell(NumberText.probability(value.asNumber))
    case .moment: Table.Cell(MomentText.short(value.asText))
    case .mark: Table.Cell(value == .bool(true) ? "yes" : "")
    case .bytes: Table.Cell(value.asNumber.map { NumberText.bytes(Int($0)) } ?? "n/a")
    case .list: Table.Cell(Self.elements(of: value).joined(separator: ", "))
    case .state: Table.Cell(Self.text(of: value), style: Self.style(ofState: value.asText ?? ""))
    }
  }

  static func text(of value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let flag): flag ? "yes" : "no"
    case .integer(let number): String(number)
    case .number(let number): NumberText.plain(number)
    case .string(let text): text
    case .array(let elements): String(elements.count)
    case .object: value.json()
    }
  }

  private static func elements(of value: JSONValue) -> [String] {
    guard case .array(let elements) = value else { return value == .null ? [] : [text(of: value)] }
    return elements.map(text(of:))
  }

  private static func style(ofPoints points: Double?) -> Style {
    guard let points, abs(points) >= 0.05 else { return [] }
    return points > 0 ? .green : .red
  }

  private static func style(ofState state: String) -> Style {
    switch state {
    case "finished", "deploy", "applied", "active", "passed", "fixed": .green
    case "failed", "broken", "harmed": .red
    case "refuse", "open", "candidate", "prepared", "forced", "unproven": .yellow
    case "retired", "disabled", "aborted", "abandoned": .dim
    default: []
    }
  }
}

extension JSONValue {
  /// The number of an integer or number.
  var asNumber: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// The text of a string.
  var asText: String? { if case .string(let text) = self { text } else { nil } }

  /// The elements of an array; nothing for other values.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
