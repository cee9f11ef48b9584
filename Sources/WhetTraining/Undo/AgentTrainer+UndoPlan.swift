import Foundation
import WhetAgents
import WhetCore
import WhetStore

/// Which change `undo` takes back.
extension AgentTrainer {
  /// What `undo` would take back: the newest change that can be, the newer ones being named with what stands against it.
  ///
  /// - Throws: `WhetError` with code `undo.nothing`.
  public nonisolated func undoPlan() throws -> UndoPlan {
    var passed: [UndoPlan.Passed] = []
    while true {
      let changes = try store.changes(before: passed.last?.change.id)
      guard !changes.isEmpty else { throw try nothing(passed) }
      for change in changes {
        do {
          try check(change, past: Set(passed.map(\.change.id)))
        } catch let error as WhetError where Self.isOfTheChange(error) {
          passed.append(UndoPlan.Passed(change: change, reason: error))
          continue
        }
        return UndoPlan(
          change: change, effect: try effect(of: change), remains: try remains(of: change),
          again: try Self.again(change, store), passed: passed)
      }
    }
  }

  /// Whether a change can be taken back now; nothing is written.
  private nonisolated func check(_ change: ChangeRecord, past passed: Set<ChangeID>) throws {
    try store.checkUndo(change.id, past: passed)
    switch change.content {
    case .addition, .removal, .edit, .lessons: break
    case .agentFile(let file): if let removal = try removal(of: file) { try deployer.check(removal) }
    case .deployment(let id):
      let reversed = try store.deployment(matching: id.rawValue)
      let back = try plan(of: reversed).inverse
      do throws(WhetError) {
        try deployer.check(back)
      } catch {
        throw Self.advised(error, reversed)
      }
    }
  }

  /// Whether what was thrown stands against one change, and not against taking back anything.
  private static func isOfTheChange(_ error: WhetError) -> Bool {
    error.code != .undoOvertaken && !error.code.rawValue.hasPrefix("store.")
  }

  private nonisolated func nothing(_ passed: [UndoPlan.Passed]) throws -> WhetError {
    if let newest = passed.first {
      var error = newest.reason
      error.code = .undoNothing
      error.message =
        "no change can be taken back; the last, \(newest.change.id), '\(newest.change.words)': \(error.message)"
      return error
    }
    let hasTrained = try !store.newestRuns(limit: 1).isEmpty
    return WhetError(
      .undoNothing, "there is no change to take back",
      advice: hasTrained
        ? "a training is history and stays; 'correction remove' takes out what it learned from"
        : "'help undo' says which changes can be taken back")
  }

  /// A rollback bears more than an undo, which brings back every byte.
  private static func advised(_ error: WhetError, _ reversed: DeploymentRecord) -> WhetError {
    var error = error
    if error.code == .agentConflict, reversed.kind != .rolledBack {
      error.advice = "'rollback \(reversed.agent)' keeps what was changed outside of the managed section"
    }
    return error
  }

  /// - Returns: `nil` for a file that is gone already.
  /// - Throws: `agent.conflict` for one that was changed.
  nonisolated func removal(of file: AgentFile) throws -> DeploymentPlan? {
    let url = URL(filePath: file.definitionPath)
    guard FileManager.default.fileExists(atPath: file.definitionPath) else { return nil }
    let content = try? Data(contentsOf: url)
    guard let content, file.isUntouched(content) else {
      throw WhetError(
        .agentConflict, "the file is no longer the one that was made",
        at: SourceLocation(file: file.definitionPath), advice: "remove it by hand if nobody needs it")
    }
    let rules = try? Data(contentsOf: URL(filePath: file.rulesPath))
    return DeploymentPlan(
      agent: file.agent, tier: Tier(rawValue: file.tier) ?? .project, definitionURL: url,
      rulesURL: URL(filePath: file.rulesPath), definitionBefore: content, definitionAfter: nil, rulesBefore: rules,
      rulesAfter: rules)
  }
}
