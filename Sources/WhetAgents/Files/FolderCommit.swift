import Foundation
import WhetCore

extension Folder {
  /// Puts a staged file in the place of one that exists.
  ///
  /// The check is the last thing before the rename. No portable call does both at once, so a program that is not whet
  /// and saves in the microseconds between them is not seen.
  func replace(_ expected: Data, with staged: StagedFile, _ checkpoint: Checkpoint) throws(WhetError) {
    try checkpoint(WriteStep(action: .checkUnchanged, file: staged.name))
    try requireContent(expected, of: staged.name)
    try checkpoint(WriteStep(action: .rename, file: staged.name))
    guard renameat(descriptor, staged.temporary, descriptor, staged.name) == 0 else {
      throw SystemFailure().writing(path(of: staged.name))
    }
  }

  /// Gives a staged file its name, which nothing may have yet.
  func create(_ staged: StagedFile, _ checkpoint: Checkpoint) throws(WhetError) {
    try checkpoint(WriteStep(action: .link, file: staged.name))
    if linkat(descriptor, staged.temporary, descriptor, staged.name, 0) == 0 {
      return discard(staged, checkpoint)
    }
    let failure = SystemFailure()
    if failure.number == EEXIST { throw conflict(staged.name) }
    guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(failure.number) else {
      throw failure.writing(path(of: staged.name))
    }
    // A file system without hard links: the check and the rename are two steps there.
    try checkpoint(WriteStep(action: .checkUnchanged, file: staged.name))
    try requireContent(nil, of: staged.name)
    try checkpoint(WriteStep(action: .rename, file: staged.name))
    guard renameat(descriptor, staged.temporary, descriptor, staged.name) == 0 else {
      throw SystemFailure().writing(path(of: staged.name))
    }
  }

  /// Removes a file that holds what is expected.
  func remove(_ name: String, holding expected: Data, _ checkpoint: Checkpoint) throws(WhetError) {
    try checkpoint(WriteStep(action: .checkUnchanged, file: name))
    try requireContent(expected, of: name)
    try checkpoint(WriteStep(action: .remove, file: name))
    guard unlinkat(descriptor, name, 0) == 0 else { throw SystemFailure().writing(path(of: name)) }
  }

  /// Makes the names of the folder's files last.
  func sync(after name: String, _ checkpoint: Checkpoint) throws(WhetError) {
    try checkpoint(WriteStep(action: .syncFolder, file: name))
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemFailure().writing(path(of: name)) }
  }

  /// Removes what writes that never finished left; to be called with the lock held, when no other can be under way.
  func removeLeftovers(_ checkpoint: Checkpoint) throws(WhetError) {
    for name in try names() where StagedFile.isTemporary(name) {
      try checkpoint(WriteStep(action: .removeLeftover, file: name))
      _ = unlinkat(descriptor, name, 0)
    }
  }

  func requireContent(_ expected: Data?, of name: String) throws(WhetError) {
    guard try read(name, limit: RulesFile.sizeLimit)?.bytes == expected else { throw conflict(name) }
  }

  func conflict(_ name: String) -> WhetError {
    WhetError(
      .agentConflict, "the file is no longer the one that was read; nothing was changed", at: place(of: name),
      advice: "look at what changed, then try again")
  }
}
