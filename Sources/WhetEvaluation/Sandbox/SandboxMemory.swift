#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The memory that a sandbox really uses, seen from outside.
enum SandboxMemory {
  /// What the kernel keeps for one file in memory besides its content, rounded up.
  private static let bytesPerFile = 1024

  /// Bytes of memory and swap of a process and all its descendants, and of the folders in memory that they see.
  ///
  /// Pages that processes share count once for each.
  static func bytes(ofTree root: Int32) -> Int {
    var sum = 0
    var folders: Int?
    var open = [root]
    var seen: Set<Int32> = [root]
    while let process = open.popLast() {
      sum += ProcessTable.memory(of: process)
      // The outermost process still sees the machine's folders; the first one inside sees those of all.
      folders = folders ?? self.folders(seenBy: process)
      for child in ProcessTable.children(of: process) where seen.insert(child).inserted { open.append(child) }
    }
    return sum + (folders ?? 0)
  }

  private static func folders(seenBy process: Int32) -> Int? {
    let root = "/proc/\(process)/root"
    guard let work = used(root + VerifierInput.folder) else { return nil }
    return work + (used(root + "/tmp") ?? 0) + (used(root + "/dev/shm") ?? 0)
  }

  private static func used(_ path: String) -> Int? {
    var information = statvfs()
    guard statvfs(path, &information) == 0 else { return nil }
    let blocks = Int(information.f_blocks) - Int(information.f_bfree)
    let files = Int(information.f_files) - Int(information.f_ffree)
    return blocks * Int(information.f_frsize) + files * bytesPerFile
  }
}
