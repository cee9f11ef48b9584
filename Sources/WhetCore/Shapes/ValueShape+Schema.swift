extension ValueShape {
  /// The shape as JSON Schema (draft 2020-12, json-schema.org); each record stands once, below `$defs`.
  ///
  /// - Parameter title: what gives such values, such as `whet run list`.
  public func schema(title: String) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"), .init("title", .string(title)),
    ]
    members += schemaMembers
    let definitions = records.map { JSONValue.Member($0.title, Self.definition($0.title, $0.members)) }
    if !definitions.isEmpty { members.append(.init("$defs", .object(definitions))) }
    return .object(members)
  }

  /// What stands for the shape at its place.
  private var schemaMembers: [JSONValue.Member] {
    guard let nullWhen else { return kindMembers }
    return [
      .init("anyOf", .array([.object(kindMembers), .record(["type": "null", "description": .string(nullWhen)])]))
    ]
  }

  private var kindMembers: [JSONValue.Member] {
    switch kind {
    case .any: []
    case .nothing: [.init("type", "null")]
    case .text: [.init("type", "string")]
    case .word(let words): [.init("type", "string"), .init("enum", .array(words.map { .string($0) }))]
    case .boolean: [.init("type", "boolean")]
    case .integer(let minimum): [.init("type", "integer"), .init("minimum", JSONValue(minimum))]
    case .number(let bounds, let unit): Self.number(bounds, unit)
    case .moment:
      [.init("type", "string"), .init("format", "date-time"), .init("pattern", .string(Self.momentPattern))]
    case .id(let name):
      [
        .init("type", "string"), .init("pattern", .string(Self.idPattern)),
        .init("description", .string("id of a \(name)")),
      ]
    case .list(let element, let count):
      [.init("type", "array"), .init("items", .object(element.schemaMembers))]
        + (count.map { [.init("minItems", JSONValue($0)), .init("maxItems", JSONValue($0))] } ?? [])
    case .map(let value): [.init("type", "object"), .init("additionalProperties", .object(value.schemaMembers))]
    case .record(let title, _): [.init("$ref", .string("#/$defs/" + Self.pointer(title)))]
    case .either(let variants):
      [
        .init(
          "anyOf",
          .array(variants.map { .object([.init("description", .string($0.when))] + $0.shape.schemaMembers) }))
      ]
    }
  }

  private static let momentPattern = #"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3})?Z$"#
  private static let idPattern = #"^[^\s/]+$"#

  private static func number(_ bounds: ClosedRange<Double>, _ unit: String) -> [JSONValue.Member] {
    [.init("type", "number")]
      + (bounds.lowerBound.isFinite ? [.init("minimum", .number(bounds.lowerBound))] : [])
      + (bounds.upperBound.isFinite ? [.init("maximum", .number(bounds.upperBound))] : [])
      + (unit.isEmpty ? [] : [.init("description", .string(unit))])
  }

  private static func definition(_ title: String, _ members: [Member]) -> JSONValue {
    let required = members.filter { $0.absentWhen == nil }.map { JSONValue.string($0.name) }
    return .record([
      "title": .string(title), "type": "object",
      "properties": .object(members.map { .init($0.name, property($0)) }), "required": .array(required),
      "additionalProperties": false,
    ])
  }

  /// The member's own words win over those of its shape, which stay in front where there are both.
  private static func property(_ member: Member) -> JSONValue {
    var members = member.shape.schemaMembers
    var words = member.meaning
    if let place = members.firstIndex(where: { $0.name == "description" }),
      case .string(let text) = members.remove(at: place).value
    {
      words = "\(text): \(words)"
    }
    if let absent = member.absentWhen { words += "; absent when \(absent)" }
    return .object([.init("description", .string(words))] + members)
  }

  /// A name within a URI fragment that is a JSON pointer (RFC 6901).
  private static func pointer(_ name: String) -> String {
    name.replacing("~", with: "~0").replacing("/", with: "~1").replacing(" ", with: "%20")
  }
}
