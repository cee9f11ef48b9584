internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Who the sandboxed processes run as.
///
/// Root would keep the right to ignore RLIMIT_NPROC even inside bubblewrap, so root first becomes a user that owns
/// nothing. Everybody else stays who they are.
struct SandboxUser: Equatable {
  /// The user and group to take; `nil` to stay.
  var takenID: UInt32?
  /// RLIMIT_NPROC for the sandbox.
  var processLimit: Int

  static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The user for one of the concurrent sandboxes; `nil` where root has no unused user to become.
  static func forSlot(_ slot: Int, processes: Int) -> SandboxUser? {
    guard geteuid() == 0 else {
      return SandboxUser(takenID: nil, processLimit: processes + (countsPerNamespace ? 0 : processesOfThisUser()))
    }
    let map = (try? String(contentsOfFile: "/proc/self/uid_map", encoding: .utf8)) ?? ""
    return unusedID(slot: slot, process: Int(getpid()), map: map).map {
      SandboxUser(takenID: $0, processLimit: processes)
    }
  }

  /// A user id that no account and no other process of this program uses: far above ordinary accounts where the
  /// process's user map (`/proc/self/uid_map`: first inside, first outside, count) has it, else the top of that map.
  static func unusedID(slot: Int, process: Int, map: String) -> UInt32? {
    let high = 0x7000_0000 + (process & 0x3F_FFFF) << 6 + (slot & 63)
    let ranges = map.split(separator: "\n").compactMap { line -> Range<Int>? in
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      return numbers.count == 3 ? numbers[0]..<(numbers[0] + numbers[2]) : nil
    }
    if ranges.contains(where: { $0.contains(high) }) { return UInt32(high) }
    guard let widest = ranges.max(by: { $0.count < $1.count }), widest.count >= 40_000 else { return nil }
    return UInt32(widest.upperBound - 2_000 - (process % 256) * 64 - (slot & 63))
  }

  /// Whether the kernel counts RLIMIT_NPROC per user namespace (Linux 5.14 and later). Before, the processes of the
  /// user outside the sandbox count too.
  private static var countsPerNamespace: Bool {
    let version = ProcessInfo.processInfo.operatingSystemVersion
    return (version.majorVersion, version.minorVersion) >= (5, 14)
  }

  /// Threads of all processes of this user.
  private static func processesOfThisUser() -> Int {
    let user = String(geteuid())
    return ProcessTable.identifiers().reduce(0) { sum, process in
      guard let fields = ProcessTable.status(of: process), fields["Uid"]?.split(separator: "\t").first ?? "" == user
      else { return sum }
      return sum + (fields["Threads"].flatMap { Int($0) } ?? 1)
    }
  }
}
