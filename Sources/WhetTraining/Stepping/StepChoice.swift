public import Foundation
public import WhetCore
import WhetStore

/// Who decided something in a session where it was not whet.
public enum Chooser: String, Sendable, Codable {
  case person
}

/// What a person may decide in a session that is stepped through.
public enum StepChoice: Sendable, Equatable {
  /// The strategy, by name, instead of the one that was drawn.
  case strategy(String)
  /// Whether the prompt lists a lesson; the improver uses exactly those that it lists. A unique beginning of the id
  /// will do.
  case lesson(String, isOn: Bool)
  /// The prompt's text.
  case prompt(String)
  /// The response, instead of the improver's.
  case response(String)
  /// What makes the response; `offline` is all there is.
  case model(String)
}

/// A choice as it was made in a session.
public struct MadeChoice: Sendable, Equatable {
  /// What was chosen: `strategy`, `lesson`, `prompt`, `response` or `model`.
  public var kind: String
  /// The step that it changes.
  public var step: PipelineStep
  /// The strategy's or model's name, the id of the lesson that is off; `nil` for a text.
  public var name: String?
  public var at: Date
  /// Whether it still holds.
  public var isInForce: Bool

  /// - Throws: `WhetError` with code `session.artefact-unreadable`.
  init(_ record: ChoiceRecord) throws(WhetError) {
    let choice = try StoredJSON.value(StoredChoice.self, from: record.value, what: "a choice")
    kind = record.kind
    step = record.step
    name = choice.strategy ?? choice.lesson?.rawValue ?? choice.model
    at = record.at
    isInForce = record.withdrawnAt == nil
  }
}

/// What a person decided, as the store keeps it.
struct StoredChoice: Sendable, Equatable, Codable {
  enum Kind: String, Sendable { case strategy, lesson, prompt, response, model }

  var strategy: String?
  /// A lesson that is off.
  var lesson: LessonID?
  /// The text of a prompt or response.
  var text: ArtefactDigest?
  var model: String?

  func draft(_ kind: Kind) -> ChoiceDraft {
    ChoiceDraft(step: kind.step, kind: kind.rawValue, value: StoredJSON.data(self))
  }
}

extension StoredChoice.Kind {
  /// The step that it changes.
  var step: PipelineStep {
    switch self {
    case .strategy: .strategy
    case .lesson, .prompt: .prompt
    case .response, .model: .response
    }
  }
}

/// The choices of a session that hold.
struct SessionChoices: Sendable {
  var strategy: String?
  /// Lessons that are off, in the order they were switched off.
  var off: [LessonID] = []
  /// The prompt as a person left it.
  var prompt: ArtefactDigest?
  /// The response a person gave.
  var response: ArtefactDigest?
  private let records: [ChoiceRecord]
  private var lessonNumbers: [LessonID: [Int64]] = [:]

  /// - Throws: `WhetError` with code `session.artefact-unreadable`.
  init(_ all: [ChoiceRecord] = []) throws(WhetError) {
    records = all.filter { $0.withdrawnAt == nil }
    for record in records {
      let choice = try StoredJSON.value(StoredChoice.self, from: record.value, what: "a choice")
      switch StoredChoice.Kind(rawValue: record.kind) {
      case .strategy: strategy = choice.strategy
      case .lesson:
        guard let id = choice.lesson else { continue }
        if !off.contains(id) { off.append(id) }
        lessonNumbers[id, default: []].append(record.number)
      case .prompt: prompt = choice.text
      case .response: response = choice.text
      case .model, nil: break
      }
    }
  }

  /// The numbers of the choices of these kinds.
  func numbers(_ kinds: StoredChoice.Kind...) -> [Int64] {
    let names = Set(kinds.map(\.rawValue))
    return records.filter { names.contains($0.kind) }.map(\.number)
  }

  /// The numbers of the choices that switch a lesson off.
  func numbers(ofLesson id: LessonID) -> [Int64] { lessonNumbers[id, default: []] }

  /// The numbers of the choices that change a step behind one and not behind another.
  func numbers(behind first: PipelineStep?, upTo last: PipelineStep) -> [Int64] {
    records.filter { $0.step.rawValue > (first?.rawValue ?? 0) && $0.step <= last }.map(\.number)
  }
}
