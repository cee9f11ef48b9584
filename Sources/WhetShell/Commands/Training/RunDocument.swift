import WhetCore
import WhetEvaluation
import WhetStore
import WhetTerminal
import WhetTraining

/// A run as people read it.
enum RunDocument {
  /// A few lines: what was trained, what it brought, what the gate says, what to do next.
  static func summary(_ report: RunReport) -> [DocumentBlock] {
    [.heading("run \(report.run.id) of \(report.run.agent)"), .fields(fields(report))] + next(report)
  }

  /// The summary with the gate's reasons, the sessions and the held-out cases.
  static func full(_ report: RunReport) -> [DocumentBlock] {
    var blocks = summary(report)
    blocks += [.heading("sessions"), .table(SessionList.table, rows: report.sessions.map(\.value))]
    if let outcome = report.outcome {
      blocks += [.heading("held-out cases"), .table(outcomes, rows: outcome.heldOut.outcomeValues)]
    }
    return blocks
  }

  static let outcomes = TableDescription(
    [
      .init("case", "correction"), .init("before", nil, .score), .init("after", nil, .score),
      .init("points", "difference", .points), .init("change", nil, .state), .init("pinned", nil, .mark),
    ],
    whenEmpty: "no case could be measured")

  private static func fields(_ report: RunReport) -> [(name: String, value: String)] {
    let failed = report.sessions.count { $0.state == .failed }
    var fields = [("state", report.run.state.rawValue + (report.run.failure.map { ": \($0)" } ?? ""))]
    guard let outcome = report.outcome else {
      return fields + [("sessions", NumberText.count(report.sessions.count, "session"))]
    }
    let local = outcome.local
    fields.append(
      (
        "sessions",
        "\(local.sessions), \(local.measured) measured, \(local.successes) improved, "
          + "mean \(NumberText.points(local.mean)) points" + (failed > 0 ? ", \(failed) failed" : "")
      ))
    fields.append(("held-out", heldOut(outcome.heldOut)))
    fields += changed(outcome.heldOut)
    fields.append(("gate", gate(outcome.decision)))
    fields.append(("lessons", "\(outcome.lessonCount), \(outcome.managedTokens) tokens in the managed section"))
    if !outcome.isLearnerEnabled { fields.append(("learner", "off")) }
    if outcome.sealedOpened > 0 {
      fields.append(("sealed", "\(NumberText.count(outcome.sealedOpened, "case")) opened"))
    }
    return fields
  }

  /// `+61.2 points (+48.0 to +74.1) over 56 cases, measured offline`.
  static func heldOut(_ evidence: HeldOutEvidence) -> String {
    guard evidence.mean != nil else { return "n/a: no case could be measured" }
    let interval = evidence.interval.map { " (\(NumberText.interval($0.low, $0.high)))" } ?? ""
    return "\(NumberText.points(evidence.mean)) points\(interval) over \(NumberText.count(evidence.measured, "case")), "
      + "measured \(evidence.engine)"
  }

  /// The fixed and the broken cases by name.
  static func changed(_ evidence: HeldOutEvidence) -> [(name: String, value: String)] {
    [("fixed", evidence.fixed), ("broken", evidence.broken)].map { name, ids in
      (name, ids.isEmpty ? "none" : "\(ids.count): " + ids.map(\.rawValue).joined(separator: ", "))
    }
  }

  /// `strict deploys: McNemar mid-p 3.1e-08 (exact 6.1e-08)`.
  static func gate(_ decision: GateDecision) -> String {
    let verdict = decision.verdict == .deploy ? "deploys" : "refuses"
    let test = decision.test.map { test in
      "\(test.rawValue) \(NumberText.probability(decision.p)) (exact \(NumberText.probability(decision.exactP)))"
    }
    let numbers = [test, decision.posterior.map { "P(better) \(NumberText.probability($0))" }].compactMap { $0 }
    let reasons = decision.verdict == .refuse ? "; " + decision.reasons.joined(separator: " ") : ""
    return "\(decision.policy.rawValue) \(verdict)"
      + (numbers.isEmpty ? "" : ": " + numbers.joined(separator: ", ")) + reasons
  }

  private static func next(_ report: RunReport) -> [DocumentBlock] {
    guard let decision = report.outcome?.decision else {
      if report.run.state == .finished, report.sessions.contains(where: { $0.correction != nil }) {
        return [.paragraph("it was given up; next: 'train \(report.run.agent)' trains what is left", style: .dim)]
      }
      if report.run.state == .finished, let session = report.sessions.last {
        return [
          .paragraph(
            "next: 'correction add --session \(session.id) --corrected @FILE' corrects the response", style: .dim)
        ]
      }
      let session = report.run.isStepped ? report.sessions.first { $0.state == .open || $0.state == .failed } : nil
      return [.paragraph("next: '\(report.run.goingOn(at: session?.id))' goes on with it", style: .dim)]
    }
    let agent = report.run.agent
    if decision.verdict == .deploy, report.outcome?.lessonCount ?? 0 > 0 {
      return [.paragraph("next: 'agent diff \(agent)' shows what 'deploy \(agent)' would write", style: .dim)]
    }
    let more = decision.moreCasesNeeded.map { $0 > 0 ? "; at this rate \($0) more cases are needed" : "" } ?? ""
    return [.paragraph("next: 'gate explain \(report.run.id)' tells why\(more)", style: .dim)]
  }
}
