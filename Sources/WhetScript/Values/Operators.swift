import WhetCore

/// What the operators of the language do with values; an unknown operand gives an unknown result.
enum Operators {
  /// The value of `left operator right`, for all operators but `and` and `or`.
  static func apply(
    _ binary: BinaryOperator, _ left: ScriptValue, _ right: ScriptValue
  ) throws(WhetError) -> ScriptValue {
    if left.isUnknown || right.isUnknown { return .unknown }
    switch binary {
    case .plus:
      var sum = left
      try add(right, to: &sum)
      return sum
    case .minus, .times, .divide, .remainder: return try Arithmetic.apply(binary, left, right)
    case .equal: return .bool(equal(left, right))
    case .notEqual: return .bool(!equal(left, right))
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return .bool(try ordered(binary, left, right))
    case .in: return .bool(try contains(left, in: right))
    case .matches: return .bool(try matches(left, right))
    case .and, .or: throw mismatch(binary, left, right)
    }
  }

  /// `value = value + right`, in place where nobody else holds the value.
  static func add(_ right: ScriptValue, to value: inout ScriptValue) throws(WhetError) {
    switch right {
    case .integer(let number):
      if case .integer(let left) = value {
        let (sum, overflows) = left.addingReportingOverflow(number)
        guard !overflows else { throw Arithmetic.overflow }
        value = .integer(sum)
        return
      }
    case .text(let other): if case .text = value { return try append(other, to: &value) }
    case .list(let other): if case .list = value { return try append(other, to: &value) }
    case .record(let other):
      if case .record(let record) = value {
        value = .record(try record.adding(other))
        return
      }
    default: break
    }
    value = try join(value, right)
  }

  private static func append(_ other: String, to value: inout ScriptValue) throws(WhetError) {
    guard case .text(var text) = value else { return }
    guard text.utf8.count + other.utf8.count <= ScriptValue.sizeLimit else { throw .textTooLarge }
    // Let go of first, so that only the local holds the text and it grows in place.
    value = .null
    text += other
    value = .text(text)
  }

  private static func append(_ other: ScriptList, to value: inout ScriptValue) throws(WhetError) {
    guard case .list(var list) = value else { return }
    // As above.
    value = .null
    defer { value = .list(list) }
    try list.append(contentsOf: other)
  }

  private static func join(_ left: ScriptValue, _ right: ScriptValue) throws(WhetError) -> ScriptValue {
    if left.isUnknown || right.isUnknown { return .unknown }
    guard left.kind.isSubset(of: .textual), right.kind.isSubset(of: .textual) else {
      return try Arithmetic.apply(.plus, left, right)
    }
    let text = (left.plainText ?? "") + (right.plainText ?? "")
    guard text.utf8.count <= ScriptValue.sizeLimit else { throw .textTooLarge }
    return left.kind == .secret || right.kind == .secret ? .secret(text) : .text(text)
  }

  /// Numbers by their size; texts, paths and secrets by their characters; everything else only with its own kind.
  static func equal(_ left: ScriptValue, _ right: ScriptValue) -> Bool {
    switch (left, right) {
    case (.integer(let integer), .number(let number)), (.number(let number), .integer(let integer)):
      return Arithmetic.order(integer, number) == 0
    case (.text(let left), .path(let right)), (.text(let left), .secret(let right)),
      (.path(let left), .text(let right)),
      (.path(let left), .secret(let right)), (.secret(let left), .text(let right)),
      (.secret(let left), .path(let right)):
      return left == right
    case (.list(let left), .list(let right)):
      if left.isRange, right.isRange { return left == right }
      return left.count == right.count && zip(left, right).allSatisfy { equal($0, $1) }
    case (.record(let left), .record(let right)):
      return left.count == right.count
        && left.members.allSatisfy { member in right[member.name].map { equal(member.value, $0) } ?? false }
    default: return left == right
    }
  }

  private static func ordered(
    _ binary: BinaryOperator, _ left: ScriptValue, _ right: ScriptValue
  ) throws(WhetError) -> Bool {
    guard let order = order(left, right) else { throw mismatch(binary, left, right) }
    return switch binary {
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    default: order >= 0
    }
  }

  /// -1, 0 or 1; `nil` for values that have no order. Texts go by their Unicode scalars.
  static func order(_ left: ScriptValue, _ right: ScriptValue) -> Int? {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.integer(let left), .number(let right)): Arithmetic.order(left, right)
    case (.number(let left), .integer(let right)): -Arithmetic.order(right, left)
    case (.number(let left), .number(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.duration(let left), .duration(let right)): left < right ? -1 : left == right ? 0 : 1
    case (.text(let left), .text(let right)): left < right ? -1 : left == right ? 0 : 1
    default: nil
    }
  }

  private static func contains(_ value: ScriptValue, in container: ScriptValue) throws(WhetError) -> Bool {
    switch container {
    case .list(.range(let first, let step, let count)):
      guard let number = whole(value) else { return false }
      let (place, rest) = (Int128(number) - Int128(first)).quotientAndRemainder(dividingBy: Int128(step))
      return rest == 0 && (0..<Int128(count)).contains(place)
    case .list(let list): return list.contains { equal($0, value) }
    case .record(let record):
      guard let name = value.plainText, value.kind.isSubset(of: .textual) else { break }
      return record[name] != nil
    case .text, .path, .secret:
      guard value.kind.isSubset(of: .textual), let part = value.plainText,
        let text = container.plainText
      else { break }
      var places = TextSearch(of: Array(part.utf8), in: Array(text.utf8))
      return part.isEmpty || places.next() != nil
    default: break
    }
    throw mismatch(.in, value, container)
  }

  /// The integer that a number is equal to.
  private static func whole(_ value: ScriptValue) -> Int64? {
    switch value {
    case .integer(let integer): integer
    case .number(let number): Int64(exactly: number)
    default: nil
    }
  }

  private static func matches(_ value: ScriptValue, _ pattern: ScriptValue) throws(WhetError) -> Bool {
    guard value.kind.isSubset(of: .textual), let text = value.plainText,
      case .text(let pattern) = pattern
    else { throw mismatch(.matches, value, pattern) }
    return try PatternMatching.matches(text, pattern)
  }

  /// The value of `operand.name`.
  static func field(_ name: String, of value: ScriptValue) throws(WhetError) -> ScriptValue {
    if value.isUnknown { return .unknown }
    guard case .record(let record) = value else {
      throw WhetError(
        .noSuchField, "there is no '.\(name)' in \(value.described)",
        advice: value == .null ? "the value is missing; 'if ... != null' asks for it first" : nil)
    }
    if let found = record[name] { return found }
    throw missing(name, in: record)
  }

  /// The value of `operand[index]`: a list's element, from the end for a negative index, or a record's field.
  static func element(_ index: ScriptValue, of value: ScriptValue) throws(WhetError) -> ScriptValue {
    if value.isUnknown || index.isUnknown { return .unknown }
    switch (value, index) {
    case (.list(let list), .integer(let number)):
      let position = number < 0 ? Int64(list.count) + number : number
      guard (0..<Int64(list.count)).contains(position) else {
        throw WhetError(
          .indexOutOfRange,
          "the list has \(list.count == 1 ? "one element" : "\(list.count) elements"), none at \(number)",
          advice: "the first is at 0, the last at -1")
      }
      return list[Int(position)]
    case (.record(let record), _) where index.kind.isSubset(of: .textual):
      let name = index.plainText ?? ""
      if let found = record[name] { return found }
      throw missing(index.isSecret ? ScriptValue.hidden : name, in: record)
    case (.list, _): throw .wrongKind(index, "the index of a list", takes: .integer)
    case (.record, _): throw .wrongKind(index, "the index of a record", takes: .text)
    default: throw .wrongKind(value, "'[...]'", takes: [.list, .record])
    }
  }

  private static func missing(_ name: String, in record: ScriptRecord) -> WhetError {
    let near = DidYouMean.nearest(to: name, among: record.names).map { "did you mean '\(VisibleText.quoted($0))'?" }
    let names = record.names.prefix(20).map { VisibleText.quoted($0, limit: 30) }.joined(separator: ", ")
    return WhetError(
      .noSuchField, "the record has no field '\(VisibleText.quoted(name))'",
      advice: near ?? (record.count == 0 ? "it has none at all" : "its fields are \(names)"))
  }

  /// A condition's value; `nil` for an unknown one.
  static func condition(_ value: ScriptValue) throws(WhetError) -> Bool? {
    switch value {
    case .bool(let flag): return flag
    case .unknown: return nil
    default: throw noCondition(value)
    }
  }

  static func noCondition(_ value: ScriptValue) -> WhetError {
    WhetError(
      .wrongKind, "a condition is true or false, not \(value.described)",
      advice: "compare the value with something, such as '!= null' or '> 0'")
  }

  static func inverted(_ value: ScriptValue) throws(WhetError) -> ScriptValue {
    try condition(value).map { .bool(!$0) } ?? .unknown
  }

  static func negated(_ value: ScriptValue) throws(WhetError) -> ScriptValue {
    switch value {
    case .unknown: return .unknown
    case .integer(let number):
      guard number != .min else { throw Arithmetic.overflow }
      return .integer(-number)
    case .number(let number): return .number(-number)
    case .duration(let duration): return .duration(.zero - duration)
    default: throw .wrongKind(value, "'-'", takes: [.number, .integer, .duration])
    }
  }

  static func mismatch(_ binary: BinaryOperator, _ left: ScriptValue, _ right: ScriptValue) -> WhetError {
    let isJoining = binary == .plus && !left.kind.union(right.kind).isDisjoint(with: .textual)
    return WhetError(
      .wrongKind, "'\(binary.rawValue)' cannot work on \(left.described) and \(right.described)",
      advice: isJoining ? "\"${...}\" makes text of any value" : nil)
  }
}
