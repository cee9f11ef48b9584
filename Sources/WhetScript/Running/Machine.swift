public import WhetCore

/// Runs translated scripts; never waits and touches nothing, but asks for what it needs by events.
///
/// `run` goes on until there is something to ask or tell. After a command the answer is given with `answer` or `fail`,
/// then `run` is called again; after `finished` and `failed` there is nothing more.
public struct Machine: Sendable {
  /// How many calls may be open.
  public static let callLimit = 1000
  /// How much is done between two chances to stop: jumps, calls, and the size of what is worked on.
  static let breath = 20_000
  /// What is left of it.
  var breath = Self.breath

  struct Frame {
    var function: Int
    /// The next instruction.
    var position = 0
    /// Where the frame's places begin on the stack.
    var base: Int
    /// Which parameters the call gave, a bit each.
    var given: UInt64 = 0
  }

  /// What catches a failure.
  struct Handler {
    var frameCount: Int
    var stackCount: Int
    var target: Int
    /// For a test its name, its place and when it began.
    var test: (name: String, location: SourceLocation, start: Duration)?
  }

  let code: Code
  let surroundings: Surroundings
  var globals: [ScriptValue?]
  var stack: [ScriptValue] = []
  var frames: [Frame]
  var handlers: [Handler] = []
  /// What the innermost running handler caught.
  var caught: ScriptFailure?
  /// Whether a command was left out, so that what is checked may not hold for that reason alone.
  public private(set) var isSpeculative = false
  /// Whether the script uses the value of the command that was asked for.
  var expectsValue = false
  /// A failure on its way out of `retry` again, as it was.
  var rethrown: ScriptFailure?
  /// What the two sides of an expectation were that did not hold.
  var expectationDetail = ""
  private(set) var isOver = false

  public init(_ session: ScriptSession, _ entry: ScriptEntry, surroundings: Surroundings) {
    code = session.code
    globals = session.values
    self.surroundings = surroundings
    frames = [Frame(function: entry.function, base: 0)]
    enter(code.functions[entry.function])
  }

  /// Goes on to the next event.
  public mutating func run() -> MachineEvent {
    guard !isOver else { return .finished }
    while true {
      do throws(WhetError) {
        let event = try execute()
        if case .finished = event { isOver = true }
        return event
      } catch {
        let failure = rethrown ?? failure(error, at: place)
        rethrown = nil
        if let event = handle(failure) { return event }
      }
    }
  }

  /// Gives the value of the command that was asked for.
  public mutating func answer(_ value: ScriptValue) {
    if value.isUnknown { isSpeculative = true }
    if expectsValue { stack.append(value) }
  }

  /// Says that the command that was asked for failed; an event if that ends a test or the script.
  public mutating func fail(_ error: WhetError) -> MachineEvent? { handle(failure(error, at: place)) }

  /// Says that the script ends before its test does: the test has failed then. `nil` where none is open.
  public mutating func abandonTest() -> MachineEvent? {
    guard let index = handlers.lastIndex(where: { $0.test != nil }) else { return nil }
    handlers.removeLast(handlers.count - index - 1)
    return fail(
      WhetError(.expectationFailed, "the script ended before the test did", advice: "let a test reach its end"))
  }

  /// Where the instruction stands that is or was last carried out.
  var place: Place {
    guard let frame = frames.last else { return Place(source: 0, span: Span(0, 0)) }
    let places = code.functions[frame.function].places
    return places[max(0, min(frame.position, places.count) - 1)]
  }

  /// The place of the statement being carried out.
  public var location: SourceLocation { code.location(of: place) }

  /// Makes room for a function's variables above its arguments.
  mutating func enter(_ function: Code.Function) {
    let missing = frames[frames.count - 1].base + function.slotCount - stack.count
    if missing > 0 { stack.append(contentsOf: repeatElement(.null, count: missing)) }
  }

  /// Passes a failure to the innermost handler, or out; `nil` if the script goes on without a word.
  private mutating func handle(_ failure: ScriptFailure) -> MachineEvent? {
    guard let handler = handlers.popLast() else {
      isOver = true
      return .failed(failure)
    }
    frames.removeLast(frames.count - handler.frameCount)
    stack.removeLast(stack.count - handler.stackCount)
    frames[frames.count - 1].position = handler.target
    if let test = handler.test {
      return .testEnded(
        TestOutcome(
          name: test.name, location: test.location, failure: failure, duration: surroundings.elapsed() - test.start))
    }
    caught = failure
    stack.append(failure.record)
    return nil
  }

  /// A failure with the way that led to it.
  private func failure(_ error: WhetError, at place: Place) -> ScriptFailure {
    var error = error
    let unit = code.sources[place.source]
    if error.location == nil { error.location = unit.text.location(of: place.span.start) }
    let open = frames.dropFirst().reversed()
    let calls = open.prefix(ScriptFailure.callLimit).enumerated().map { offset, frame in
      let caller = frames[frames.count - 2 - offset]
      let places = code.functions[caller.function].places
      return ScriptFailure.Call(
        function: code.functions[frame.function].name,
        location: code.location(of: places[max(0, caller.position - 1)]))
    }
    return ScriptFailure(
      error: error, source: unit.text, span: place.span, calls: calls, callCount: open.count,
      includedAt: code.includeChain(of: place.source))
  }
}

extension ScriptFailure {
  /// What `catch` gives its variable: `code message advice place`, where `place` has `file line column`.
  var record: ScriptValue {
    let place = ScriptRecord(flat: [
      "file": .text(error.location?.file ?? source.name), "line": Self.number(error.location?.line),
      "column": Self.number(error.location?.column),
    ])
    return .record(
      ScriptRecord(flat: [
        "code": .text(error.code.rawValue), "message": .text(error.message),
        "advice": error.advice.map { .text($0) } ?? .null, "place": .record(place),
      ]))
  }

  private static func number(_ value: Int?) -> ScriptValue { value.map { .integer(Int64($0)) } ?? .null }
}
