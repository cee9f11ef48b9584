import WhetCore

extension Builtin {
  /// A function that makes texts of the texts it is given: where one of those is secret, every text it makes is.
  ///
  /// `apply` meets secrets as plain texts, so its errors must not quote what it is given.
  static func makingTexts(
    _ name: String, _ parameters: [Parameter], gives result: ValueKinds, _ summary: String,
    examples: [(call: String, result: String)],
    apply: @escaping @Sendable ([ScriptValue], Surroundings) throws(WhetError) -> ScriptValue
  ) -> Builtin {
    Builtin(name, parameters, gives: result, summary, examples: examples) {
      arguments, surroundings throws(WhetError) in
      try keepingSecrets(arguments) { plain throws(WhetError) in try apply(plain, surroundings) }
    }
  }

  /// What `make` gives for the arguments without their secrecy, secret where one of them was.
  static func keepingSecrets(
    _ arguments: [ScriptValue], _ make: ([ScriptValue]) throws(WhetError) -> ScriptValue
  ) throws(WhetError) -> ScriptValue {
    guard arguments.contains(where: holdsSecret) else { return try make(arguments) }
    return try hidden(try make(arguments.map(revealed)))
  }

  private static func holdsSecret(_ argument: ScriptValue) -> Bool {
    guard case .list(let list) = argument else { return isSecret(argument) }
    return !list.isRange && list.contains(where: isSecret)
  }

  private static func isSecret(_ value: ScriptValue) -> Bool {
    if case .secret = value { true } else { false }
  }

  private static func revealed(_ argument: ScriptValue) -> ScriptValue {
    switch argument {
    case .secret(let text): .text(text)
    case .list(.elements(let elements, let extent)):
      .list(
        .elements(elements.map { if case .secret(let text) = $0 { .text(text) } else { $0 } }, extent))
    default: argument
    }
  }

  private static func hidden(_ value: ScriptValue) throws(WhetError) -> ScriptValue {
    switch value {
    case .text(let text), .path(let text): return .secret(text)
    case .list(.elements(let elements, let extent)):
      var values: [ScriptValue] = []
      values.reserveCapacity(elements.count)
      for element in elements { values.append(try hidden(element)) }
      return .list(.elements(values, extent))
    case .record(let record):
      var members: [ScriptRecord.Member] = []
      for member in record.members { members.append(.init(member.name, try hidden(member.value))) }
      return .record(try ScriptRecord(members))
    default: return value
    }
  }
}
