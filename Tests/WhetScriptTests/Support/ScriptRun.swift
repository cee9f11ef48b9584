import WhetCore

@testable import WhetScript

/// A text that was analysed and, if it is sound, run in a scripted world.
struct ScriptRun {
  /// How many events and chances to stop a run has at most.
  struct Budget {
    var events = 2000
    var pauses = 2000
  }

  /// `CODE LINE:COLUMN`, with the file before it for another one than the text.
  private(set) var faults: [String] = []
  /// One line for each thing the script asked or told.
  private(set) var events: [String] = []
  private(set) var echoed: [String] = []
  private(set) var failure: ScriptFailure?
  /// Whether the budget was used up.
  private(set) var isCutShort = false
  private(set) var pauses = 0
  private(set) var elapsed = Duration.zero

  @discardableResult
  init(_ text: String, in world: ScriptedWorld = .init(), budget: Budget = .init()) {
    var session = ScriptSession(table: sampleTable)
    self.init(text, session: &session, in: world, budget: budget)
  }

  /// Runs an entry of a session, which keeps the variables.
  init(
    _ text: String, session: inout ScriptSession, in world: ScriptedWorld = .init(), budget: Budget = .init()
  ) {
    let input = ScriptInput(SourceText(name: "test.whet", text: text))
    let preparation = session.prepare(input, options: world.options) { path throws(WhetError) in
      SourceText(name: path, text: try world.read(path))
    }
    faults = Self.faults(preparation)
    guard let entry = preparation.entry else { return }
    session.setArguments(world.arguments)
    let clock = FakeClock()
    var machine = Machine(session, entry, surroundings: world.surroundings(clock))
    run(&machine, in: world, clock, budget)
    session.adopt(machine)
    elapsed = clock.elapsed
  }

  /// The code of the failure that ended the script.
  var code: String? { failure?.error.code.rawValue }

  static func faults(_ preparation: ScriptSession.Preparation) -> [String] {
    preparation.reports.flatMap { report in
      report.diagnostics.map { diagnostic in
        let place = report.source.location(of: diagnostic.span.start)
        let file = place.file == "test.whet" ? "" : place.file + ":"
        return "\(diagnostic.code.rawValue) \(file)\(place.line ?? 0):\(place.column ?? 0)"
      }
    }
  }

  private mutating func run(_ machine: inout Machine, in world: ScriptedWorld, _ clock: FakeClock, _ budget: Budget) {
    var calls: [String: Int] = [:]
    var next: MachineEvent?
    while true {
      let event = next ?? machine.run()
      next = nil
      guard events.count < budget.events, pauses < budget.pauses else {
        isCutShort = true
        return
      }
      switch event {
      case .command(let request):
        let name = request.bound.specification.name
        events.append(Self.line(of: request))
        next = answer(request, call: calls[name, default: 0], &machine, world)
        calls[name, default: 0] += 1
      case .sleep(let duration):
        events.append("sleep \(ScriptValue.duration(duration).literal)")
        clock.advance(by: duration)
      case .pause: pauses += 1
      case .finished: return
      default: if tell(event) { return }
      }
    }
  }

  private func answer(
    _ request: CommandRequest, call: Int, _ machine: inout Machine, _ world: ScriptedWorld
  ) -> MachineEvent? {
    if request.isUnknown || world.isDryRun && request.bound.specification.effect != .reads {
      machine.answer(.unknown)
      return nil
    }
    switch world.answer(request.bound.specification.name, call: call) {
    case .value(let value): machine.answer(value)
    case .failure(let error): return machine.fail(error)
    }
    return nil
  }

  /// Writes an event down that needs no answer; `true` if it is the last.
  private mutating func tell(_ event: MachineEvent) -> Bool {
    switch event {
    case .echo(let values):
      echoed.append(values.map(\.text).joined(separator: " "))
      events.append("echo \(echoed[echoed.count - 1])")
    case .testBegan(let name): events.append("test \(name)")
    case .testEnded(let outcome):
      let result = outcome.failure.map { "failed: \($0.error.code.rawValue)" } ?? "passed"
      events.append("test \(outcome.name) \(result)")
    case .assigned(let name, let value, let place): events.append("\(name) = \(value.literal) at \(place.line ?? 0)")
    case .skipped(let what, let place): events.append("skipped \(what) at \(place.line ?? 0):\(place.column ?? 0)")
    case .failed(let failure):
      self.failure = failure
      events.append("failed \(failure.error.code.rawValue)")
      return true
    case .command, .sleep, .pause, .finished: break
    }
    return false
  }

  /// `agent show agent=text("x")`, arguments by name.
  static func line(of request: CommandRequest) -> String {
    let bound = request.bound
    var parts = [bound.specification.name]
    parts += bound.arguments.sorted { $0.key < $1.key }.map { "\($0.key)=\(spelled($0.value))" }
    if !bound.rest.isEmpty { parts.append("-- \(bound.rest.map(\.debugDescription).joined(separator: " "))") }
    if let redirection = bound.redirection { parts.append("> \(redirection.debugDescription)") }
    if let format = bound.format { parts.append("| \(format)") }
    if request.isUnknown { parts.append("(unknown)") }
    return parts.joined(separator: " ")
  }

  private static func spelled(_ argument: ArgumentValue) -> String {
    switch argument {
    case .text(let text): text.debugDescription
    case .content(let path): "content(\(path.debugDescription))"
    case .path(let path): "path(\(path.debugDescription))"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .duration(let duration): ScriptValue.duration(duration).literal
    case .flag(let flag): "\(flag)"
    case .null: "null"
    case .list(let elements): "[\(elements.map(spelled).joined(separator: ", "))]"
    case .record(let members): "{\(members.map { "\($0.name): \(spelled($0.value))" }.joined(separator: ", "))}"
    case .deferred(let index): "deferred(\(index))"
    }
  }
}

/// What the one expression gives, as the language writes it, or the code of its failure or faults.
func value(of expression: String, in world: ScriptedWorld = .init()) -> String {
  let run = ScriptRun("let it = \(expression)\necho [$it]", in: world)
  if let code = run.code { return code }
  guard let line = run.echoed.last else { return run.faults.joined(separator: ", ") }
  return String(line.dropFirst().dropLast())
}
