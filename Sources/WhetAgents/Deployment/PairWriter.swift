import Foundation
import WhetCore

/// Writes the two files of a deployment: the rules, then the definition.
///
/// Both are complete under temporary names before either takes its place, so that a full disk is met before anything
/// changes. A crash between the two leaves new rules beside the old definition, which `DeployedRules.isPaired` shows;
/// applying the same plan again, or any later deployment, completes it.
struct PairWriter {
  let folder: Folder
  let checkpoint: Checkpoint

  struct Change {
    let name: String
    let before: Data?
    let after: Data?
  }

  func write(rules: Change, definition: Change) throws(WhetError) {
    try folder.removeLeftovers(checkpoint)
    let pending = try [rules, definition].pending(in: self)
    guard !pending.isEmpty else { return }
    var staged: [String: StagedFile] = [:]
    do throws(WhetError) {
      for (change, old) in pending {
        guard let after = change.after else { continue }
        staged[change.name] = try folder.stage(after, as: change.name, replacing: old, checkpoint)
      }
      // A second look at all before the first change, as staging took a while.
      for (change, _) in pending { try folder.requireContent(change.before, of: change.name) }
    } catch {
      for file in staged.values { folder.discard(file, checkpoint) }
      throw error
    }
    try commit(pending.map(\.0), staged)
  }

  /// Whether each file is as it must be before the change, or as it is after it.
  func check(rules: Change, definition: Change) throws(WhetError) {
    _ = try [rules, definition].pending(in: self)
  }

  private func commit(_ changes: [Change], _ staged: [String: StagedFile]) throws(WhetError) {
    var done: [Change] = []
    for change in changes {
      do throws(WhetError) {
        try commit(change, staged[change.name])
        done.append(change)
        if change.name != changes.last?.name { try folder.sync(after: change.name, checkpoint) }
      } catch {
        for other in changes where !done.contains(where: { $0.name == other.name }) {
          if let file = staged[other.name] { folder.discard(file, checkpoint) }
        }
        for change in done { takeBack(change) }
        throw error
      }
    }
    // Both files are new here; were this to fail there would be nothing better to go back to.
    try folder.sync(after: changes.last?.name ?? "", checkpoint)
    try checkpoint(WriteStep(action: .finish, file: ""))
  }

  private func commit(_ change: Change, _ staged: StagedFile?) throws(WhetError) {
    switch (change.before, staged) {
    case (let before?, let staged?): try folder.replace(before, with: staged, checkpoint)
    case (nil, let staged?): try folder.create(staged, checkpoint)
    case (let before?, nil): try folder.remove(change.name, holding: before, checkpoint)
    case (nil, nil): break
    }
  }

  /// Puts the first file back when the second could not be written; failing that, the next deployment repairs it.
  private func takeBack(_ change: Change) {
    do throws(WhetError) {
      var staged: StagedFile?
      if let before = change.before {
        let old = try folder.read(change.name, limit: RulesFile.sizeLimit)
        staged = try folder.stage(before, as: change.name, replacing: old, checkpoint)
      }
      do throws(WhetError) {
        try commit(Change(name: change.name, before: change.after, after: change.before), staged)
      } catch {
        if let staged { folder.discard(staged, checkpoint) }
        throw error
      }
      try folder.sync(after: change.name, checkpoint)
    } catch {
      return
    }
  }

  /// The file on disk if the change is still to be made; `done` if it has been made already.
  fileprivate func state(of change: Change) throws(WhetError) -> (isDone: Bool, old: StoredFile?) {
    let old = try folder.read(change.name, limit: RulesFile.sizeLimit)
    if old?.bytes == change.after { return (true, old) }
    guard old?.bytes == change.before else { throw folder.conflict(change.name) }
    if let old, old.links > 1 {
      throw WhetError(
        .pathUnsafe, "the file has \(old.links) names (hard links), of which writing would separate this one",
        at: folder.place(of: change.name), advice: "copy the file over itself to make it a file of its own")
    }
    return (false, old)
  }
}

extension [PairWriter.Change] {
  /// The changes still to be made with the files they replace; all are checked before any is made.
  fileprivate func pending(in writer: PairWriter) throws(WhetError) -> [(PairWriter.Change, StoredFile?)] {
    var pending: [(PairWriter.Change, StoredFile?)] = []
    for change in self {
      let (isDone, old) = try writer.state(of: change)
      if !isDone { pending.append((change, old)) }
    }
    return pending
  }
}
