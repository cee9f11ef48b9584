import Foundation
import WhetCore

/// New content of one file, complete and synced under a temporary name in the same folder.
struct StagedFile {
  let name: String
  let temporary: String

  static let temporaryPrefix = ".whet-"
  static let temporarySuffix = ".tmp"

  /// Whether a name in a tier folder is that of a write that was never finished.
  static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(temporaryPrefix) && name.hasSuffix(temporarySuffix)
  }

  /// A hidden name that no definition and no rules file has.
  static func temporaryName() -> String {
    temporaryPrefix + String(UInt64.random(in: .min ... .max), radix: 16) + temporarySuffix
  }
}

extension Folder {
  /// Writes and syncs `bytes` under a temporary name.
  ///
  /// - Parameter old: the file to be replaced, whose permission bits and owner the new one takes; without it the
  ///   permissions are 0644 less the process's mask.
  func stage(
    _ bytes: Data, as name: String, replacing old: StoredFile?, _ checkpoint: Checkpoint
  ) throws(WhetError) -> StagedFile {
    let staged = StagedFile(name: name, temporary: StagedFile.temporaryName())
    try checkpoint(WriteStep(action: .createTemporary, file: name))
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(descriptor, staged.temporary, flags, old == nil ? 0o644 : 0o600)
    guard file >= 0 else { throw SystemFailure().writing(path(of: name)) }
    defer { close(file) }
    do throws(WhetError) {
      try checkpoint(WriteStep(action: .writeBytes, file: name))
      try write(bytes, to: file, name: name)
      try checkpoint(WriteStep(action: .keepMode, file: name))
      if let old { try keepMode(of: old, on: file, name: name) }
      try checkpoint(WriteStep(action: .syncTemporary, file: name))
      guard fsync(file) == 0 else { throw SystemFailure().writing(path(of: name)) }
    } catch {
      discard(staged, checkpoint)
      throw error
    }
    return staged
  }

  /// Removes a staged file that will not be used; one that cannot be removed is left to the next deployment.
  func discard(_ staged: StagedFile, _ checkpoint: Checkpoint) {
    guard (try? checkpoint(WriteStep(action: .removeTemporary, file: staged.name))) != nil else { return }
    _ = unlinkat(descriptor, staged.temporary, 0)
  }

  private func write(_ bytes: Data, to file: CInt, name: String) throws(WhetError) {
    var rest = [UInt8](bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemFailure().writing(path(of: name)) }
      rest = rest.dropFirst(count)
    }
  }

  private func keepMode(of old: StoredFile, on file: CInt, name: String) throws(WhetError) {
    // Only root can give a file away; others are the owner already or may not keep the group.
    _ = fchown(file, old.owner, old.group)
    guard fchmod(file, old.mode) == 0 else { throw SystemFailure().writing(path(of: name)) }
  }
}
