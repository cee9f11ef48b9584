import Foundation
import WhetCore
import WhetStore

/// Where a session stands: each state holds exactly the artefacts of the steps that are committed.
enum PipelineState: Sendable {
  case started
  case input(InputArtefact)
  case strategy(InputArtefact, StrategyArtefact)
  case prompt(InputArtefact, StrategyArtefact, PromptArtefact)
  case response(InputArtefact, StrategyArtefact, PromptArtefact, ResponseArtefact)
  case evaluation(InputArtefact, StrategyArtefact, PromptArtefact, ResponseArtefact, EvaluationArtefact)
  case adaptation
  case finished

  /// The state that a session's committed steps amount to.
  ///
  /// - Throws: `WhetError` with code `session.artefact-unreadable` if a step was written by something else.
  init(_ steps: [StepRecord]) throws(WhetError) {
    let artefacts = try SessionArtefacts(steps)
    switch steps.last?.step {
    case nil: self = .started
    case .deployment: self = .finished
    case .adaptation: self = .adaptation
    case .some: try self.init(artefacts)
    }
  }

  /// The state before step 6 that artefacts amount to.
  ///
  /// - Throws: `WhetError` with code `session.artefact-unreadable` if the first is missing and others are not.
  init(_ artefacts: SessionArtefacts) throws(WhetError) {
    guard let input = artefacts.input else {
      guard artefacts == SessionArtefacts() else { throw Self.unreadable(.input) }
      self = .started
      return
    }
    guard let strategy = artefacts.strategy else {
      self = .input(input)
      return
    }
    guard let prompt = artefacts.prompt else {
      self = .strategy(input, strategy)
      return
    }
    guard let response = artefacts.response else {
      self = .prompt(input, strategy, prompt)
      return
    }
    guard let evaluation = artefacts.evaluation else {
      self = .response(input, strategy, prompt, response)
      return
    }
    self = .evaluation(input, strategy, prompt, response, evaluation)
  }

  static func unreadable(_ step: PipelineStep) -> WhetError {
    WhetError(
      .sessionArtefactUnreadable, "the artefact of the step '\(step.name)' cannot be read",
      advice: "run 'store check'; a store of a newer version needs a newer whet")
  }
}

extension SessionArtefacts {
  /// The typed artefacts of a session's committed steps.
  init(_ steps: [StepRecord]) throws(WhetError) {
    self.init()
    for record in steps { try take(record.step, record.artefact) }
  }

  /// Takes one step's artefact from its JSON.
  mutating func take(_ step: PipelineStep, _ data: Data) throws(WhetError) {
    do {
      let decoder = JSONDecoder()
      switch step {
      case .input: input = try decoder.decode(InputArtefact.self, from: data)
      case .strategy: strategy = try decoder.decode(StrategyArtefact.self, from: data)
      case .prompt: prompt = try decoder.decode(PromptArtefact.self, from: data)
      case .response: response = try decoder.decode(ResponseArtefact.self, from: data)
      case .evaluation: evaluation = try decoder.decode(EvaluationArtefact.self, from: data)
      case .adaptation: adaptation = try decoder.decode(AdaptationArtefact.self, from: data)
      case .deployment: deployment = try decoder.decode(DeploymentArtefact.self, from: data)
      }
    } catch {
      throw PipelineState.unreadable(step)
    }
  }
}

/// JSON as whet stores it: the same value gives the same bytes.
enum StoredJSON {
  static func data(_ value: some Encodable) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = try? encoder.encode(value) else { preconditionFailure("whet's own records always encode") }
    return data
  }

  /// - Throws: `WhetError` with code `session.artefact-unreadable`.
  static func value<Value: Decodable>(_ type: Value.Type, from data: Data, what: String) throws(WhetError) -> Value {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      return try decoder.decode(type, from: data)
    } catch {
      throw WhetError(.sessionArtefactUnreadable, "\(what) cannot be read: \(error)", advice: "run 'store check'")
    }
  }
}
