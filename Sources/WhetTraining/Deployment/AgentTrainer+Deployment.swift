import Foundation
public import WhetAgents
public import WhetCore
import WhetEvaluation
import WhetLearning
public import WhetStore

/// Whether a deployment goes out although the gate refused.
public enum DeploymentOverride: Sendable, Equatable {
  case none
  /// As a canary: the effect is positive, only proof is lacking.
  case unproven
  /// Against the gate.
  case forced
}

/// What a deployment or rollback did.
public struct DeploymentReport: Sendable {
  public var record: DeploymentRecord
  public var definitionBefore: String?
  public var definitionAfter: String?
  public var lessonCount: Int
  public var notes: [String]
}

extension AgentTrainer {
  /// Writes a run's lessons into an agent's definition and its rules beside it, if the gate lets them.
  ///
  /// - Parameter run: the agent's newest finished run with an outcome if `nil`.
  /// - Throws: `WhetError` with code `deployment.refused` (exit 3) or `deployment.nothing`; of `Deployer` and store.
  public func deploy(
    agent: AgentName, run id: RunID? = nil, tier: Tier = .project, override: DeploymentOverride = .none
  ) async throws -> DeploymentReport {
    let (run, outcome) = try deployableRun(of: agent, id)
    let kind = try kind(of: outcome.decision, override)
    let (lessons, disabled) = try decidedLessons(of: outcome, agent)
    guard disabled.isEmpty || override == .forced else { throw Self.outdated(run, disabled, agent) }
    let version = try store.nextDeploymentVersion(of: agent)
    let plan = try plan(agent, run, outcome, tier, version: version)
    let record = try store.prepare(draft(plan, version: version, run: run.id, kind: kind))
    try carryOut(record) { try deployer.apply(plan) }
    var notes = ((try? directory.definition(for: agent, in: tier))?.warnings ?? []).map { "warning: \($0.message)" }
    if let tier = plan.shadowedBy {
      notes.append("the definition in the \(tier.rawValue) tier still wins over this one")
    }
    if !disabled.isEmpty {
      notes.append("left out, as a person disabled them since: " + disabled.map(\.rawValue).joined(separator: ", "))
    }
    if kind != .deployed {
      notes.append("recorded as \(kind.rawValue): \(outcome.decision.reasons.joined(separator: " "))")
    }
    return report(try store.settle(record.id, as: .applied), plan, lessons.count, notes)
  }

  /// What `deploy` would write.
  public func plan(agent: AgentName, run id: RunID? = nil, tier: Tier = .project) throws -> DeploymentPlan {
    let (run, outcome) = try deployableRun(of: agent, id)
    return try plan(agent, run, outcome, tier, version: store.nextDeploymentVersion(of: agent))
  }

  /// Takes a deployment back: definition and rules are as they were before it.
  ///
  /// - Parameter id: the agent's newest deployment that still stands if `nil`.
  /// - Throws: `WhetError` with code `deployment.nothing`, `agent.conflict`; of the store.
  public func rollback(agent: AgentName, deployment id: DeploymentID? = nil) async throws -> DeploymentReport {
    let standing = try self.standing(of: agent, id)
    let deployed = try plan(of: standing)
    let back = try deployer.planRollback(of: deployed)
    let version = try store.nextDeploymentVersion(of: agent)
    let record = try store.prepare(draft(back, version: version, run: standing.run, kind: .rolledBack))
    try carryOut(record) { try deployer.apply(back) }
    return report(try store.settle(record.id, as: .applied), back, 0, ["version \(standing.version) was taken back"])
  }

  /// Makes a new definition file in a tier.
  public func createAgent(
    _ name: AgentName, tier: Tier, description: String? = nil, prompt: String? = nil
  ) throws -> DeploymentPlan {
    let plan = try deployer.planCreation(of: name, in: tier, description: description, prompt: prompt)
    let change = try store.prepare(
      AgentFile(
        agent: plan.agent, tier: plan.tier.rawValue, definitionPath: plan.definitionURL.path(percentEncoded: false),
        rulesPath: plan.rulesURL.path(percentEncoded: false), content: plan.definitionAfter ?? Data()))
    do {
      try deployer.apply(plan)
    } catch {
      try store.settle(change, stands: false)
      throw error
    }
    try store.settle(change, stands: true)
    return plan
  }

  /// Deployments recorded as prepared whose process died: done if the files are as planned, completed if only the rules
  /// are, else given up.
  ///
  /// Completing is safe while the process still lives, as it changes nothing that is done already; taking back is not.
  func settleDeployments() throws {
    for record in try store.deployments() where record.state == .prepared {
      let plan = try plan(of: record)
      var isDone = false
      if (try? Data(contentsOf: plan.rulesURL)) == plan.rulesAfter {
        let definition = try? Data(contentsOf: plan.definitionURL)
        isDone = definition == plan.definitionAfter
        if !isDone, definition == plan.definitionBefore, plan.rulesBefore != plan.rulesAfter {
          do throws(WhetError) {
            try deployer.apply(plan)
            isDone = true
          } catch {
            // The files of another project: whet settles it when it is started there.
            if error.code == .pathUnsafe { continue }
          }
        }
      }
      try store.settle(record.id, as: isDone ? .applied : .abandoned)
    }
  }

  // MARK: Parts

  private func deployableRun(of agent: AgentName, _ id: RunID?) throws -> (RunRecord, RunOutcome) {
    let runs = try id.map { [try store.run($0)] } ?? store.runs(agent: agent).reversed()
    for run in runs {
      guard run.agent == agent else {
        throw WhetError(
          .notFound, "the run '\(run.id)' trained '\(run.agent)', not '\(agent)'", advice: "see 'run list'")
      }
      if let outcome = try outcome(of: run) { return (run, outcome) }
    }
    throw WhetError(
      .deploymentNothing, "the agent '\(agent)' has no finished run", advice: "train it first with 'train \(agent)'")
  }

  private func kind(of decision: GateDecision, _ override: DeploymentOverride) throws -> DeploymentDraft.Kind {
    if decision.verdict == .deploy { return .deployed }
    switch override {
    case .forced: return .forced
    case .unproven where decision.mayGoUnproven: return .unproven
    case .unproven, .none:
      let more = decision.moreCasesNeeded.map { $0 > 0 ? "\($0) more cases needed at this rate; " : "" } ?? ""
      throw WhetError(
        .deploymentRefused, "the gate refuses: \(decision.reasons.joined(separator: " "))",
        advice: "\(more)'gate explain' tells why"
          + (decision.mayGoUnproven ? "; '--unproven' sends it out as a canary" : ""),
        exitCode: .refused)
    }
  }

  private func lessons(of outcome: RunOutcome) throws -> [Lesson] {
    guard let digest = outcome.lessons else { return [] }
    return try StoredJSON.value([Lesson].self, from: store.artefact(digest), what: "the run's lessons")
  }

  /// A run's lessons in the words that count now, and those among them that a person has disabled since.
  private func decidedLessons(of outcome: RunOutcome, _ agent: AgentName) throws -> ([Lesson], disabled: [LessonID]) {
    let records = Dictionary(uniqueKeysWithValues: try store.lessons(agent: agent).map { ($0.id, $0) })
    var disabled: [LessonID] = []
    let lessons = try lessons(of: outcome).compactMap { lesson -> Lesson? in
      guard let record = records[lesson.id] else { return lesson }
      guard record.status != .disabled else {
        disabled.append(lesson.id)
        return nil
      }
      var lesson = lesson
      lesson.words = record.ownWords ?? record.words
      return lesson
    }
    return (lessons, disabled)
  }

  /// What was proved was proved with the lessons the run had.
  private static func outdated(_ run: RunRecord, _ disabled: [LessonID], _ agent: AgentName) -> WhetError {
    let names = disabled.map { "'\($0)'" }.joined(separator: ", ")
    return WhetError(
      .deploymentRefused,
      "run '\(run.id)' was measured with \(names), which a person has disabled since",
      advice: "'train \(agent)' measures what is left; '--force' deploys it unmeasured", exitCode: .refused)
  }

  private func plan(
    _ agent: AgentName, _ run: RunRecord, _ outcome: RunOutcome, _ tier: Tier, version: Int
  ) throws -> DeploymentPlan {
    let (lessons, disabled) = try decidedLessons(of: outcome, agent)
    guard !lessons.isEmpty else {
      throw WhetError(
        .deploymentNothing,
        disabled.isEmpty
          ? "run '\(run.id)' has no lessons to deploy"
          : "every lesson of run '\(run.id)' was disabled since", advice: "add corrections and train again",
        exitCode: .refused)
    }
    let section = ManagedSectionWriter.section(
      lessons: lessons, arrangement: .init(try store.lessons(agent: agent)), version: version, run: run.id,
      evidence: outcome.heldOut,
      budget: configuration.tokenBudget)
    let rules = try RulesFile(
      agent: agent, version: version, run: run.id, section: section, lessons: lessons.map { StoredJSON.data($0) })
    return try deployer.plan(agent: agent, tier: tier, section: section, rules: rules.encoded())
  }

  func carryOut(_ record: DeploymentRecord, _ write: () throws -> Void) throws {
    do {
      try write()
    } catch {
      try store.settle(record.id, as: .abandoned)
      throw error
    }
  }

  func draft(
    _ plan: DeploymentPlan, version: Int, run: RunID?, kind: DeploymentDraft.Kind
  ) -> DeploymentDraft {
    DeploymentDraft(
      agent: plan.agent, version: version, tier: plan.tier.rawValue,
      definitionPath: plan.definitionURL.path(percentEncoded: false),
      rulesPath: plan.rulesURL.path(percentEncoded: false), run: run, kind: kind,
      definitionBefore: plan.definitionBefore,
      definitionAfter: plan.definitionAfter, rulesBefore: plan.rulesBefore, rulesAfter: plan.rulesAfter)
  }

  nonisolated func plan(of record: DeploymentRecord) throws -> DeploymentPlan {
    func bytes(_ digest: ArtefactDigest?) throws -> Data? { try digest.map { try store.artefact($0) } }
    return DeploymentPlan(
      agent: record.agent, tier: Tier(rawValue: record.tier) ?? .project,
      definitionURL: URL(filePath: record.definitionPath), rulesURL: URL(filePath: record.rulesPath),
      definitionBefore: try bytes(record.definitionBefore), definitionAfter: try bytes(record.definitionAfter),
      rulesBefore: try bytes(record.rulesBefore), rulesAfter: try bytes(record.rulesAfter), shadowedBy: nil)
  }

  /// The newest deployment that no rollback has taken back, or the one asked for if it is that of its file.
  private func standing(of agent: AgentName, _ id: DeploymentID?) throws -> DeploymentRecord {
    var stack: [DeploymentRecord] = []
    for record in try store.deployments(agent: agent) where record.state == .applied {
      if record.kind == .rolledBack {
        if let last = stack.lastIndex(where: { $0.definitionPath == record.definitionPath }) { stack.remove(at: last) }
      } else {
        stack.append(record)
      }
    }
    guard let newest = stack.last else {
      throw WhetError(
        .deploymentNothing, "the agent '\(agent)' has no deployment to take back", advice: "see 'deployment list'")
    }
    guard let id else { return try newestHere(of: stack, agent) }
    if id == newest.id { return newest }
    let asked = stack.last { $0.id == id }
    let covering = stack.last { $0.definitionPath == asked?.definitionPath }
    guard let asked, asked.id == covering?.id else {
      throw WhetError(
        .deploymentNothing, "the deployment '\(id)' is not the newest that stands for '\(agent)'",
        advice: "take '\(covering?.id ?? newest.id)' back first")
    }
    return asked
  }

  /// The newest deployment in the tier that wins among this project's; one in another project is taken back by id only.
  private func newestHere(of stack: [DeploymentRecord], _ agent: AgentName) throws -> DeploymentRecord {
    for tier in Tier.allCases.sorted() {
      guard let folder = configuration.folders[tier]?.url.path(percentEncoded: false) else { continue }
      if let newest = stack.last(where: { $0.tier == tier.rawValue && $0.definitionPath.hasPrefix(folder) }) {
        return newest
      }
    }
    let elsewhere = stack.last.map {
      "it stands in '\($0.definitionPath)': 'rollback \(agent) \($0.id)' takes that back"
    }
    throw WhetError(
      .deploymentNothing, "the agent '\(agent)' has no deployment in this project's tiers to take back",
      advice: elsewhere ?? "see 'deployment list'")
  }

  func report(
    _ record: DeploymentRecord, _ plan: DeploymentPlan, _ lessons: Int, _ notes: [String]
  ) -> DeploymentReport {
    DeploymentReport(
      record: record, definitionBefore: plan.definitionBefore.map { String(decoding: $0, as: UTF8.self) },
      definitionAfter: plan.definitionAfter.map { String(decoding: $0, as: UTF8.self) }, lessonCount: lessons,
      notes: notes)
  }
}
