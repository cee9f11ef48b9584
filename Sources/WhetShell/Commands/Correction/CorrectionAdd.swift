import WhetCore
import WhetIntegration
import WhetScript
import WhetStore
import WhetTraining

/// `correction add`: one correction from flags.
struct CorrectionAdd: ShellCommand {
  let specification = CommandSpecification(
    path: ["correction", "add"], summary: "Add one correction",
    discussion: """
      At least one of --corrected, --feedback, --verify and --accept says what there is to learn. Secrets are \
      replaced before anything is stored. Without --id the id is made from the content, so adding the same \
      correction twice changes nothing. --task and --original are needed unless --session gives them.
      """,
    parameters: [
      .option("agent", .agent, "whose answer it was; the chosen agent unless told"),
      .option("session", .session, "begin with the answer this session captured: its agent, task and original"),
    ]
      + CorrectionCommands.fields + [
        .flag("accept", "the answer was right as it was"),
        .option("id", .text, "a name for the correction"),
      ],
    effect: .writes,
    examples: [
      .init(
        "correction add --agent engineer --task 'read the file' --original @answer.py --corrected @better.py "
          + "--language python", "adds what you made of an answer"),
      .init("correction add --session last --corrected @better.py", "corrects the answer captured last"),
      .init(
        "correction add --agent engineer --task 'add two' --original @answer.py --verify ['python3', '{response}']",
        "adds an answer that a program judges"),
    ], shape: Correction.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    var fields = try await beginning(call)
    fields.id = try call.text("id")
    try call.apply(to: &fields)
    let draft = try CorrectionDraft(fields)
    let count = draft.redactions.values.reduce(0) { $0 + $1.count }
    if count > 0 { call.warn("\(NumberText.count(count, "secret")) replaced before storing") }
    return try await result(of: draft, call.trainer().store, call)
  }

  private func beginning(_ call: CommandCall) async throws -> CorrectionFields {
    if let session = try call.text("session") {
      let trainer = try await call.trainer()
      let id = try trainer.store.session(matching: session).id
      return try AgentTrainingIntegration(trainer: trainer).correctionFields(of: id)
    }
    guard call.bound["task"] != nil, call.bound["original"] != nil else {
      throw WhetError(.usage, "'correction add' needs --task and --original, or --session", exitCode: .usage)
    }
    return CorrectionFields(agent: try call.agent(), task: "", original: "")
  }

  private func result(of draft: CorrectionDraft, _ store: Store, _ call: CommandCall) throws -> CommandResult {
    switch try store.add([draft]).first {
    case .added(let correction):
      return CommandResult(correction.value, as: .text("added correction \(correction.id)"))
    case .unchanged(let id):
      return CommandResult(try store.correction(id).value, as: .text("correction \(id) is there already"))
    case .hidden(let id):
      try store.restore(id)
      return CommandResult(try store.correction(id).value, as: .text("correction \(id) is back; it had been removed"))
    case .conflict(let error): throw error
    case nil: throw WhetError(.unexpected, "the store gave no answer")
    }
  }
}
