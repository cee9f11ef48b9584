import Foundation
import WhetCore
import WhetStore

/// What a step made, before anything of it is committed.
struct StepProduct: Sendable {
  var step: PipelineStep
  /// The artefact as JSON.
  var artefact: Data
  var changes = StepChanges()
  /// The strategy whose measured improvement counts once the step is committed.
  var strategy: String?

  init(_ step: PipelineStep, _ artefact: some Encodable, _ changes: StepChanges = StepChanges()) {
    self.step = step
    self.artefact = StoredJSON.data(artefact)
    self.changes = changes
  }
}

extension AgentMemory {
  /// Takes over what a committed step changed.
  mutating func remember(_ product: StepProduct, of session: SessionRecord) {
    if product.step == .prompt { lastPrompt = product.changes.texts.last?.digest }
    for change in product.changes.lessons { records[change.lesson.id] = change.lesson }
    if let strategy = product.strategy { note(strategy, improvement: session.improvement) }
  }
}
