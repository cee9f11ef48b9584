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
      At least one of --corrected, --feedback, --verify and --accept says what there is to learn. --accept says that \
      the answer was fine: no lesson may change it, nor what is like it. Secrets are replaced before anything is stored. \
      Without --id the id is made from the content, so adding the same correction twice changes nothing. The answer is \
      the file, or --original, or --session gives it with its task; --task is needed unless the answer is accepted.
      """,
    parameters: [
      .positional("answerer", .agent, isRequired: false, "whose answer it was; the chosen agent unless told"),
      .positional("answer", .file, isRequired: false, "the answer's file; - is standard input"),
      .option("agent", .agent, "the same as AGENT"),
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
      .init("correction add engineer @answer.py --accept", "says that an answer was fine as it was"),
      .init("correction add --session last --corrected @better.py", "corrects the answer captured last"),
      .init(
        "correction add --agent engineer --task 'add two' --original @answer.py --verify ['python3', '{response}']",
        "adds an answer that a program judges"),
    ], shape: Correction.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let answer = try Answer(call)
    var fields = try await beginning(call, answer)
    fields.id = try call.text("id")
    try call.apply(to: &fields)
    let draft = try CorrectionDraft(fields)
    let count = draft.redactions.values.reduce(0) { $0 + $1.count }
    if count > 0 { call.warn("\(NumberText.count(count, "secret")) replaced before storing") }
    return try await result(of: draft, call.trainer().store, call)
  }

  /// The answer as positional arguments give it.
  private struct Answer {
    var agent: AgentName?
    var file: String?

    init(_ call: CommandCall) throws {
      file = try call.text("answer")
      agent = try call.text("answerer").map { try AgentName($0) }
      if file == nil, let agent {
        throw WhetError(
          .usage, "'correction add \(agent)' needs the answer's file too",
          advice: "say 'correction add \(agent) @FILE', or '--agent \(agent)'", exitCode: .usage)
      }
      guard file == nil || ["agent", "original", "session"].allSatisfy({ call.bound[$0] == nil }) else {
        throw WhetError(.usage, "the answer or its agent is given twice", exitCode: .usage)
      }
    }
  }

  private func beginning(_ call: CommandCall, _ answer: Answer) async throws -> CorrectionFields {
    if let file = answer.file {
      let task = try call.text("task") ?? (call.flag("accept") ? "not given: the answer in \(file)" : nil)
      guard let task else {
        throw WhetError(.usage, "'correction add' needs --task, or --accept", exitCode: .usage)
      }
      return CorrectionFields(
        agent: try answer.agent ?? call.agent(), task: task, original: try call.readText(file),
        language: SourceLanguage.name(forFile: file))
    }
    if let session = try call.text("session") {
      let trainer = try await call.trainer()
      let id = try trainer.store.session(matching: session).id
      return try AgentTrainingIntegration(trainer: trainer).correctionFields(of: id)
    }
    guard call.bound["task"] != nil, call.bound["original"] != nil else {
      throw WhetError(.usage, "'correction add' needs --task and an answer, or --session", exitCode: .usage)
    }
    return CorrectionFields(agent: try call.agent(), task: "", original: "")
  }

  private func result(of draft: CorrectionDraft, _ store: Store, _ call: CommandCall) throws -> CommandResult {
    switch try store.add([draft]).first {
    case .added(let correction):
      return CommandResult(
        correction.value,
        as: .text(
          "added correction \(correction.id)" + (correction.isAccepted ? ": no lesson may change such an answer" : "")))
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
