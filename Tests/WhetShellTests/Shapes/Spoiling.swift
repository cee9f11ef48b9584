import WhetCore

/// Values that are nearly a given one: each lacks something, has something more, or has something of another kind.
enum Spoiling {
  /// At most about forty, from all over the value.
  static func variants(of value: JSONValue) -> [JSONValue] {
    let all = spoiled(value, depth: 0)
    let stride = max(1, all.count / 40)
    return all.enumerated().compactMap { $0 % stride == 0 ? $1 : nil }
  }

  private static func spoiled(_ value: JSONValue, depth: Int) -> [JSONValue] {
    var variants = others(than: value)
    guard depth < 6 else { return variants }
    switch value {
    case .object(let members):
      variants.append(.object(members + [.init("surplus", 1)]))
      for (index, member) in members.enumerated() {
        var without = members
        without.remove(at: index)
        variants.append(.object(without))
        variants += spoiled(member.value, depth: depth + 1).map { part in
          var changed = members
          changed[index].value = part
          return .object(changed)
        }
      }
    case .array(let elements):
      variants.append(.array(elements + [.null]))
      for (index, element) in elements.prefix(2).enumerated() {
        variants += spoiled(element, depth: depth + 1).map { part in
          var changed = elements
          changed[index] = part
          return .array(changed)
        }
      }
    default: break
    }
    return variants
  }

  private static func others(than value: JSONValue) -> [JSONValue] {
    let candidates: [JSONValue] = [.null, true, -1, 7, 250.5, "", "a b", "open", [], .object([])]
    return candidates.filter { $0 != value }
  }
}
