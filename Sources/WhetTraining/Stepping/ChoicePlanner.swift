import WhetCore
import WhetLearning
import WhetStore

/// Works out what a person's choice changes in a session, or why it cannot be.
struct ChoicePlanner {
  let session: SessionRecord
  let choices: SessionChoices
  let artefacts: SessionArtefacts
  let pipeline: SessionPipeline
  /// What the session knew before its own correction.
  let usable: [Lesson]

  init(_ session: SessionRecord, _ pipeline: SessionPipeline, _ usable: [Lesson], _ store: Store) throws {
    self.session = session
    choices = try SessionChoices(store.choices(of: session.id))
    artefacts = try SessionArtefacts(store.steps(of: session.id))
    self.pipeline = pipeline
    self.usable = pipeline.configuration.isLearnerEnabled ? usable : []
  }

  func plan(_ choice: StepChoice) throws -> ChoicePlan.Result {
    switch choice {
    case .strategy(let name): try strategy(name)
    case .lesson(let text, let isOn): try lesson(text, isOn: isOn)
    case .prompt(let text): try prompt(text)
    case .response(let text): try response(text)
    case .model(let name): try model(name)
    }
  }

  // MARK: Step 2

  private func strategy(_ name: String) throws -> ChoicePlan.Result {
    let known = Strategy.all(for: session.agent).map(\.name)
    guard known.contains(name) else {
      throw WhetError(
        .stepChoice, "'\(session.agent)' has no strategy '\(name.prefix(60))'",
        advice: "it has \(known.joined(separator: " and ")); see 'strategy list --agent \(session.agent)'")
    }
    guard (choices.strategy ?? artefacts.strategy?.strategy) != name else {
      return .nothing("nothing changed: the strategy is '\(name)' already")
    }
    var plan = ChoicePlan(
      kind: .strategy, withdrawn: choices.numbers(.strategy, .prompt),
      drafts: [StoredChoice(strategy: name).draft(.strategy)])
    if choices.prompt != nil { plan.notes.append("your words in the prompt are dropped: it is made anew") }
    return .change(plan)
  }

  // MARK: Step 3

  private func lesson(_ text: String, isOn: Bool) throws -> ChoicePlan.Result {
    let lesson = try usableLesson(text)
    if let digest = choices.prompt { return try self.lesson(lesson, isOn: isOn, in: PromptText(pipeline.text(digest))) }
    guard choices.off.contains(lesson.id) == isOn else {
      return .nothing("nothing changed: the lesson '\(lesson.id)' is \(isOn ? "on" : "off") already")
    }
    if isOn {
      return .change(ChoicePlan(kind: .lesson, withdrawn: choices.numbers(ofLesson: lesson.id), drafts: []))
    }
    return .change(
      ChoicePlan(kind: .lesson, withdrawn: [], drafts: [StoredChoice(lesson: lesson.id).draft(.lesson)]))
  }

  /// The same in a prompt whose words a person changed.
  private func lesson(_ lesson: Lesson, isOn: Bool, in edited: PromptText) throws -> ChoicePlan.Result {
    guard edited.listed.contains(where: { $0.id == lesson.id }) != isOn else {
      return .nothing("nothing changed: the lesson '\(lesson.id)' is \(isOn ? "on" : "off") already")
    }
    return .change(
      try plan(forPrompt: isOn ? edited.adding(TrainingPrompt.line(of: lesson)) : edited.removing(lesson.id)))
  }

  private func usableLesson(_ text: String) throws -> Lesson {
    let exact = usable.filter { $0.id.rawValue == text }
    let found = exact.isEmpty ? usable.filter { !text.isEmpty && $0.id.rawValue.hasPrefix(text) } : exact
    guard found.count <= 1 else {
      throw WhetError(
        .ambiguous, "'\(text.prefix(60))' begins more than one lesson of this session", advice: "type more of the id")
    }
    guard let lesson = found.first else {
      throw WhetError(
        .stepChoice, "session '\(session.id)' has no lesson '\(text.prefix(60))' to use",
        advice: usable.isEmpty
          ? "no lesson was known when it began" : "'step show prompt' lists those it has")
    }
    return lesson
  }

  private func prompt(_ edited: String) throws -> ChoicePlan.Result {
    guard let artefact = artefacts.prompt else {
      throw WhetError(
        .stepNotHere, "session '\(session.id)' has no prompt yet", advice: "'step next' until it stands at 'prompt'")
    }
    let text = SecretRedactor.redact(edited).text
    guard text.utf8.count <= 4 * CorrectionDraft.maximumTextBytes, !text.utf8.contains(0) else {
      throw WhetError(.stepChoice, "the prompt is too long or has a NUL character", advice: "edit it again")
    }
    guard PromptText.essence(of: text) != PromptText.essence(of: try pipeline.text(artefact.text)) else {
      return .nothing("nothing changed: the prompt is as it was")
    }
    return .change(try plan(forPrompt: text))
  }

  /// Lines of lessons that are gone switch these off; whatever else is changed is kept as words without effect.
  private func plan(forPrompt text: String) throws -> ChoicePlan {
    let edited = PromptText(text)
    let listed = Set(edited.listed.map(\.id))
    let off = usable.filter { !listed.contains($0.id) }
    let made = try madePrompt(usable.filter { listed.contains($0.id) })
    try checkFences(of: edited, against: PromptText(made))
    var plan = ChoicePlan(
      kind: .prompt, withdrawn: choices.numbers(.lesson, .prompt),
      drafts: off.map { StoredChoice(lesson: $0.id).draft(.lesson) })
    if !off.isEmpty { plan.notes.append("off: " + off.map(\.id.rawValue).joined(separator: ", ")) }
    if PromptText.essence(of: text) != PromptText.essence(of: made) {
      let draft = ArtefactDraft(text)
      plan.texts = [draft]
      plan.drafts.append(StoredChoice(text: draft.digest).draft(.prompt))
      plan.notes.append("your other changes are kept with the prompt; they have no offline effect")
    }
    let unknown = listed.subtracting(usable.map(\.id)).map(\.rawValue).sorted()
    if !unknown.isEmpty {
      plan.notes.append("no lesson of this session, without effect: \(unknown.joined(separator: ", ").prefix(200))")
    }
    return plan
  }

  /// The prompt as whet makes it with these lessons.
  private func madePrompt(_ lessons: [Lesson]) throws -> String {
    guard let input = artefacts.input, let strategy = artefacts.strategy else {
      throw PipelineState.unreadable(.prompt)
    }
    return TrainingPrompt.text(
      strategy: .named(choices.strategy ?? strategy.strategy), input: input,
      original: try pipeline.text(input.original),
      lessons: lessons)
  }

  /// What others wrote stays in its fences as it is, or it could become an instruction.
  private func checkFences(of edited: PromptText, against made: PromptText) throws {
    var rest = edited.blocks.map(PromptText.essence)[...]
    for block in made.blocks.map(PromptText.essence) {
      guard let index = rest.firstIndex(of: block) else {
        throw WhetError(
          .stepChoice, "the prompt's fenced texts are not whole any more: \(block.first ?? "")",
          advice: "edit outside of the fences; 'step set response' changes the response")
      }
      rest = rest[(index + 1)...]
    }
  }

  // MARK: Step 4

  private func response(_ text: String) throws -> ChoicePlan.Result {
    try AgentTrainer.check(response: text)
    let draft = ArtefactDraft(SecretRedactor.redact(text).text)
    guard (choices.response ?? artefacts.response?.text) != draft.digest else {
      return .nothing("nothing changed: the response is that already")
    }
    return .change(
      ChoicePlan(
        kind: .response, withdrawn: choices.numbers(.response, .model),
        drafts: [StoredChoice(text: draft.digest).draft(.response)], texts: [draft]))
  }

  private func model(_ name: String) throws -> ChoicePlan.Result {
    guard name == "offline" else {
      throw WhetError(
        .modelUnknown, "there is no model '\(name.prefix(60))'",
        advice: "this version has none yet; 'offline' applies the lessons without one")
    }
    guard choices.response != nil else { return .nothing("nothing changed: the model is 'offline' already") }
    return .change(
      ChoicePlan(
        kind: .model, withdrawn: choices.numbers(.response, .model),
        drafts: [StoredChoice(model: name).draft(.model)]))
  }
}
