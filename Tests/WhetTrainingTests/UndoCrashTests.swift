import Foundation
import Synchronization
import Testing
import WhetCore
import WhetStore

@testable import WhetAgents
@testable import WhetTraining

/// Processes killed while they make or take back a change of files: killed at each step of the writing, of which the first
/// comes right after the change is written down and the last right before it is settled.
@Suite(.timeLimit(.minutes(3))) struct UndoCrashTests {
  enum Work: String, CaseIterable, Codable, Sendable {
    case deploy, rollback, undoDeploy, undoRollback, makeAgent, undoMadeAgent

    /// What has to be there before.
    fileprivate var before: [Work] {
      switch self {
      case .deploy, .makeAgent: []
      case .rollback, .undoDeploy: [.deploy]
      case .undoRollback: [.deploy, .rollback]
      case .undoMadeAgent: [.makeAgent]
      }
    }

    fileprivate func run(_ trainer: AgentTrainer, _ agent: AgentName) async throws {
      switch self {
      case .deploy: _ = try await trainer.deploy(agent: agent)
      case .rollback: _ = try await trainer.rollback(agent: agent)
      case .makeAgent: _ = try await trainer.createAgent(AgentName("reviewer"), tier: .project)
      case .undoDeploy, .undoRollback, .undoMadeAgent:
        _ = try await trainer.undo(try trainer.undoPlan().change.id)
      }
    }
  }

  /// A trainer that calls `body` before each step of a write.
  private static func watched(
    _ configuration: TrainerConfiguration, _ body: @escaping @Sendable (Int) -> Void
  ) async throws -> AgentTrainer {
    let counter = Counter()
    let deployer = Deployer(folders: configuration.folders) { _ throws(WhetError) in
      body(counter.number.wrappingAdd(1, ordering: .relaxed).newValue)
    }
    return try await AgentTrainer(configuration: configuration, deployer: deployer)
  }

  private final class Counter: Sendable {
    let number = Atomic(0)
  }

  /// What a person sees of the change: files, journal, and what stands.
  private static func state(_ place: Workplace, _ trainer: AgentTrainer) throws -> String {
    let names = ["engineer.md", "engineer.rules.json", "reviewer.md"]
    let settled = try trainer.store.deployments().filter { $0.state == .applied }.map(\.kind.rawValue)
    return "\(names.map { place.read($0)?.count ?? -1 }) \(try trainer.store.changes().map(\.kind.rawValue)) \(settled)"
  }

  private static func place(for work: Work) async throws -> Workplace {
    let place = try await Workplace()
    try place.add(Sample.many(8))
    try await place.train()
    for earlier in work.before { try await earlier.run(place.trainer, place.agent) }
    return place
  }

  @Test(arguments: Work.allCases)
  func `a killed process leaves the change with its journal entry, or neither`(work: Work) async throws {
    let last = Counter()
    let reference = try await Self.place(for: work)
    let before = try Self.state(reference, reference.trainer)
    let counting = try await Self.watched(reference.trainer.configuration) { last.number.store($0, ordering: .relaxed) }
    try await work.run(counting, reference.agent)
    let after = try Self.state(reference, reference.trainer)
    #expect(before != after)
    var seen: Set<String> = []
    for moment in 1...last.number.load(ordering: .relaxed) {
      let place = try await Self.place(for: work)
      let root = place.root.path(percentEncoded: false)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [root = root as String, moment = moment as Int, work = work as Work] in
        let configuration = Workplace.configuration(URL(filePath: root, directoryHint: .isDirectory))
        let trainer = try await Self.watched(configuration) { if $0 == moment { kill(getpid(), SIGKILL) } }
        try await work.run(trainer, AgentName("engineer"))
      }
      let next = try await place.otherTrainer()
      try await next.start()
      let state = try Self.state(place, next)
      #expect([before, after].contains(state), "killed at step \(moment)")
      #expect(try next.store.unsettledChanges() == [])
      #expect(try next.store.deployments().allSatisfy { $0.state != .prepared })
      #expect(try next.store.integrityFaults() == [])
      seen.insert(state)
    }
    #expect(seen == [before, after])
  }
}
