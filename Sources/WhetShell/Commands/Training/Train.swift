import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `train`: a run over an agent's new corrections, over one of them, or over a bare response.
struct Train: ShellCommand {
  let specification = CommandSpecification(
    path: ["train"], summary: "Train an agent and measure whether it helps",
    discussion: """
      Each correction the agent has not been trained with becomes a session of seven steps. Then every case is scored \
      by lessons learned without it, and the gate decides whether the lessons may be deployed. A refusal is a result \
      of the run and no failure. With --response an answer that nobody has corrected is improved and measured.

      With --step the run stops after each step, and 'step next', 'step back', 'step set' and others go on with it, in \
      this shell or a later one. Until 'step run --all' or 'step abort' no other training of the agent begins.
      """,
    parameters: [
      .positional("agent", .agent, isRequired: false, "whom to train; the chosen agent unless told"),
      .option("mode", .choice(TrainingMode.allCases.map(\.rawValue)), defaultText: "continuous", "how to train")
        .explaining(TrainingMode.meanings),
      .option("correction", .correction, "train with this one only, also if it was trained before"),
      .option("response", .text, "an answer without a correction; @FILE reads a file"),
      .option("task", .text, "what the response answers"),
      .option("language", .text, "the language of the response, such as python"),
      .option("verify", .value, "a program that judges the response"),
      .flag("step", "stop after each step and show what it left"),
    ],
    effect: .writes,
    examples: [
      .init("train engineer", "trains with everything new"),
      .init("train engineer --correction last", "trains with the newest correction"),
      .init(
        "train engineer --response @answer.py --task 'implement fibonacci' --language python", "trains with an answer"),
      .init("train engineer --step", "does the first step and waits for 'step next'"),
    ],
    shape: .either([
      .init(when: "with --step", StepDocument.shape), .init(when: "without", RunReport.shape),
    ]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    if call.flag("step") {
      return try await call.stepping { trainer, _, observer in try await begin(call, trainer, observer) }
    }
    let trainer = try await call.trainer()
    let progress = TrainingProgress(shell: call.shell)
    defer { progress.finish() }
    let report = try await report(call, trainer, progress.observer)
    progress.finish()
    return CommandResult(report.value, as: .document(RunDocument.summary(report)))
  }

  private func report(
    _ call: CommandCall, _ trainer: AgentTrainer, _ observer: @escaping TrainingObserver
  ) async throws -> RunReport {
    let mode = try call.text("mode").flatMap(TrainingMode.init(rawValue:)) ?? .continuous
    if let response = try response(call) {
      return try await trainer.train(
        response: response.text, agent: call.agent(), context: response.context, language: call.text("language"),
        verifier: call.verifier(), observer: observer)
    }
    guard let correction = try correction(call, trainer) else {
      return try await trainer.train(call.agent(), mode: mode, observer: observer)
    }
    return try await trainer.train(correction: correction, mode: mode, observer: observer)
  }

  /// The same, stopped after the first step.
  private func begin(
    _ call: CommandCall, _ trainer: AgentTrainer, _ observer: @escaping TrainingObserver
  ) async throws -> SteppingReport {
    if let response = try response(call) {
      return try await trainer.beginStepping(
        response: response.text, agent: call.agent(), context: response.context, language: call.text("language"),
        verifier: call.verifier(), observer: observer)
    }
    let correction = try correction(call, trainer)
    let mode = try call.text("mode").flatMap(TrainingMode.init(rawValue:)) ?? .continuous
    let report = try await trainer.beginStepping(
      correction?.agent ?? call.agent(), with: correction, mode: mode, observer: observer)
    if report.done.isEmpty { call.note("this run is stepped through already; here is where it stands") }
    return report
  }

  /// A response that nobody has corrected, with what goes with it.
  private func response(_ call: CommandCall) throws -> (text: String, context: [String: String])? {
    guard let response = try call.text("response") else {
      if let flag = ["task", "language", "verify"].first(where: { call.bound[$0] != nil }) {
        throw Self.usage("--\(flag) goes with --response")
      }
      return nil
    }
    guard call.bound["correction"] == nil else { throw Self.usage("--response and --correction exclude each other") }
    return (response, try call.text("task").map { ["task": $0] } ?? [:])
  }

  /// The only correction to train, if one is named.
  private func correction(_ call: CommandCall, _ trainer: AgentTrainer) throws -> Correction? {
    guard let id = try call.text("correction") else { return nil }
    let correction = try trainer.store.correction(matching: id)
    if let agent = try call.text("agent"), agent != correction.agent.rawValue {
      throw Self.usage("correction '\(correction.id)' belongs to '\(correction.agent)', not to '\(agent)'")
    }
    return correction
  }

  private static func usage(_ message: String) -> WhetError { WhetError(.usage, message, exitCode: .usage) }
}
