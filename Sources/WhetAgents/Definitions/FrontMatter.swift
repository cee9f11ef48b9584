/// The YAML at the head of a definition, read as names and texts in their written order.
public struct FrontMatter: Sendable, Hashable {
  /// One top-level key.
  public struct Field: Sendable, Hashable {
    public let name: String
    /// A scalar's text; a list of scalars joined by `, `; anything else as its YAML source.
    public let value: String
  }

  public let fields: [Field]
  /// Whether it was read as a YAML mapping; if not, `fields` hold what its `key: value` lines say.
  public let isValid: Bool

  static let empty = FrontMatter(fields: [], isValid: true)

  /// The value of the first field with that name.
  public subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The agent's name as written, not yet checked.
  public var name: String? { self["name"] }
  /// When to use the agent.
  public var description: String? { self["description"] }
  /// `inherit`, a family such as `sonnet`, or a model's id.
  public var model: String? { self["model"] }

  /// The tools the agent may use; empty when the definition does not say, which means all.
  ///
  /// A comma inside parentheses, as in `Task(a, b)`, does not separate.
  public var tools: [String] {
    var tools: [String] = []
    var tool = ""
    var depth = 0
    for character in self["tools"] ?? "" {
      switch character {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth <= 0:
        tools.append(tool)
        tool = ""
        continue
      default: break
      }
      tool.append(character)
    }
    return (tools + [tool]).map(\.trimmingBlanks).filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmingBlanks: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
