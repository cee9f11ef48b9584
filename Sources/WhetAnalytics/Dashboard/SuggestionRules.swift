import WhetCore
import WhetEvaluation
import WhetStore
import WhetTraining

/// The rules for what to do next; each looks at the real state only and may have nothing to say.
struct SuggestionRules {
  /// Cases, lessons and runs named one by one, of each kind.
  static let limit = 3

  var statistics: AgentStatistics
  var history: AgentHistory
  var effects: [LessonEffect]
  var standing: [StandingDeployment]
  /// Whether what the newest outcome is about is in force somewhere.
  var isNewestDeployed: Bool

  /// Most urgent first.
  var suggestions: [Suggestion] {
    unfinishedRuns + brokenPinnedCases + harmfulLessons + missingCorrections + waitingCorrections + gate
  }

  private var unfinishedRuns: [Suggestion] {
    history.runs.filter { $0.state != .finished }.suffix(Self.limit).compactMap { run in
      let sessions = history.sessions.filter { $0.run == run.id }
      let unfinished = sessions.filter { $0.state == .open || $0.state == .failed }
      guard let session = unfinished.first ?? sessions.last else { return nil }
      let stop = run.failure.map { "failed: \($0)" } ?? "stopped before its end, or process \(run.process) is at it"
      return Suggestion(
        kind: .resumeSession,
        reason: "Run \(run.id) \(stop). \(Self.count(unfinished.count, "session")) of \(sessions.count) not finished.",
        command: run.goingOn(at: session.id))
    }
  }

  private var brokenPinnedCases: [Suggestion] {
    guard let evidence = statistics.evidence else { return [] }
    return evidence.decision.brokenPinned.prefix(Self.limit).map { id in
      Suggestion(
        kind: .inspectPinnedCase,
        reason:
          "The pinned case \(id) gets worse with what run \(evidence.run) learned; the gate refuses while it does.",
        command: "correction show \(id)")
    }
  }

  private var harmfulLessons: [Suggestion] {
    let harmful = effects.filter { $0.status == .active && $0.bad > 0 }.sorted { ($0.bad, $1.id) > ($1.bad, $0.id) }
    return harmful.prefix(Self.limit).map { lesson in
      let sessions = lesson.harmed > 0 ? ["lowered the score of \(Self.count(lesson.harmed, "session"))"] : []
      let broken = Self.count(lesson.heldOutBroken, "broken held-out case")
      let cases = lesson.heldOutBroken > 0 ? ["applies to \(broken)"] : []
      return Suggestion(
        kind: .inspectLesson, reason: "Lesson \(lesson.id) \((sessions + cases).joined(separator: " and ")).",
        command: "lesson show \(lesson.id)")
    }
  }

  private var missingCorrections: [Suggestion] {
    guard statistics.corrections.all == 0 else { return [] }
    return [
      Suggestion(
        kind: .importCorrections, reason: "There is no correction for '\(history.agent)' to learn from.",
        command: "correction import FILE")
    ]
  }

  private var waitingCorrections: [Suggestion] {
    let waiting = statistics.corrections.waiting
    guard waiting > 0 else { return [] }
    return [
      Suggestion(
        kind: .train, reason: "\(Self.count(waiting, "correction")) not trained yet.", command: "train \(agentWord)")
    ]
  }

  private var gate: [Suggestion] {
    guard let evidence = statistics.evidence, statistics.corrections.all > 0 else { return [] }
    guard evidence.isLearnerEnabled else {
      return [
        Suggestion(
          kind: .switchLearnerOn, reason: "The learner was switched off in run \(evidence.run), so it learned nothing.",
          command: "train \(agentWord) --set learner=on")
      ]
    }
    return evidence.decision.verdict == .deploy ? deployment(evidence) : refusal(evidence)
  }

  private func deployment(_ evidence: RunEvidence) -> [Suggestion] {
    guard evidence.lessonCount > 0, !isNewestDeployed else { return [] }
    let present = standing.first.map { "version \($0.version) in force is of other lessons" } ?? "nothing is deployed"
    return [
      Suggestion(
        kind: .deploy, reason: "Run \(evidence.run) passed the gate and \(present).", command: "deploy \(agentWord)")
    ]
  }

  private func refusal(_ evidence: RunEvidence) -> [Suggestion] {
    let reasons = evidence.decision.reasons.joined(separator: " ")
    let isOnlyProof = (evidence.decision.moreCasesNeeded ?? 0) > 0
    return [
      Suggestion(
        kind: .addCases, reason: "The gate refused run \(evidence.run): \(reasons)",
        command: isOnlyProof ? "correction import FILE" : "run show \(evidence.run)")
    ]
  }

  /// The agent's name as one word of a command: a name never holds a quote.
  private var agentWord: String {
    let name = history.agent.rawValue
    let isBare = name.utf8.first.map { !(0x30...0x39).contains($0) } ?? false
    return isBare && !name.contains(" ") ? name : "'\(name)'"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
