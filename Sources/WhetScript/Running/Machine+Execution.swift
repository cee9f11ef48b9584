import WhetCore

extension Machine {
  /// Carries out instructions up to the next event.
  mutating func execute() throws(WhetError) -> MachineEvent {
    breath = Self.breath
    var frame = frames[frames.count - 1]
    var instructions = code.functions[frame.function].instructions
    // The frame is kept in a local while no other part of the machine looks at it.
    defer { if !frames.isEmpty { frames[frames.count - 1] = frame } }
    while true {
      let instruction = instructions[frame.position]
      frame.position += 1
      switch instruction {
      case .constant(let index): stack.append(code.constants[Int(index)])
      case .loadLocal(let slot): stack.append(stack[frame.base + Int(slot)])
      case .storeLocal(let slot): stack[frame.base + Int(slot)] = stack.removeLast()
      case .loadGlobal(let slot): stack.append(try global(Int(slot)))
      case .storeGlobal(let slot): globals[Int(slot)] = stack.removeLast()
      case .addToLocal(let slot): try Operators.add(stack.removeLast(), to: &stack[frame.base + Int(slot)])
      case .addToGlobal(let slot): try addToGlobal(Int(slot))
      case .binary(let binary): try operate(binary)
      case .jump(let target):
        frame.position = Int(target)
        breath -= 1
        if breath <= 0 { return .pause }
      case .jumpUnless(let target):
        let condition = stack.removeLast()
        guard case .bool(let holds) = condition else {
          guard case .unknown = condition else { throw Operators.noCondition(condition) }
          let event = skipped("what follows the condition hangs on a command that was left out", frame)
          frame.position = skip(at: frame.position - 1, &frame) ?? Int(target)
          return event
        }
        if !holds { frame.position = Int(target) }
      case .nextElement(let slot, let exit):
        if !nextElement(frame.base + Int(slot)) { frame.position = Int(exit) }
      case .call(let index):
        try call(code.calls[Int(index)], from: &frame)
        instructions = code.functions[frame.function].instructions
        breath -= 1
        if breath <= 0 { return .pause }
      case .return:
        guard frames.count > 1 else { return .finished }
        leave(&frame)
        instructions = code.functions[frame.function].instructions
      default:
        frames[frames.count - 1] = frame
        let event = try executeRare(instruction, &frame)
        if let event { return event }
      }
    }
  }

  /// Makes unknown what the blocks after an unknown condition might have changed; where to go on.
  mutating func skip(at position: Int, _ frame: inout Frame) -> Int? {
    let function = code.functions[frame.function]
    guard let skip = function.skips[position] else { return nil }
    for variable in skip.variables {
      if variable.isGlobal { globals[variable.slot] = .unknown } else { stack[frame.base + variable.slot] = .unknown }
    }
    guard skip.mayReturn, let end = function.unknownReturn else { return skip.target }
    handlers.removeAll { $0.frameCount == frames.count }
    return end
  }

  private func skipped(_ what: String, _ frame: Frame) -> MachineEvent {
    let places = code.functions[frame.function].places
    return .skipped(what, code.location(of: places[max(0, frame.position - 1)]))
  }

  private func global(_ slot: Int) throws(WhetError) -> ScriptValue {
    guard let value = globals[slot] else {
      throw WhetError(
        .variableNotSet, "the variable '$\(code.globalNames[slot])' has no value yet",
        advice: "the function that uses it was called before the line that sets it")
    }
    return value
  }

  private mutating func addToGlobal(_ slot: Int) throws(WhetError) {
    var value = try global(slot)
    globals[slot] = nil
    defer { globals[slot] = value }
    try Operators.add(stack.removeLast(), to: &value)
  }

  private mutating func operate(_ binary: BinaryOperator) throws(WhetError) {
    let right = stack.removeLast()
    let top = stack.count - 1
    // The two most frequent operations of loops, without a call.
    if case .integer(let left) = stack[top], case .integer(let number) = right {
      if binary == .plus {
        let (sum, overflows) = left.addingReportingOverflow(number)
        if !overflows {
          stack[top] = .integer(sum)
          return
        }
      } else if binary == .less {
        stack[top] = .bool(left < number)
        return
      }
    }
    breath -= Int(stack[top].extent.weight / 16) + Int(right.extent.weight / 16)
    stack[top] = try Operators.apply(binary, stack[top], right)
  }

  /// Gives the loop's variable its next element; `false` at the end.
  private mutating func nextElement(_ slot: Int) -> Bool {
    guard case .list(let list) = stack[slot], case .integer(let index) = stack[slot + 1], index < list.count else {
      stack[slot] = .null
      return false
    }
    stack[slot + 1] = .integer(index + 1)
    stack[slot + 2] = list[Int(index)]
    return true
  }

  private mutating func call(_ call: Code.Call, from frame: inout Frame) throws(WhetError) {
    guard frames.count < Self.callLimit else {
      throw WhetError(
        .recursionTooDeep, "'\(code.functions[call.function].name)' calls go \(Self.callLimit) deep",
        advice: "a function that calls itself needs a case where it does not")
    }
    let function = code.functions[call.function]
    let arguments = Array(stack.suffix(call.parameters.count))
    stack.removeLast(arguments.count)
    frames[frames.count - 1] = frame
    frame = Frame(function: call.function, base: stack.count)
    frames.append(frame)
    enter(function)
    for (parameter, argument) in zip(call.parameters, arguments) {
      stack[frame.base + parameter] = argument
      frame.given |= 1 << UInt64(parameter)
    }
  }

  /// Gives the value on top of the stack to the caller.
  private mutating func leave(_ frame: inout Frame) {
    let value = stack.removeLast()
    stack.removeLast(stack.count - frame.base)
    stack.append(value)
    frames.removeLast()
    frame = frames[frames.count - 1]
  }
}
