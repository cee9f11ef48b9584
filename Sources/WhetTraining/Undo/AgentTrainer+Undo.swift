import Foundation
import WhetAgents
public import WhetCore
import WhetStore

extension AgentTrainer {
  /// What `undo` would take back: the newest change that was not taken back yet.
  ///
  /// - Throws: `WhetError` with code `undo.nothing`.
  public nonisolated func undoPlan() throws -> UndoPlan {
    guard let change = try store.lastChange() else {
      let hasTrained = try !store.newestRuns(limit: 1).isEmpty
      throw WhetError(
        .undoNothing, "there is no change to take back",
        advice: hasTrained
          ? "a training is history and stays; 'correction remove' takes out what it learned from"
          : "'help undo' says which changes can be taken back")
    }
    return UndoPlan(
      change: change, effect: try effect(of: change), remains: try remains(of: change),
      again: try Self.again(change, store))
  }

  /// Takes a change back: all of it or, when this throws, nothing.
  ///
  /// - Parameter id: the change that `undoPlan` named.
  /// - Throws: `WhetError` with code `undo.overtaken` if it is not the newest any more, `undo.conflict`,
  ///   `agent.conflict` if a file is not what the change made of it, `agent.path-unsafe` for a file of another project,
  ///   `agent.tier-unavailable`.
  public func undo(_ id: ChangeID) async throws -> UndoReport {
    let plan = try undoPlan()
    // Another change is the newest now: the store says so.
    guard plan.change.id == id else { return UndoReport(plan: plan, change: try store.undo(id)) }
    switch plan.change.content {
    case .addition, .removal, .edit, .lessonStatus: return UndoReport(plan: plan, change: try store.undo(id))
    case .deployment(let deployment):
      let report = try reverse(deployment, undoing: id)
      return UndoReport(plan: plan, change: try store.change(id), deployment: report)
    case .agentFile(let file):
      return UndoReport(plan: plan, change: try remove(file, undoing: id))
    }
  }

  /// Writes the files as they were before a deployment or rollback, if they are as it left them.
  private func reverse(_ id: DeploymentID, undoing change: ChangeID) throws -> DeploymentReport {
    let reversed = try store.deployment(matching: id.rawValue)
    let back = try plan(of: reversed).inverse
    do throws(WhetError) {
      try deployer.check(back)
    } catch {
      throw Self.advised(error, reversed)
    }
    let version = try store.nextDeploymentVersion(of: reversed.agent)
    let kind: DeploymentDraft.Kind = reversed.kind == .rolledBack ? .restored : .rolledBack
    let record = try store.prepare(
      draft(back, version: version, run: reversed.run, kind: kind), undoing: change)
    try carryOut(record) { try deployer.apply(back) }
    return report(try store.settle(record.id, as: .applied), back, 0, ["\(reversed.id) was undone"])
  }

  /// A rollback bears more than an undo, which brings back every byte.
  private static func advised(_ error: WhetError, _ reversed: DeploymentRecord) -> WhetError {
    var error = error
    if error.code == .agentConflict, reversed.kind != .rolledBack {
      error.advice = "'rollback \(reversed.agent)' keeps what was changed outside of the managed section"
    }
    return error
  }

  /// Removes a definition file that is byte for byte the one that was made.
  private func remove(_ file: AgentFile, undoing change: ChangeID) throws -> ChangeRecord {
    let removal = try removal(of: file)
    if let removal { try deployer.check(removal) }
    try store.prepareUndo(change)
    do {
      if let removal { try deployer.apply(removal) }
    } catch {
      try store.settle(change, stands: true)
      throw error
    }
    return try store.settle(change, stands: false)
  }

  /// - Returns: `nil` for a file that is gone already.
  /// - Throws: `agent.conflict` for one that was changed.
  private func removal(of file: AgentFile) throws -> DeploymentPlan? {
    let url = URL(filePath: file.definitionPath)
    guard FileManager.default.fileExists(atPath: file.definitionPath) else { return nil }
    let content = try? Data(contentsOf: url)
    guard let content, file.isUntouched(content) else {
      throw WhetError(
        .agentConflict, "the file is no longer the one that was made; nothing was changed",
        at: SourceLocation(file: file.definitionPath), advice: "remove it by hand if nobody needs it")
    }
    let rules = try? Data(contentsOf: URL(filePath: file.rulesPath))
    return DeploymentPlan(
      agent: file.agent, tier: Tier(rawValue: file.tier) ?? .project, definitionURL: url,
      rulesURL: URL(filePath: file.rulesPath), definitionBefore: content, definitionAfter: nil, rulesBefore: rules,
      rulesAfter: rules)
  }

  /// New agent files whose process died before it said whether they are there: they stand if the file is the one that
  /// was to be made. That is right too while the process lives, as it says so itself in the end.
  func settleAgentFiles() throws {
    for change in try store.unsettledChanges() {
      guard case .agentFile(let file) = change.content else { continue }
      let content = try? Data(contentsOf: URL(filePath: file.definitionPath))
      try store.settle(change.id, stands: content.map { file.isUntouched($0) } ?? false)
    }
  }
}
