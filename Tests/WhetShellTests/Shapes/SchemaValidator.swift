import WhetCore

@testable import WhetShell

/// Validates JSON by a JSON Schema, as far as the program writes such schemas: a keyword that it does not know is a fault
/// of the schema, so that nothing is passed over.
struct SchemaValidator {
  private let root: JSONValue

  init(_ schema: JSONValue) {
    root = schema
  }

  func faults(in value: JSONValue) -> [String] { faults(value, root, "") }

  private func faults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(place): the schema is no object"] }
    return keywords.flatMap { keyword -> [String] in
      let rule = keyword.value
      switch keyword.name {
      case "$schema", "$defs", "title", "description", "format": return []
      case "$ref": return resolved(rule).map { faults(value, $0, place) } ?? ["\(place): \(rule.json()) leads nowhere"]
      case "type": return isOfType(value, rule) ? [] : ["\(place): not of type \(rule.json())"]
      case "enum": return rule.elements.contains(value) ? [] : ["\(place): not one of \(rule.json())"]
      case "pattern": return matches(value, rule) ? [] : ["\(place): does not match \(rule.json())"]
      case "minimum": return number(value, rule) { $0 >= $1 } ? [] : ["\(place): less than \(rule.json())"]
      case "maximum": return number(value, rule) { $0 <= $1 } ? [] : ["\(place): more than \(rule.json())"]
      case "minItems": return count(value, rule) { $0 >= $1 } ? [] : ["\(place): too short"]
      case "maxItems": return count(value, rule) { $0 <= $1 } ? [] : ["\(place): too long"]
      case "items": return value.elements.enumerated().flatMap { faults($1, rule, "\(place)[\($0)]") }
      case "anyOf":
        let attempts = rule.elements.map { faults(value, $0, place) }
        return attempts.contains(where: \.isEmpty) ? [] : ["\(place): fits none of \(attempts.count) schemas"]
      case "properties":
        return rule.members.flatMap { member in
          value[member.name].map { faults($0, member.value, "\(place).\(member.name)") } ?? []
        }
      case "required":
        guard case .object = value else { return [] }
        return rule.elements.compactMap(\.asText).filter { value[$0] == nil }.map { "\(place).\($0): missing" }
      case "additionalProperties":
        let declared = Set((schema["properties"] ?? .null).members.map(\.name))
        return value.members.filter { !declared.contains($0.name) }.flatMap {
          rule == false ? ["\(place).\($0.name): additional"] : faults($0.value, rule, "\(place).\($0.name)")
        }
      default: return ["\(place): unknown keyword '\(keyword.name)'"]
      }
    }
  }

  private func resolved(_ reference: JSONValue) -> JSONValue? {
    guard let text = reference.asText, text.hasPrefix("#/") else { return nil }
    return text.dropFirst(2).split(separator: "/").reduce(root as JSONValue?) { value, part in
      value?[String(part).replacing("%20", with: " ").replacing("~1", with: "/").replacing("~0", with: "~")]
    }
  }

  private func isOfType(_ value: JSONValue, _ type: JSONValue) -> Bool {
    switch (type.asText, value) {
    case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array), ("object", .object): true
    case ("number", .integer), ("number", .number), ("integer", .integer): true
    default: false
    }
  }

  private func matches(_ value: JSONValue, _ pattern: JSONValue) -> Bool {
    guard let text = value.asText, let pattern = pattern.asText, let regex = try? Regex(pattern) else { return true }
    return text.firstMatch(of: regex) != nil
  }

  private func number(_ value: JSONValue, _ bound: JSONValue, _ holds: (Double, Double) -> Bool) -> Bool {
    guard let number = value.asNumber, let bound = bound.asNumber else { return true }
    return holds(number, bound)
  }

  private func count(_ value: JSONValue, _ bound: JSONValue, _ holds: (Int, Int) -> Bool) -> Bool {
    guard case .array(let elements) = value, let bound = bound.asNumber else { return true }
    return holds(elements.count, Int(bound))
  }
}

extension JSONValue {
  /// The members of an object; nothing for other values.
  var members: [Member] { if case .object(let members) = self { members } else { [] } }
}
