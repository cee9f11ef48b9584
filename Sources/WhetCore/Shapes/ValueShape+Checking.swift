extension ValueShape {
  /// Where a value is not of this shape, such as `[2].state: 'done' is not one of open, finished`; empty if it is.
  public func faults(in value: JSONValue) -> [String] { faults(in: value, at: "") }

  private func faults(in value: JSONValue, at place: String) -> [String] {
    if value == .null, nullWhen != nil { return [] }
    switch (kind, value) {
    case (.any, _), (.nothing, .null), (.text, .string), (.boolean, .bool): return []
    case (.word(let words), .string(let text)):
      return words.contains(text) ? [] : ["\(place): '\(text)' is not one of \(words.joined(separator: ", "))"]
    case (.integer(let minimum), .integer(let number)):
      return number >= minimum ? [] : ["\(place): \(number) is less than \(minimum)"]
    case (.number(let bounds, _), .integer(let number)): return Self.faults(Double(number), bounds, place)
    case (.number(let bounds, _), .number(let number)): return Self.faults(number, bounds, place)
    case (.moment, .string(let text)):
      return Self.isMoment(text) ? [] : ["\(place): '\(text)' is no moment such as 2025-11-23T08:10:00.000Z"]
    case (.id, .string(let text)):
      let isID = !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "/" }
      return isID ? [] : ["\(place): '\(text)' is no id"]
    case (.list(let element, let count), .array(let elements)):
      let wrongCount = count.map { $0 != elements.count } ?? false
      return (wrongCount ? ["\(place): \(elements.count) elements, not \(count ?? 0)"] : [])
        + elements.enumerated().flatMap { element.faults(in: $1, at: "\(place)[\($0)]") }
    case (.map(let shape), .object(let members)):
      return members.flatMap { shape.faults(in: $0.value, at: "\(place).\($0.name)") }
    case (.record(_, let declared), .object(let members)): return Self.faults(members, declared, place)
    case (.either(let variants), _):
      let attempts = variants.map { $0.shape.faults(in: value, at: place) }
      return attempts.contains(where: \.isEmpty) ? [] : attempts.min { $0.count < $1.count } ?? []
    default: return ["\(place): \(Self.word(for: value)) where \(phrase) was declared"]
    }
  }

  private static func faults(_ number: Double, _ bounds: ClosedRange<Double>, _ place: String) -> [String] {
    bounds.contains(number) ? [] : ["\(place): \(number) is not within \(bounds)"]
  }

  private static func faults(_ given: [JSONValue.Member], _ declared: [Member], _ place: String) -> [String] {
    var faults: [String] = []
    var names: Set<String> = []
    for member in given {
      if !names.insert(member.name).inserted { faults.append("\(place).\(member.name): stands twice") }
      if let shape = declared.first(where: { $0.name == member.name })?.shape {
        faults += shape.faults(in: member.value, at: "\(place).\(member.name)")
      } else {
        faults.append("\(place).\(member.name): not declared")
      }
    }
    return faults
      + declared.filter { $0.absentWhen == nil && !names.contains($0.name) }.map { "\(place).\($0.name): missing" }
  }

  /// `2025-11-23T08:10:00Z`, with or without milliseconds.
  private static func isMoment(_ text: String) -> Bool {
    let form = text.map { $0.isASCII && $0.isNumber ? "0" : String($0) }.joined()
    return form == "0000-00-00T00:00:00Z" || form == "0000-00-00T00:00:00.000Z"
  }

  private static func word(for value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "a record"
    }
  }
}
