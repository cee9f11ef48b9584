import Foundation
import WhetAgents
import WhetCore
import WhetEvaluation
import WhetStore

@testable import WhetTraining

/// A trainer on a temporary store, which tests fill through the store's own calls; removed with its last reference.
final class SampleTrainer {
  let trainer: AgentTrainer
  let agent: AgentName
  private let folder: URL

  var store: Store { trainer.store }

  init(agent: String = "engineer", learner: Bool = true) async throws {
    folder = FileManager.default.temporaryDirectory.appending(component: "whet-\(UUID().uuidString)")
    let clock = TickingClock()
    let folders = TierFolders(
      project: folder.appending(component: "project"), user: folder.appending(component: "user"),
      system: folder.appending(component: "system"))
    trainer = try await AgentTrainer(
      configuration: TrainerConfiguration(
        storePath: folder.appending(component: "whet.db").path, folders: folders, isLearnerEnabled: learner, jobs: 2,
        now: { clock.next() }))
    self.agent = try AgentName(agent)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Adds corrections with these ids; each text differs from all others.
  func add(_ ids: [String], accepted: Bool = false, pinned: Bool = false, agent: String? = nil) throws {
    let drafts = try ids.map { id in
      try CorrectionDraft(
        CorrectionFields(
          id: id, agent: agent.map { try AgentName($0) } ?? self.agent, task: "task of \(id)",
          original: "answer \(id)", corrected: accepted ? "answer \(id)" : "better answer \(id)", pinned: pinned))
    }
    _ = try store.add(drafts)
  }

  /// One session of a run that a test makes up.
  struct Session {
    var correction: String?
    var improvement: Double?
    var lastStep: PipelineStep? = .deployment
    var lessons: [LessonChange] = []
  }

  /// Makes a run with its sessions; it is finished if there is evidence for it.
  @discardableResult
  func run(
    _ sessions: [Session], evidence: [PairedOutcome]? = nil, learner: Bool = true, lessons: String? = "[]",
    lessonCount: Int = 1, agent: AgentName? = nil
  ) throws -> RunID {
    let subjects = try sessions.map { session -> SessionSubject in
      guard let id = session.correction else { return .response(Data(#"{"text":"bare"}"#.utf8)) }
      return .correction(CorrectionID(id), revision: try store.correction(CorrectionID(id)).revision)
    }
    let lease = try store.createRun(
      agent: agent ?? self.agent, mode: "continuous", settings: Data("{}".utf8), subjects: subjects)
    defer { lease.release() }
    for (session, record) in zip(sessions, try store.sessions(run: lease.run.id)) { try commit(session, record.id) }
    guard let evidence else { return lease.run.id }
    let held = HeldOutEvidence(outcomes: evidence, engine: "offline")
    let outcome = RunOutcome(
      local: ScoreSummary(try store.sessions(run: lease.run.id)), heldOut: held,
      decision: Gate.decide(held, policy: .strict, managedTokens: 10),
      lessons: try lessons.map { try store.put(ArtefactDraft($0)) }, lessonCount: lessonCount, managedTokens: 10,
      isLearnerEnabled: learner, sealedOpened: 0)
    try store.finishRun(lease.run.id, outcome: JSONEncoder().encode(outcome))
    return lease.run.id
  }

  private func commit(_ session: Session, _ id: SessionID) throws {
    guard let last = session.lastStep else { return }
    for step in PipelineStep.allCases where step <= last {
      let scores = session.improvement.map {
        StepChanges.Scores(overallBefore: 50, overallAfter: 50 + $0, improvement: $0)
      }
      try store.commit(
        step: step, of: id, artefact: Data("{}".utf8),
        changes: StepChanges(
          scores: step == .evaluation ? scores : nil, lessons: step == .adaptation ? session.lessons : []))
    }
  }

  /// Writes down a deployment as if its files had been replaced.
  func deploy(run: RunID?, version: Int, kind: DeploymentDraft.Kind = .deployed, path: String = "/p/engineer.md") throws
  {
    let record = try store.prepare(
      DeploymentDraft(
        agent: agent, version: version, tier: "project", definitionPath: path, rulesPath: path + ".json", run: run,
        kind: kind, definitionBefore: nil, definitionAfter: Data("text".utf8), rulesBefore: nil, rulesAfter: nil))
    try store.settle(record.id, as: .applied)
  }
}

/// Held-out cases that tests make up.
enum Evidence {
  /// Judged cases: so many fixed, broken and unchanged.
  static func judged(fixed: Int, broken: Int = 0, same: Int = 0, pinnedBroken: Bool = false) -> [PairedOutcome] {
    func outcomes(_ name: String, _ count: Int, _ before: Bool, _ after: Bool) -> [PairedOutcome] {
      (0..<count).map { index in
        PairedOutcome(
          caseID: CorrectionID("\(name)\(index)"), before: before ? 100 : 0, after: after ? 100 : 0,
          passedBefore: before, passedAfter: after, isPinned: pinnedBroken && name == "broken")
      }
    }
    return outcomes("fixed", fixed, false, true) + outcomes("broken", broken, true, false)
      + outcomes("same", same, true, true)
  }

  /// Scored cases, all with this improvement.
  static func scored(_ points: Double, count: Int = 5) -> [PairedOutcome] {
    (0..<count).map { PairedOutcome(caseID: CorrectionID("case\($0)"), before: 40, after: 40 + points) }
  }
}
