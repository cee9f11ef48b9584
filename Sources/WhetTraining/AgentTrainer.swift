import Foundation
import Logging
public import WhetAgents
public import WhetCore
public import WhetEvaluation
import WhetLearning
public import WhetStore

/// Trains agents from corrections, proves on held-out cases that it helps, and deploys.
///
/// All it knows is in its store; two trainers on one store work side by side. A run whose process dies is gone on with
/// by `resume(_:)`, by the same artefacts that an undisturbed run leaves.
public actor AgentTrainer {
  public nonisolated let configuration: TrainerConfiguration
  public nonisolated let store: Store
  public nonisolated let directory: AgentDirectory
  public nonisolated let evaluator: Evaluator
  let deployer: Deployer
  private let logger = Logger(label: "whet.trainer")

  /// Opens the store, which is made if it is not there.
  ///
  /// - Throws: `WhetError` with a `store.…` code.
  public init(configuration: TrainerConfiguration) async throws {
    try await self.init(
      configuration: configuration,
      deployer: Deployer(folders: configuration.folders, writableTiers: configuration.writableTiers))
  }

  /// A trainer whose writing of files a test watches or breaks.
  init(configuration: TrainerConfiguration, deployer: Deployer) async throws {
    self.configuration = configuration
    store = try Store(path: configuration.storePath, now: configuration.now)
    directory = AgentDirectory(folders: configuration.folders)
    self.deployer = deployer
    evaluator = Evaluator(
      sandbox: configuration.runsVerifiers ? Sandbox() : Sandbox(refusing: "verifiers are switched off"))
  }

  /// Makes the trainer ready; deployments and new agent files that a killed process left half
  /// done are settled.
  public func start() async throws {
    try settleDeployments()
    try settleAgentFiles()
    Sandbox.removeAbandonedFolders(now: configuration.now())
  }

  /// Ends the trainer's use of the store; call it before the program exits.
  public func stop() async throws {
    try store.close()
  }

  /// Trains an agent with every correction it has not been trained with, then measures on held-out cases and decides.
  ///
  /// Runs of the agent that a killed process left open are finished first; while another process trains the agent,
  /// this one does not (`run.busy`), nor while a person steps through a run of it (`run.stepped`). With nothing new to
  /// train, the evidence is measured anew and the decision made again.
  /// - Throws: `WhetError` with code `training.nothing-to-do` for an agent without corrections; of the store.
  public func train(
    _ agent: AgentName, mode: TrainingMode = .continuous, observer: TrainingObserver? = nil
  ) async throws -> RunReport {
    if let place = try store.steppingPlaces(agent: agent).last { throw Self.stepped(place) }
    var last: RunReport?
    for run in try store.runs(agent: agent) where run.state == .open {
      let lease: RunLease
      do throws(WhetError) {
        lease = try store.claim(run.id)
      } catch {
        // Another process came to its end with it just now.
        guard error.code == .runFinished else { throw error }
        continue
      }
      last = try await finish(lease, observer: observer)
    }
    if let last, try store.untrainedCorrections(agent: agent).isEmpty { return last }
    guard !(try store.corrections(agent: agent)).isEmpty else {
      throw WhetError(
        .trainingNothingToDo, "the agent '\(agent)' has no corrections",
        advice: "add some with 'correction import FILE' or 'correction add'")
    }
    let lease = try store.createRun(ofUntrained: agent, mode: mode.rawValue, settings: settings())
    return try await finish(lease, observer: observer)
  }

  /// Trains with one correction of the store.
  public func train(
    correction: Correction, mode: TrainingMode = .continuous, observer: TrainingObserver? = nil
  ) async throws -> RunReport {
    try await run(correction.agent, mode, [.correction(correction.id, revision: correction.revision)], observer)
  }

  /// Trains with a correction that comes from outside; it is added to the store first.
  public func train(
    _ draft: CorrectionDraft, mode: TrainingMode = .continuous, observer: TrainingObserver? = nil
  ) async throws -> RunReport {
    switch try store.add([draft]).first {
    case .added(let correction): return try await train(correction: correction, mode: mode, observer: observer)
    case .unchanged(let id): return try await train(correction: store.correction(id), mode: mode, observer: observer)
    case .hidden(let id):
      throw WhetError(
        .notFound, "the correction '\(id)' was removed", advice: "add it under another id if it shall count again")
    case .conflict(let error): throw error
    case nil: preconditionFailure("adding one correction gives one answer")
    }
  }

  /// Improves and measures a response nobody has corrected; the reward is what a verifier measures.
  ///
  /// - Parameter context: what the agent knew; its entry `task` is the task.
  /// - Throws: `WhetError` with code `response.invalid` for a response or context that is too long or holds a NUL
  ///   character.
  public func train(
    response: String, agent: AgentName, context: [String: String] = [:], language: String? = nil,
    verifier: VerifierSpecification? = nil, observer: TrainingObserver? = nil
  ) async throws -> RunReport {
    let subject = try Self.subject(response: response, context: context, language: language, verifier: verifier)
    return try await run(agent, .continuous, [subject], observer)
  }

  /// A response as a session's subject, secrets hidden.
  ///
  /// - Throws: `WhetError` with code `response.invalid`.
  static func subject(
    response: String, context: [String: String], language: String?, verifier: VerifierSpecification?
  ) throws -> SessionSubject {
    for text in [response] + context.keys + context.values { try Self.check(response: text) }
    let clean = Dictionary(
      context.map { (SecretRedactor.redact($0.key).text, SecretRedactor.redact($0.value).text) },
      uniquingKeysWith: { $1 })
    let bare = BareResponse(
      task: clean["task"] ?? "", context: clean.filter { $0.key != "task" }, text: SecretRedactor.redact(response).text,
      language: language?.lowercased(), verifier: verifier)
    return .response(StoredJSON.data(bare))
  }

  /// Goes on with a run whose process died.
  ///
  /// - Throws: `WhetError` with code `run.busy` while another process has it, `run.finished`, `not-found`;
  ///   `run.stepped` for one that a person steps through, or while they step through another of the agent.
  public func resume(_ run: RunID, observer: TrainingObserver? = nil) async throws -> RunReport {
    let record = try store.run(run)
    for place in try store.steppingPlaces(agent: record.agent)
    where place.run.id == run || place.session.correction != nil {
      throw Self.stepped(place)
    }
    return try await finish(store.claim(run), observer: observer)
  }

  /// - Throws: `WhetError` with code `response.invalid` for a text that is too long or holds a NUL character.
  static func check(response: String) throws(WhetError) {
    guard response.utf8.count <= CorrectionDraft.maximumTextBytes, !response.utf8.contains(0) else {
      throw WhetError(
        .responseInvalid, "the response has a NUL character or more than \(CorrectionDraft.maximumTextBytes) bytes",
        advice: "cut it to the part that matters")
    }
  }

  private func run(
    _ agent: AgentName, _ mode: TrainingMode, _ subjects: [SessionSubject], _ observer: TrainingObserver?
  ) async throws -> RunReport {
    let teaches = subjects.contains { if case .correction = $0 { true } else { false } }
    if teaches, let place = try store.steppingPlaces(agent: agent).last(where: { $0.session.correction != nil }) {
      throw Self.stepped(place)
    }
    let lease = try store.createRun(agent: agent, mode: mode.rawValue, settings: settings(), subjects: subjects)
    return try await finish(lease, observer: observer)
  }

  /// What a resuming process needs to go on in the same way.
  func settings(isStepped: Bool = false) -> Data {
    StoredJSON.data(
      RunSettings(
        gatePolicy: configuration.gatePolicy.rawValue, tokenBudget: configuration.tokenBudget,
        isLearnerEnabled: configuration.isLearnerEnabled, seed: configuration.seed, isStepped: isStepped ? true : nil))
  }

  /// Takes a claimed run to its end.
  private func finish(_ lease: RunLease, observer: TrainingObserver?) async throws -> RunReport {
    defer { lease.release() }
    let conductor = RunConductor(store: store, evaluator: evaluator, configuration: try settings(of: lease.run))
    do {
      let report = try await conductor.conduct(lease.run, observer: observer)
      observer?(.runFinished(report))
      return report
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      logger.debug("run \(lease.run.id) stopped: \(error)")
      // A run that cannot go on must not keep its agent from the next; 'session resume' tries it again.
      _ = try? store.failRun(lease.run.id, reason: String(describing: error))
      throw error
    }
  }

  /// The configuration a run was begun with; a resumed run goes on in the same way.
  func settings(of run: RunRecord) throws -> TrainerConfiguration {
    let settings = try RunSettings(of: run)
    var configuration = configuration
    configuration.gatePolicy = GatePolicy(rawValue: settings.gatePolicy) ?? configuration.gatePolicy
    configuration.tokenBudget = settings.tokenBudget
    configuration.isLearnerEnabled = settings.isLearnerEnabled
    configuration.seed = settings.seed
    return configuration
  }
}
