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
      """,
    parameters: [
      .positional("agent", .agent, isRequired: false, "whom to train; the chosen agent unless told"),
      .option("mode", .choice(TrainingMode.allCases.map(\.rawValue)), defaultText: "continuous", "how to train"),
      .option("correction", .correction, "train with this one only, also if it was trained before"),
      .option("response", .text, "an answer without a correction; @FILE reads a file"),
      .option("task", .text, "what the response answers"),
      .option("language", .text, "the language of the response, such as python"),
      .option("verify", .value, "a program that judges the response"),
    ],
    effect: .writes,
    examples: [
      .init("train engineer", "trains with everything new"),
      .init("train engineer --correction last", "trains with the newest correction"),
      .init(
        "train engineer --response @answer.py --task 'implement fibonacci' --language python", "trains with an answer"),
    ], shape: RunReport.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
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
    if let response = try call.text("response") {
      guard call.bound["correction"] == nil else { throw Self.usage("--response and --correction exclude each other") }
      let context = try call.text("task").map { ["task": $0] } ?? [:]
      return try await trainer.train(
        response: response, agent: call.agent(), context: context, language: call.text("language"),
        verifier: call.verifier(), observer: observer)
    }
    if let flag = ["task", "language", "verify"].first(where: { call.bound[$0] != nil }) {
      throw Self.usage("--\(flag) goes with --response")
    }
    guard let id = try call.text("correction") else {
      return try await trainer.train(call.agent(), mode: mode, observer: observer)
    }
    let correction = try trainer.store.correction(matching: id)
    if let agent = try call.text("agent"), agent != correction.agent.rawValue {
      throw Self.usage("correction '\(correction.id)' belongs to '\(correction.agent)', not to '\(agent)'")
    }
    return try await trainer.train(correction: correction, mode: mode, observer: observer)
  }

  private static func usage(_ message: String) -> WhetError { WhetError(.usage, message, exitCode: .usage) }
}
