import Foundation
import WhetAgents
public import WhetCore
import WhetStore

extension AgentTrainer {
  /// Takes a change back: all of it or, when this throws, nothing.
  ///
  /// - Parameter id: the change that `undoPlan` named.
  /// - Throws: `WhetError` with code `undo.overtaken` if it is not the newest any more that can be taken back;
  ///   `undo.conflict`; `agent.conflict` if a file is not what the change made of it, `agent.path-unsafe` for a file of
  ///   another project, `agent.tier-unavailable`.
  public func undo(_ id: ChangeID) async throws -> UndoReport {
    let plan = try undoPlan()
    guard plan.change.id == id else {
      throw try plan.passed.first { $0.change.id == id }?.reason ?? store.undoRefusal(of: id)
    }
    let passed = Set(plan.passed.map(\.change.id))
    switch plan.change.content {
    case .addition, .removal, .edit, .lessons:
      return UndoReport(plan: plan, change: try store.undo(id, past: passed))
    case .deployment(let deployment):
      let report = try reverse(deployment, undoing: id, past: passed)
      return UndoReport(plan: plan, change: try store.change(id), deployment: report)
    case .agentFile(let file):
      return UndoReport(plan: plan, change: try remove(file, undoing: id, past: passed))
    }
  }

  /// Writes the files as they were before a deployment or rollback, if they are as it left them.
  private func reverse(
    _ id: DeploymentID, undoing change: ChangeID, past passed: Set<ChangeID>
  ) throws -> DeploymentReport {
    let reversed = try store.deployment(matching: id.rawValue)
    let back = try plan(of: reversed).inverse
    let version = try store.nextDeploymentVersion(of: reversed.agent)
    let kind: DeploymentDraft.Kind = reversed.kind == .rolledBack ? .restored : .rolledBack
    let record = try store.prepare(
      draft(back, version: version, run: reversed.run, kind: kind), undoing: change, past: passed)
    try carryOut(record) { try deployer.apply(back) }
    return report(try store.settle(record.id, as: .applied), back, 0, ["\(reversed.id) was undone"])
  }

  /// Removes a definition file that is byte for byte the one that was made.
  private func remove(
    _ file: AgentFile, undoing change: ChangeID, past passed: Set<ChangeID>
  ) throws -> ChangeRecord {
    let removal = try removal(of: file)
    try store.prepareUndo(change, past: passed)
    do {
      if let removal { try deployer.apply(removal) }
    } catch {
      try store.settle(change, stands: true)
      throw error
    }
    return try store.settle(change, stands: false)
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
