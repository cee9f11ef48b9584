import Synchronization
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

/// Scores every case by lessons learned without its group: five folds of groups, and the sealed cases by the lessons
/// of all others (cross-fitting: Chernozhukov et al., "Double/debiased machine learning", 2018).
struct CrossFitting: Sendable {
  let memory: AgentMemory
  let evaluator: Evaluator
  let configuration: TrainerConfiguration

  /// One case with what its fold learned.
  private struct Job: Sendable {
    var correction: Correction
    var group: CorrectionID
    var improver: OfflineImprover
  }

  /// The evidence, and how many sealed cases were opened for it.
  func evidence(observer: TrainingObserver?) async throws -> (HeldOutEvidence, sealedOpened: Int) {
    let jobs = try await jobs()
    let count = jobs.count
    let done = Mutex(0)
    let outcomes = try await withThrowingTaskGroup(of: (Int, PairedOutcome).self) { group in
      var outcomes = [PairedOutcome?](repeating: nil, count: count)
      var next = 0
      func start() {
        guard next < count else { return }
        let (index, job) = (next, jobs[next])
        group.addTask { (index, try await outcome(of: job)) }
        next += 1
      }
      for _ in 0..<configuration.jobs { start() }
      while let (index, outcome) = try await group.next() {
        outcomes[index] = outcome
        observer?(
          .measuring(
            done: done.withLock {
              $0 += 1
              return $0
            }, of: count))
        start()
      }
      return outcomes.compactMap { $0 }
    }
    let opened = jobs.count { memory.sealed.contains($0.correction.id) }
    return (HeldOutEvidence(outcomes: outcomes, engine: Evaluator.engine), opened)
  }

  /// All cases that something can be measured on, in order of arrival.
  private func jobs() async throws -> [Job] {
    let groups = memory.grouping.groups
    let improvers = try await improvers(for: groups)
    var jobs: [Job] = []
    for group in groups {
      guard let first = group.first else { continue }
      let improver =
        memory.sealed.contains(first) ? improvers.sealed : improvers.folds[FoldAssignment.fold(forGroup: group)]
      for id in group {
        guard let correction = memory.corrections[id], correction.corrected != nil || correction.verifier != nil else {
          continue
        }
        jobs.append(Job(correction: correction, group: first, improver: improver))
      }
    }
    return jobs
  }

  private func improvers(for groups: [[CorrectionID]]) async throws -> (
    folds: [OfflineImprover], sealed: OfflineImprover
  ) {
    let all = OfflineImprover(lessons: configuration.isLearnerEnabled ? memory.usableLessons : [])
    guard configuration.isLearnerEnabled else {
      return (Array(repeating: all, count: FoldAssignment.count), all)
    }
    let fold = Dictionary(
      uniqueKeysWithValues: groups.flatMap { group in group.map { ($0, FoldAssignment.fold(forGroup: group)) } })
    let history = memory.learner.history
    let folds = try await withThrowingTaskGroup(of: (Int, OfflineImprover).self) { group in
      for held in 0..<FoldAssignment.count {
        group.addTask {
          var learner = OfflineLearner()
          try learner.learn(
            all: history.filter { fold[$0] != held }.compactMap { memory.pairs[$0] }, check: Task.checkCancellation)
          return (held, OfflineImprover(lessons: learner.lessons.filter { !memory.isDisabled($0) }))
        }
      }
      var folds: [Int: OfflineImprover] = [:]
      for try await (held, improver) in group { folds[held] = improver }
      return (0..<FoldAssignment.count).map { folds[$0] ?? all }
    }
    try Task.checkCancellation()
    return (folds, all)
  }

  private func outcome(of job: Job) async throws -> PairedOutcome {
    let correction = job.correction
    let strategy = Strategy.all(for: correction.agent)[0]
    let after = job.improver.improve(correction.original, format: correction.format, language: correction.language).text
    let paired = try await evaluator.compare(
      before: correction.original, after: after, for: EvaluationCase(correction, requiredParts: strategy.requiredParts),
      weights: strategy.weights)
    return PairedOutcome(
      caseID: correction.id, before: paired.overallBefore, after: paired.overallAfter,
      passedBefore: paired.before[.correctness].passed, passedAfter: paired.after[.correctness].passed,
      isPinned: correction.isPinned, group: job.group, isLessSafe: paired.isLessSafe)
  }
}
