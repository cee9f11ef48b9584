import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

/// Takes sessions through the seven steps; each step's artefact is committed before the next step begins.
struct SessionPipeline: Sendable {
  let store: Store
  let evaluator: Evaluator
  let configuration: TrainerConfiguration
  /// Text trained without a correction, by session; a correction's text comes from the memory.
  let responses: [SessionID: BareResponse]

  /// Does the session's next step and commits it.
  ///
  /// - Returns: the session after it; unchanged when the session is finished.
  /// - Throws: `WhetError` of the step or the store, `CancellationError`; nothing of the step is kept then.
  func advance(_ session: SessionRecord, memory: inout AgentMemory) async throws -> SessionRecord {
    try Task.checkCancellation()
    switch try PipelineState(store.steps(of: session.id)) {
    case .started: return try takeInput(session, memory)
    case .input(let input): return try chooseStrategy(session, input, memory)
    case .strategy(let input, let strategy): return try makePrompt(session, input, strategy, &memory)
    case .prompt(let input, _, let prompt): return try makeResponse(session, input, prompt, memory)
    case .response(let input, let strategy, _, let response):
      return try await evaluate(session, input, strategy, response, memory)
    case .evaluation(let input, let strategy, _, let response, let evaluation):
      return try adapt(session, input, strategy, response, evaluation, &memory)
    case .adaptation: return try endSession(session)
    case .finished: return session
    }
  }

  /// The text of an artefact.
  func text(_ digest: ArtefactDigest) throws -> String {
    String(decoding: try store.artefact(digest), as: UTF8.self)
  }

  func correction(of session: SessionRecord, _ memory: AgentMemory) -> Correction? {
    session.correction.flatMap { memory.corrections[$0] }
  }

  // MARK: Step 1, input

  private func takeInput(_ session: SessionRecord, _ memory: AgentMemory) throws -> SessionRecord {
    let input: InputArtefact
    let original: String
    if let correction = correction(of: session, memory) {
      original = correction.original
      input = InputArtefact(
        subject: .correction, agent: session.agent, task: correction.task, context: correction.context,
        format: correction.format, language: correction.language, original: ArtefactDigest(of: .init(original.utf8)),
        nearDuplicates: memory.earlierDuplicates(of: correction.id), isSealed: memory.sealed.contains(correction.id))
    } else {
      let response = try bareResponse(of: session)
      original = response.text
      input = InputArtefact(
        subject: .response, agent: session.agent, task: response.task, context: response.context,
        format: ResponseFormat.detect(in: original, language: response.language), language: response.language,
        original: ArtefactDigest(of: .init(original.utf8)), nearDuplicates: [], isSealed: false)
    }
    return try store.commit(
      step: .input, of: session.id, artefact: StoredJSON.data(input),
      changes: StepChanges(texts: [ArtefactDraft(original)]))
  }

  func bareResponse(of session: SessionRecord) throws -> BareResponse {
    if let response = responses[session.id] { return response }
    guard let digest = session.response else {
      throw WhetError(
        .notFound, "the correction of session '\(session.id)' was removed", advice: "the session cannot go on")
    }
    return try StoredJSON.value(
      BareResponse.self, from: store.artefact(digest), what: "the response of '\(session.id)'")
  }

  // MARK: Step 2, strategy

  private func chooseStrategy(_ session: SessionRecord, _ input: InputArtefact, _ memory: AgentMemory) throws
    -> SessionRecord
  {
    let arms = Strategy.all(for: session.agent).map { memory.arms[$0.name] ?? .init(strategy: $0.name) }
    // The session's own id, so that runs of one session each do not all draw alike, and a resumed one draws the same.
    let seed = session.id.rawValue.utf8.reduce(configuration.seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let choice = ThompsonSampling.choose(among: arms, seed: seed)
    return try store.commit(step: .strategy, of: session.id, artefact: StoredJSON.data(choice))
  }

  // MARK: Step 3, prompt

  private func makePrompt(
    _ session: SessionRecord, _ input: InputArtefact, _ strategy: StrategyArtefact, _ memory: inout AgentMemory
  ) throws -> SessionRecord {
    let lessons = configuration.isLearnerEnabled ? memory.usableLessons : []
    let text = TrainingPrompt.text(
      strategy: .named(strategy.strategy), input: input, original: try self.text(input.original), lessons: lessons)
    let draft = ArtefactDraft(text, basis: memory.lastPrompt)
    let session = try store.commit(
      step: .prompt, of: session.id,
      artefact: StoredJSON.data(PromptArtefact(text: draft.digest, lessons: lessons.map(\.id))),
      changes: StepChanges(texts: [draft]))
    memory.lastPrompt = draft.digest
    return session
  }

  // MARK: Step 4, response

  private func makeResponse(
    _ session: SessionRecord, _ input: InputArtefact, _ prompt: PromptArtefact, _ memory: AgentMemory
  ) throws -> SessionRecord {
    let listed = Set(prompt.lessons)
    let improver = OfflineImprover(lessons: memory.usableLessons.filter { listed.contains($0.id) })
    let improvement = try improver.improve(
      text(input.original), format: input.format, language: input.language, check: Task.checkCancellation)
    let draft = ArtefactDraft(improvement.text)
    let artefact = ResponseArtefact(
      improver: Evaluator.engine, text: draft.digest, applications: improvement.applications,
      note: Self.note(improvement, lessons: listed.count))
    return try store.commit(
      step: .response, of: session.id, artefact: StoredJSON.data(artefact), changes: StepChanges(texts: [draft]))
  }

  private static func note(_ improvement: Improvement, lessons: Int) -> String {
    if lessons == 0 { return "no lesson was known yet; the response stays as it was" }
    if improvement.applications.isEmpty { return "none of \(lessons) lessons fits; the response stays as it was" }
    let changes = improvement.applications.reduce(0) { $0 + $1.count }
    return "\(improvement.applications.count) of \(lessons) lessons made \(changes) change\(changes == 1 ? "" : "s")"
  }

  // MARK: Step 5, evaluation

  private func evaluate(
    _ session: SessionRecord, _ input: InputArtefact, _ strategy: StrategyArtefact, _ response: ResponseArtefact,
    _ memory: AgentMemory
  ) async throws -> SessionRecord {
    let strategy = Strategy.named(strategy.strategy)
    let paired = try await evaluator.compare(
      before: text(input.original), after: text(response.text),
      for: try evaluationCase(of: session, strategy, memory), weights: strategy.weights)
    let isRecall = session.correction.map { memory.learner.history.contains($0) } ?? false
    let artefact = EvaluationArtefact(paired: paired, isRecall: isRecall, note: Self.note(paired, isRecall: isRecall))
    return try store.commit(
      step: .evaluation, of: session.id, artefact: StoredJSON.data(artefact),
      changes: StepChanges(
        scores: .init(
          overallBefore: paired.overallBefore, overallAfter: paired.overallAfter,
          improvement: isRecall ? nil : paired.improvement)))
  }

  private static func note(_ paired: PairedEvaluation, isRecall: Bool) -> String {
    if paired.improvement == nil { return "n/a: nothing could be measured on both sides" }
    if isRecall { return "recall, not improvement: the lessons were learned from this very correction" }
    return "measured by \(Evaluator.engine)"
  }

  private func evaluationCase(of session: SessionRecord, _ strategy: Strategy, _ memory: AgentMemory) throws
    -> EvaluationCase
  {
    if let correction = correction(of: session, memory) {
      return EvaluationCase(correction, requiredParts: strategy.requiredParts)
    }
    let response = try bareResponse(of: session)
    return EvaluationCase(
      id: CorrectionID(session.id.rawValue),
      format: ResponseFormat.detect(in: response.text, language: response.language),
      language: response.language, reference: nil, verifier: response.verifier, requiredParts: strategy.requiredParts)
  }

  // MARK: Step 7, deployment

  /// Within a run the gate decides on all sessions together; one session alone is no evidence.
  private func endSession(_ session: SessionRecord) throws -> SessionRecord {
    let artefact = DeploymentArtefact(note: "left to the run's gate; 'gate explain \(session.run)' shows its decision")
    return try store.commit(step: .deployment, of: session.id, artefact: StoredJSON.data(artefact))
  }
}

/// A response trained without a correction.
struct BareResponse: Sendable, Equatable, Codable {
  var task: String
  var context: [String: String]
  var text: String
  var language: String?
  var verifier: VerifierSpecification?
}
