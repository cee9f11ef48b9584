import Foundation
import Testing
import WhetAgents
import WhetCore
import WhetEvaluation
import WhetStore

@testable import WhetTraining

/// A store's file and the tiers' folders for one test; removed with its last reference.
///
/// A test reaches everything through it, so that it lives as long as the test uses its files.
final class Workplace: Sendable {
  let root: URL
  let agent: AgentName
  let trainer: AgentTrainer
  private let clock = TickingClock()

  init(
    agent: String = "engineer", learner: Bool = true, policy: GatePolicy = .strict, tokenBudget: Int = Gate.tokenBudget
  ) async throws {
    root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(component: "whet-training-\(UUID().uuidString)", directoryHint: .isDirectory)
    self.agent = try AgentName(agent)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    trainer = try await AgentTrainer(
      configuration: Self.configuration(root, clock, learner: learner, policy: policy, tokenBudget: tokenBudget))
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var store: Store { trainer.store }
  var folders: TierFolders { trainer.configuration.folders }

  /// Another trainer on the same store, as another process would have.
  ///
  /// - Parameter project: the folder of its project.
  func otherTrainer(
    learner: Bool = true, policy: GatePolicy = .strict, project: String = "project"
  ) async throws -> AgentTrainer {
    try await AgentTrainer(
      configuration: Self.configuration(root, clock, learner: learner, policy: policy, project: project))
  }

  /// As of the first trainer of a workplace, for another process.
  static func configuration(_ root: URL) -> TrainerConfiguration {
    configuration(root, TickingClock(), learner: true, policy: .strict)
  }

  private static func configuration(
    _ root: URL, _ clock: TickingClock, learner: Bool, policy: GatePolicy, tokenBudget: Int = Gate.tokenBudget,
    project: String = "project"
  ) -> TrainerConfiguration {
    TrainerConfiguration(
      storePath: root.appending(component: "whet.db").path(),
      folders: TierFolders(
        project: TierFolder(base: root.appending(component: project), path: ".claude/agents"),
        user: TierFolder(base: root.appending(component: "home"), path: "agents"),
        system: TierFolder(base: root.appending(component: "etc"), path: "agents")),
      gatePolicy: policy, tokenBudget: tokenBudget, isLearnerEnabled: learner, jobs: 2, now: { clock.next() })
  }

  /// Adds corrections for the agent and returns them in order.
  @discardableResult
  func add(_ samples: [Sample]) throws -> [Correction] {
    try store.add(samples.map { try CorrectionDraft($0.fields(agent: agent)) }).compactMap { addition in
      if case .added(let correction) = addition { correction } else { nil }
    }
  }

  @discardableResult
  func train(observer: TrainingObserver? = nil) async throws -> RunReport {
    try await trainer.train(agent, observer: observer)
  }

  /// Trains until the observer cancels the run, as a process that is ended leaves it.
  func trainUntilStopped(_ trainer: AgentTrainer? = nil, observer: @escaping TrainingObserver) async throws {
    async let report = (trainer ?? self.trainer).train(agent, observer: observer)
    do {
      _ = try await report
      Issue.record("the run was not stopped")
    } catch is CancellationError {}
  }

  func sessionReport(_ correction: String) throws -> SessionReport {
    let session = try #require(try store.sessions().last { $0.correction?.rawValue == correction })
    return try trainer.sessionReport(session.id)
  }

  // MARK: Agent files

  func url(_ name: String, _ tier: Tier = .project) -> URL {
    (folders[tier]?.url ?? root).appending(component: name, directoryHint: .notDirectory)
  }

  func read(_ name: String, _ tier: Tier = .project) -> Data? { try? Data(contentsOf: url(name, tier)) }

  func write(_ data: Data, to name: String, _ tier: Tier = .project) throws {
    try FileManager.default.createDirectory(at: folders[tier]?.url ?? root, withIntermediateDirectories: true)
    try data.write(to: url(name, tier))
  }

  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try #require(read(name).map { String(decoding: $0, as: UTF8.self) })
    try #require(text.contains(old))
    try write(Data(text.replacing(old, with: new).utf8), to: name)
  }
}

/// Cancels the task that reports the commit of a step: nothing after that step is done.
func stop(after step: PipelineStep, of session: String) -> TrainingObserver {
  { event in
    if case .stepCommitted(let id, step) = event, id.rawValue == session { withUnsafeCurrentTask { $0?.cancel() } }
  }
}
