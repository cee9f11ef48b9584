extension ValueShape {
  /// The shape in a few words, such as `list of run` or `number from 0 to 100`.
  public var phrase: String { kindPhrase + (nullWhen == nil ? "" : " or null") }

  private var kindPhrase: String {
    switch kind {
    case .any: "any value"
    case .nothing: "null"
    case .text: "text"
    case .word(let words): words.joined(separator: "|")
    case .boolean: "true or false"
    case .integer(let minimum): "integer from \(minimum)"
    case .number(let bounds, let unit): "number" + Self.phrase(of: bounds) + (unit.isEmpty ? "" : " (\(unit))")
    case .moment: "moment"
    case .id(let name): "id of a \(name)"
    case .list(let element, let count): (count.map { "\($0) times " } ?? "list of ") + element.phrase
    case .map(let value): "names with \(value.phrase)"
    case .record(let title, _): title
    case .either(let variants): variants.map(\.shape.phrase).joined(separator: ", or ")
    }
  }

  private static func phrase(of bounds: ClosedRange<Double>) -> String {
    let text = { (number: Double) in Int64(exactly: number).map(String.init) ?? String(number) }
    return switch (bounds.lowerBound.isFinite, bounds.upperBound.isFinite) {
    case (true, true): " from \(text(bounds.lowerBound)) to \(text(bounds.upperBound))"
    case (true, false): " from \(text(bounds.lowerBound))"
    case (false, true): " up to \(text(bounds.upperBound))"
    case (false, false): ""
    }
  }

  /// Every record in it, outermost first and each title once.
  public var records: [(title: String, members: [Member])] {
    var found: [(title: String, members: [Member])] = []
    gather(into: &found)
    return found
  }

  private func gather(into found: inout [(title: String, members: [Member])]) {
    switch kind {
    case .list(let shape, _), .map(let shape): shape.gather(into: &found)
    case .either(let variants): for variant in variants { variant.shape.gather(into: &found) }
    case .record(let title, let members):
      guard !found.contains(where: { $0.title == title }) else { return }
      found.append((title, members))
      for member in members { member.shape.gather(into: &found) }
    default: break
    }
  }
}
