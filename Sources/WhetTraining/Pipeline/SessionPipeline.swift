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
  /// Texts that steps made and nobody stored.
  var unsaved: [ArtefactDigest: String] = [:]

  /// Does the session's next step and commits it.
  ///
  /// - Returns: the session after it; unchanged when the session is finished.
  /// - Throws: `WhetError` of the step or the store, `CancellationError`; nothing of the step is kept then.
  func advance(_ session: SessionRecord, memory: inout AgentMemory) async throws -> SessionRecord {
    try Task.checkCancellation()
    let choices = try SessionChoices(store.choices(of: session.id))
    let state = try PipelineState(store.steps(of: session.id))
    guard let product = try await product(of: state, session, choices, &memory) else { return session }
    let committed = try store.commit(
      step: product.step, of: session.id, artefact: product.artefact, changes: product.changes)
    memory.remember(product, of: committed)
    return committed
  }

  /// What the step behind a state makes; `nil` behind the last. Nothing is stored.
  func product(
    of state: PipelineState, _ session: SessionRecord, _ choices: SessionChoices, _ memory: inout AgentMemory
  ) async throws -> StepProduct? {
    switch state {
    case .started: try takeInput(session, memory)
    case .input: try chooseStrategy(session, choices, memory)
    case .strategy(let input, let strategy): try makePrompt(input, strategy, choices, memory)
    case .prompt(let input, _, let prompt): try makeResponse(input, prompt, choices, memory)
    case .response(let input, let strategy, let prompt, let response):
      try await evaluate(session, input, strategy, response, chosen: Self.chosen(strategy, prompt, response), memory)
    case .evaluation(_, let strategy, _, let response, let evaluation):
      try adapt(session, strategy, response, evaluation, &memory)
    case .adaptation: endSession(session)
    case .finished: nil
    }
  }

  /// The text of an artefact.
  func text(_ digest: ArtefactDigest) throws -> String {
    if let text = unsaved[digest] { return text }
    return String(decoding: try store.artefact(digest), as: UTF8.self)
  }

  func correction(of session: SessionRecord, _ memory: AgentMemory) -> Correction? {
    session.correction.flatMap { memory.corrections[$0] }
  }

  // MARK: Step 1, input

  private func takeInput(_ session: SessionRecord, _ memory: AgentMemory) throws -> StepProduct {
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
    return StepProduct(.input, input, StepChanges(texts: [ArtefactDraft(original)]))
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

  private func chooseStrategy(
    _ session: SessionRecord, _ choices: SessionChoices, _ memory: AgentMemory
  ) throws -> StepProduct {
    let arms = Strategy.all(for: session.agent).map { memory.arms[$0.name] ?? .init(strategy: $0.name) }
    // The session's own id, so that runs of one session each do not all draw alike, and a resumed one draws the same.
    let seed = session.id.rawValue.utf8.reduce(configuration.seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var choice = ThompsonSampling.choose(among: arms, seed: seed)
    if let strategy = choices.strategy {
      choice.reason = "a person chose it; '\(choice.strategy)' was drawn"
      choice.strategy = strategy
      choice.chosenBy = .person
    }
    return StepProduct(.strategy, choice)
  }

  // MARK: Step 3, prompt

  private func makePrompt(
    _ input: InputArtefact, _ strategy: StrategyArtefact, _ choices: SessionChoices, _ memory: AgentMemory
  ) throws -> StepProduct {
    let usable = configuration.isLearnerEnabled ? memory.usableLessons : []
    var lessons = usable.filter { !choices.off.contains($0.id) }
    var text = TrainingPrompt.text(
      strategy: .named(strategy.strategy), input: input, original: try self.text(input.original), lessons: lessons)
    if let edited = choices.prompt {
      text = try self.text(edited)
      let listed = Set(PromptText(text).listed.map(\.id))
      lessons = usable.filter { listed.contains($0.id) }
    }
    let draft = ArtefactDraft(text, basis: memory.lastPrompt)
    var prompt = PromptArtefact(text: draft.digest, lessons: lessons.map(\.id))
    let off = usable.map(\.id).filter { !prompt.lessons.contains($0) }
    if choices.prompt != nil || !off.isEmpty {
      prompt.switchedOff = off.isEmpty ? nil : off
      prompt.chosenBy = .person
      prompt.note = Self.note(off: off.count, isEdited: choices.prompt != nil)
    }
    return StepProduct(.prompt, prompt, StepChanges(texts: [draft]))
  }

  private static func note(off: Int, isEdited: Bool) -> String {
    let lessons = off == 0 ? nil : "a person switched \(off) lesson\(off == 1 ? "" : "s") off"
    let words = isEdited ? "a person changed its words, which has no offline effect" : nil
    return [lessons, words].compactMap(\.self).joined(separator: "; ")
  }

  // MARK: Step 4, response

  private func makeResponse(
    _ input: InputArtefact, _ prompt: PromptArtefact, _ choices: SessionChoices, _ memory: AgentMemory
  ) throws -> StepProduct {
    if let response = choices.response {
      return StepProduct(
        .response,
        ResponseArtefact(
          improver: Chooser.person.rawValue, text: response, applications: [],
          note: "a person gave this response; no lesson made it", chosenBy: .person))
    }
    let listed = Set(prompt.lessons)
    let usable = memory.usableLessons.filter { listed.contains($0.id) }
    let gone = prompt.lessons.filter { id in !usable.contains { $0.id == id } }
    let improver = OfflineImprover(lessons: usable)
    let improvement = try improver.improve(
      text(input.original), format: input.format, language: input.language, check: Task.checkCancellation)
    let draft = ArtefactDraft(improvement.text)
    var note = Self.note(improvement, lessons: usable.count, off: prompt.switchedOff?.count ?? 0, isGone: !gone.isEmpty)
    if !gone.isEmpty {
      note += "; no longer usable, though the prompt lists them: " + gone.map(\.rawValue).joined(separator: ", ")
    }
    let artefact = ResponseArtefact(
      improver: Evaluator.engine, text: draft.digest, applications: improvement.applications, note: note,
      notUsable: gone.isEmpty ? nil : gone)
    return StepProduct(.response, artefact, StepChanges(texts: [draft]))
  }

  private static func note(_ improvement: Improvement, lessons: Int, off: Int, isGone: Bool) -> String {
    if lessons == 0, off > 0 { return "every lesson is off; the response stays as it was" }
    if lessons == 0, isGone { return "no lesson of the prompt is left; the response stays as it was" }
    if lessons == 0 { return "no lesson was known yet; the response stays as it was" }
    if improvement.applications.isEmpty { return "none of \(lessons) lessons fits; the response stays as it was" }
    let changes = improvement.applications.reduce(0) { $0 + $1.count }
    return "\(improvement.applications.count) of \(lessons) lessons made \(changes) change\(changes == 1 ? "" : "s")"
  }

  // MARK: Step 5, evaluation

  private func evaluate(
    _ session: SessionRecord, _ input: InputArtefact, _ strategy: StrategyArtefact, _ response: ResponseArtefact,
    chosen: String?, _ memory: AgentMemory
  ) async throws -> StepProduct {
    let strategy = Strategy.named(strategy.strategy)
    let paired = try await evaluator.compare(
      before: text(input.original), after: text(response.text),
      for: try evaluationCase(of: session, strategy, memory), weights: strategy.weights)
    let isRecall = session.correction.map { memory.learner.history.contains($0) } ?? false
    let isCounted = !isRecall && chosen == nil
    let artefact = EvaluationArtefact(
      paired: paired, isRecall: isRecall, note: Self.note(paired, isRecall: isRecall, chosen),
      chosenBy: chosen == nil ? nil : .person)
    return StepProduct(
      .evaluation, artefact,
      StepChanges(
        scores: .init(
          overallBefore: paired.overallBefore, overallAfter: paired.overallAfter,
          improvement: isCounted ? paired.improvement : nil)))
  }

  /// What a person decided that the scores rest on, so that they are no evidence; `nil` for nothing.
  private static func chosen(
    _ strategy: StrategyArtefact, _ prompt: PromptArtefact, _ response: ResponseArtefact
  ) -> String? {
    if response.chosenBy != nil { return "on a person's response" }
    if !(prompt.switchedOff ?? []).isEmpty { return "without lessons that a person switched off" }
    return strategy.chosenBy == nil ? nil : "by a strategy that a person set"
  }

  private static func note(_ paired: PairedEvaluation, isRecall: Bool, _ chosen: String?) -> String {
    if paired.improvement == nil { return "n/a: nothing could be measured on both sides" }
    if let chosen { return "measured \(chosen): shown, not counted as what the lessons do" }
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
  private func endSession(_ session: SessionRecord) -> StepProduct {
    StepProduct(
      .deployment,
      DeploymentArtefact(
        note: session.correction == nil
          ? "nothing to deploy: a response without a correction teaches nothing"
          : "left to the run's gate; 'gate explain \(session.run)' shows its decision"))
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
