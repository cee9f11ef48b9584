import WhetCore
import WhetLearning
import WhetScript
import WhetStore
import WhetTraining

/// `step set strategy`: another strategy than the one that was drawn.
struct StepSetStrategy: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "set", "strategy"], summary: "Choose the strategy for the rest of the session",
    discussion: "Steps from 2 on that are done already are taken back and done anew with it.",
    parameters: [.positional("name", .named("strategy"), "one of the agent's strategies")] + StepCommands.parameters,
    effect: .writes, examples: [.init("step set strategy generic", "trains as any agent is trained")],
    shape: StepDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    try await call.choosing(.strategy(call.required("name")))
  }
}

/// `step set lesson`: whether the prompt lists a lesson.
struct StepSetLesson: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "set", "lesson"], summary: "Leave a lesson out of the prompt, or take it in again",
    discussion: """
      The improver uses exactly the lessons that the prompt lists, so a lesson that is off changes nothing in step 4. \
      It holds for this session only; steps from 3 on that are done already are taken back and done anew.
      """,
    parameters: [
      .positional("id", .lesson, "its id, or a beginning of it"),
      .positional("state", .choice(["off", "on"]), isRequired: false, defaultText: "off", "off leaves it out")
        .explaining(["off": "leaves the lesson out", "on": "uses it again"]),
    ] + StepCommands.parameters,
    effect: .writes, examples: [.init("step set lesson last off", "goes on without the newest lesson")],
    shape: StepDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    var id = try call.required("id")
    if id == "last" {
      let trainer = try await call.trainer()
      let (agent, session) = try call.stepped(trainer)
      let place = try trainer.steppingPlace(agent: agent, session: session)
      id = try trainer.lesson(matching: id, agent: place.run.agent).lesson.id.rawValue
    }
    return try await call.choosing(.lesson(id, isOn: call.text("state") == "on"))
  }
}

/// `step set response`: a person's answer instead of the improver's.
struct StepSetResponse: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "set", "response"], summary: "Give the response yourself instead of the improver",
    discussion: """
      It is recorded as a person's. Its score is shown and never counted as what the lessons do; 'step set model offline' \
      hands the response back to the improver.
      """,
    parameters: [.positional("text", .text, "the response; @FILE reads a file")] + StepCommands.parameters,
    effect: .writes, examples: [.init("step set response @answer.py", "measures the text of a file")],
    shape: StepDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    try await call.choosing(.response(call.required("text")))
  }
}

/// `step set model`: what makes the response.
struct StepSetModel: ShellCommand {
  let specification = CommandSpecification(
    path: ["step", "set", "model"], summary: "Choose what makes the response",
    discussion: "'offline' applies the lessons without a model. This version knows no other.",
    parameters: [.positional("model", .text, "offline")] + StepCommands.parameters,
    effect: .writes, examples: [.init("step set model offline", "lets the improver make the response again")],
    shape: StepDocument.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    try await call.choosing(.model(call.required("model")))
  }
}

extension CommandCall {
  /// Makes a choice and shows where it leads.
  func choosing(_ choice: StepChoice) async throws -> CommandResult {
    try await stepping { trainer, stepped, observer in
      try await trainer.choose(choice, agent: stepped.agent, session: stepped.session, observer: observer)
    }
  }
}
