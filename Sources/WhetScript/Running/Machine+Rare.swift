import WhetCore

/// Instructions that are not worth a place in the innermost loop.
extension Machine {
  mutating func executeRare(_ instruction: Instruction, _ frame: inout Frame) throws(WhetError) -> MachineEvent? {
    switch instruction {
    case .pop: stack.removeLast()
    case .makeList(let count): try makeList(take(Int(count)))
    case .makeRecord(let shape): try makeRecord(code.shapes[Int(shape)])
    case .interpolate(let count): try interpolate(take(Int(count)))
    case .readFile: try readFile()
    case .field(let name):
      let name = code.names[Int(name)]
      try replaceTop { value throws(WhetError) in try Operators.field(name, of: value) }
    case .element:
      let index = stack.removeLast()
      try replaceTop { value throws(WhetError) in try Operators.element(index, of: value) }
    case .negate: try replaceTop { value throws(WhetError) in try Operators.negated(value) }
    case .not: try replaceTop { value throws(WhetError) in try Operators.inverted(value) }
    case .decideAnd(let target): try decide(by: false, target, &frame)
    case .decideOr(let target): try decide(by: true, target, &frame)
    case .requireCondition: _ = try Operators.condition(stack[stack.count - 1])
    case .callBuiltin(let index, let count): try callBuiltin(Builtins.all[Int(index)], count: Int(count))
    case .skipDefault(let parameter, let target):
      if frame.given & (1 << UInt64(parameter)) != 0 { frame.position = Int(target) }
    case .beginLoop(let slot): return try beginLoop(frame.base + Int(slot), &frame)
    case .addToLocal, .addToGlobal: break
    default: return try executeGuard(instruction, &frame)
    }
    return nil
  }

  /// The topmost values, in the order they were put there.
  mutating func take(_ count: Int) -> [ScriptValue] {
    defer { stack.removeLast(count) }
    return Array(stack.suffix(count))
  }

  private mutating func replaceTop(_ transform: (ScriptValue) throws(WhetError) -> ScriptValue) throws(WhetError) {
    stack[stack.count - 1] = try transform(stack[stack.count - 1])
  }

  /// What holds an unknown value is unknown as a whole, so that nothing can be told by its other parts.
  private mutating func makeList(_ elements: [ScriptValue]) throws(WhetError) {
    stack.append(elements.contains(where: \.isUnknown) ? .unknown : .list(try ScriptList(elements)))
  }

  private mutating func makeRecord(_ names: [String]) throws(WhetError) {
    let values = take(names.count)
    if values.contains(where: \.isUnknown) { return stack.append(.unknown) }
    stack.append(.record(try ScriptRecord(zip(names, values).map { .init($0, $1) })))
  }

  /// Joins values to a text, which is secret if one of them is.
  private mutating func interpolate(_ values: [ScriptValue]) throws(WhetError) {
    if values.contains(where: \.isUnknown) { return stack.append(.unknown) }
    var text = ""
    for value in values {
      try value.requireWritable()
      if case .secret(let secret) = value { text += secret } else { text += value.text }
      guard text.utf8.count <= ScriptValue.sizeLimit else { throw .textTooLarge }
    }
    stack.append(values.contains { if case .secret = $0 { true } else { false } } ? .secret(text) : .text(text))
  }

  private mutating func readFile() throws(WhetError) {
    let path = stack.removeLast()
    if path.isUnknown { return stack.append(.unknown) }
    // What cannot be read is named in a message.
    if case .secret = path { throw .wrongKind(path, "'@'", takes: [.text, .path]) }
    stack.append(.text(try surroundings.read(path.plainText ?? "")))
  }

  /// The left side of `and` and `or`: stays where it decides, and is taken where it does not.
  private mutating func decide(by value: Bool, _ target: Int32, _ frame: inout Frame) throws(WhetError) {
    let condition = try Operators.condition(stack[stack.count - 1])
    if condition == value || condition == nil { frame.position = Int(target) } else { stack.removeLast() }
  }

  private mutating func callBuiltin(_ builtin: Builtin, count: Int) throws(WhetError) {
    let arguments = take(count)
    if arguments.contains(where: \.isUnknown) { return stack.append(.unknown) }
    for argument in arguments { breath -= Int(argument.extent.weight / 4) }
    for (argument, parameter) in zip(arguments, builtin.parameters) where !parameter.kinds.contains(argument.kind) {
      throw .wrongKind(argument, "'\(parameter.name)' of '\(builtin.name)'", takes: parameter.kinds)
    }
    stack.append(try builtin.apply(arguments, surroundings))
  }

  private mutating func beginLoop(_ slot: Int, _ frame: inout Frame) throws(WhetError) -> MachineEvent? {
    let sequence = stack.removeLast()
    stack[slot + 1] = .integer(0)
    if sequence.isUnknown {
      stack[slot] = .list(.empty)
      let place = location
      frame.position = skip(at: frame.position - 1, &frame) ?? frame.position
      return .skipped("the loop hangs on a command that was left out", place)
    }
    guard case .list = sequence else { throw .wrongKind(sequence, "'for'", takes: .list) }
    stack[slot] = sequence
    return nil
  }
}

extension ScriptValue {
  /// Whether it is the value of a command that a dry run left out.
  public var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }
}
