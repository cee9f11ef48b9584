import WhetCore

/// Which of the ways a shape leaves open, `null` or not, there or not, this variant or that, were met.
///
/// A record is the same wherever it stands, so its members are named by its title: `run.failure: null`.
struct ShapeCoverage {
  private(set) var met: Set<String> = []

  mutating func note(_ value: JSONValue, _ shape: ValueShape, of command: String) { walk(value, shape, command) }

  private mutating func walk(_ value: JSONValue, _ shape: ValueShape, _ place: String) {
    if shape.nullWhen != nil { met.insert("\(place): " + (value == .null ? "null" : "a value")) }
    switch (shape.kind, value) {
    case (.list(let element, _), .array(let elements)):
      for value in elements { walk(value, element, place + "[]") }
    case (.map(let element), .object(let members)):
      for member in members { walk(member.value, element, place + ".*") }
    case (.record(let title, let declared), .object):
      for member in declared {
        let place = "\(title).\(member.name)"
        let part = value[member.name]
        if member.absentWhen != nil { met.insert("\(place): " + (part == nil ? "absent" : "there")) }
        if let part { walk(part, member.shape, place) }
      }
    case (.either(let variants), _):
      guard let variant = variants.first(where: { $0.shape.faults(in: value).isEmpty }) else { return }
      met.insert("\(place): \(variant.when)")
      walk(value, variant.shape, place)
    default: break
    }
  }

  /// All ways a shape leaves open.
  static func ways(of shape: ValueShape, _ place: String) -> Set<String> {
    var ways: Set<String> = shape.nullWhen == nil ? [] : ["\(place): null", "\(place): a value"]
    switch shape.kind {
    case .list(let element, _): ways.formUnion(Self.ways(of: element, place + "[]"))
    case .map(let element): ways.formUnion(Self.ways(of: element, place + ".*"))
    case .record(let title, let members):
      for member in members {
        let place = "\(title).\(member.name)"
        if member.absentWhen != nil { ways.formUnion(["\(place): absent", "\(place): there"]) }
        ways.formUnion(Self.ways(of: member.shape, place))
      }
    case .either(let variants):
      for variant in variants {
        ways.insert("\(place): \(variant.when)")
        ways.formUnion(Self.ways(of: variant.shape, place))
      }
    default: break
    }
    return ways
  }
}
