import WhetCore

/// Instructions of `try`, `retry`, `wait`, `test`, `expect`, and those that turn to the world.
extension Machine {
  mutating func executeGuard(_ instruction: Instruction, _ frame: inout Frame) throws(WhetError) -> MachineEvent? {
    switch instruction {
    case .pushHandler(let target):
      handlers.append(Handler(frameCount: frames.count, stackCount: stack.count, target: Int(target)))
    case .popHandler: handlers.removeLast()
    case .countRetry(let slot, let limit): try countRetry(frame.base + Int(slot), limit: Int(limit))
    case .sleep(let constant): return sleep(code.constants[Int(constant)])
    case .beginWait(let slot, let limit):
      if case .duration(let limit) = code.constants[Int(limit)] {
        stack[frame.base + Int(slot)] = .duration(surroundings.elapsed() + limit)
      }
    case .look(let slot, let pause, let target): return try look(slot, pause, Int(target), &frame)
    case .command(let index): return try request(code.commands[Int(index)])
    case .echo(let count):
      let values = take(Int(count))
      for value in values { try value.requireWritable() }
      return .echo(values)
    case .expect(let index): return try expect(code.expectations[Int(index)], &frame)
    case .failExpectation(let index): throw expectationFailure(code.expectations[Int(index)])
    case .beginTest(let end): return beginTest(end: Int(end))
    case .endTest: return endTest()
    case .trace(let index): return traced(code.tracePoints[Int(index)], frame)
    default: break
    }
    return nil
  }

  /// After a failed run: counts it, and fails like it after the last.
  private mutating func countRetry(_ slot: Int, limit: Int) throws(WhetError) {
    guard case .integer(let count) = stack[slot] else { return }
    stack[slot] = .integer(count + 1)
    if count + 1 >= limit, let caught {
      rethrown = caught
      throw caught.error
    }
  }

  private func sleep(_ value: ScriptValue) -> MachineEvent? {
    if case .duration(let duration) = value { .sleep(duration) } else { nil }
  }

  private mutating func look(
    _ slot: Int32, _ pause: Int32, _ target: Int, _ frame: inout Frame
  ) throws(WhetError) -> MachineEvent? {
    let condition = stack.removeLast()
    guard let holds = try Operators.condition(condition) else {
      frame.position = target
      return .skipped("the wait hangs on a command that was left out", location)
    }
    guard !holds, case .duration(let deadline) = stack[frame.base + Int(slot)],
      case .duration(let pause) = code.constants[Int(pause)]
    else {
      frame.position = target
      return nil
    }
    let rest = deadline - surroundings.elapsed()
    guard rest > .zero else { throw WhetError(.waitTimeout, "the condition did not come true in time") }
    return .sleep(min(pause, rest))
  }

  private mutating func request(_ command: Code.Command) throws(WhetError) -> MachineEvent {
    let values = take(command.bound.deferred.count)
    var request = CommandRequest(
      bound: command.bound, givesValue: command.givesValue, isUnknown: values.contains(where: \.isUnknown),
      location: location)
    expectsValue = command.givesValue
    guard !request.isUnknown, !values.isEmpty else { return .command(request) }
    do throws(PlacedError) {
      request.bound = try command.bound.resolved(with: values)
    } catch {
      throw error.error
    }
    return .command(request)
  }

  private mutating func expect(_ expectation: Code.Expectation, _ frame: inout Frame) throws(WhetError) -> MachineEvent?
  {
    var holds: Bool?
    if let comparison = expectation.comparison {
      let right = stack.removeLast()
      let left = stack.removeLast()
      holds = try Operators.condition(try Operators.apply(comparison, left, right))
      expectationDetail =
        holds == false
        ? "\(VisibleText.quoted(left.shown, limit: 200)) \(comparison.rawValue) "
          + VisibleText.quoted(right.shown, limit: 200) : ""
    } else {
      holds = try Operators.condition(stack.removeLast())
      expectationDetail = ""
    }
    if holds == false, isSpeculative {
      frame.position = expectation.end
      return .skipped("the expectation does not hold as things are; a command before it was left out", location)
    }
    guard holds != false else { return nil }
    frame.position = expectation.end
    return holds == nil ? .skipped("the expectation hangs on a command that was left out", location) : nil
  }

  private mutating func expectationFailure(_ expectation: Code.Expectation) -> WhetError {
    let message = stack.removeLast()
    let text = VisibleText.quoted(expectation.text, limit: 120)
    let said = message == .null ? "" : ": " + message.text
    let detail =
      expectationDetail.isEmpty || expectationDetail == expectation.text ? "" : "; it is \(expectationDetail)"
    return WhetError(.expectationFailed, "expected \(text)\(detail)\(said)")
  }

  private mutating func beginTest(end: Int) -> MachineEvent {
    let name = stack.removeLast().text
    handlers.append(
      Handler(
        frameCount: frames.count, stackCount: stack.count, target: end,
        test: (name, location, surroundings.elapsed())))
    return .testBegan(name)
  }

  private mutating func endTest() -> MachineEvent? {
    guard let test = handlers.popLast()?.test else { return nil }
    return .testEnded(
      TestOutcome(name: test.name, location: test.location, failure: nil, duration: surroundings.elapsed() - test.start)
    )
  }

  private func traced(_ point: Code.TracePoint, _ frame: Frame) -> MachineEvent {
    let slot = point.variable.slot
    let value = point.variable.isGlobal ? globals[slot] ?? .null : stack[frame.base + slot]
    return .assigned(name: point.name, value, location)
  }
}
