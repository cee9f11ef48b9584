import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `step list`: the sessions that are stepped through.
struct StepList: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "list"], summary: "List the sessions being stepped through",
    discussion: "Begin one with 'train AGENT --step'. It stays where it is when the shell ends.",
    parameters: [.option("agent", .agent, "only this agent's")], effect: .reads,
    examples: [.init("step", "shows where you stand in each")], shape: .list(shape))

  private static let shape = ValueShape.record(
    "stepped session",
    [
      .init("session", .id("session"), "its id"), .init("run", .id("run"), "the run it belongs to"),
      .init("agent", .text, "who is trained"),
      .init("correction", .id("correction").orNull("a bare response is trained"), "what it learns from"),
      .init("step", .word(StepDocument.steps).orNull("no step is done"), "the last step done"),
      .init("position", .integer(from: 1), "its place in the run"), .init("sessions", .count, "how many the run has"),
      .init("next", StepAdvice.shape, "what 'step next' does"),
      .init("nextWords", .text, "the same in words"),
    ])

  private static let table = TableDescription(
    [
      .init("session"), .init("run"), .init("agent"), .init("correction"), .init("step"),
      .init("step next", "nextWords"),
    ],
    whenEmpty: "no session is stepped through; begin one with 'train AGENT --step'")

  func run(_ call: CommandCall) async throws -> CommandResult {
    let agent = try call.text("agent").map { try AgentName($0) }
    let places = try await call.trainer().store.steppingPlaces(agent: agent)
    return .list(places.map(Self.value), Self.table)
  }

  private static func value(_ place: SteppingPlace) -> JSONValue {
    .record([
      "session": .string(place.session.id.rawValue), "run": .string(place.run.id.rawValue),
      "agent": .string(place.run.agent.rawValue), "correction": JSONValue(place.session.correction?.rawValue),
      "step": JSONValue(place.session.lastStep?.name), "position": JSONValue(place.session.position),
      "sessions": JSONValue(place.sessions), "next": StepAdvice.value(place.next),
      "nextWords": .string(StepAdvice.words(of: place)),
    ])
  }
}
