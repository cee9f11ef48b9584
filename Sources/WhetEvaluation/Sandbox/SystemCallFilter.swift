/// A seccomp program that takes away the system calls with which a process could hold memory that no limit counts, or
/// reach beyond its network namespace.
///
/// Refused (ENOSYS): `memfd_create`, `memfd_secret`, `shmget` and `msgget` (memory outside address space and folders),
/// `io_uring_setup`, `bpf`, `perf_event_open`, `userfaultfd`, the kernel's key rings (kernel surface that no verifier
/// needs). Sockets are refused (EAFNOSUPPORT) except Unix, IPv4, IPv6 and netlink, which the namespace contains.
/// Source: seccomp(2), `linux/filter.h`, the kernel's system call tables.
enum SystemCallFilter {
  /// The program in classic BPF as bubblewrap's `--seccomp` reads it; `nil` on processors without a table here.
  static let program: [UInt8]? = table.map { assemble($0) }

  /// The numbers of one processor.
  struct Table {
    var architecture: UInt32
    var socket: UInt32
    var refused: [UInt32]
  }

  #if arch(x86_64)
    static let table: Table? = Table(
      architecture: 0xC000_003E, socket: 41, refused: [319, 447, 29, 68, 425, 321, 298, 323, 248, 249, 250])
  #elseif arch(arm64)
    static let table: Table? = Table(
      architecture: 0xC000_00B7, socket: 198, refused: [279, 447, 194, 186, 425, 280, 241, 282, 217, 218, 219])
  #else
    static let table: Table? = nil
  #endif

  private static let load: UInt16 = 0x20
  private static let jumpEqual: UInt16 = 0x15
  private static let jumpAtLeast: UInt16 = 0x35
  private static let answer: UInt16 = 0x06
  private static let allow: UInt32 = 0x7FFF_0000
  private static let kill: UInt32 = 0x8000_0000
  private static let notThere: UInt32 = 0x0005_0000 | 38
  private static let noSuchFamily: UInt32 = 0x0005_0000 | 97
  /// AF_UNIX, AF_INET, AF_INET6, AF_NETLINK.
  private static let families: [UInt32] = [1, 2, 10, 16]

  private static func assemble(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ code: UInt16, _ value: UInt32, yes: Int = 0, no: Int = 0) {
      withUnsafeBytes(of: code.littleEndian) { bytes += $0 }
      bytes += [UInt8(yes), UInt8(no)]
      withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
    // The order of `struct seccomp_data`: number at 0, architecture at 4, first argument at 16.
    add(load, 4)
    add(jumpEqual, table.architecture, yes: 1)
    add(answer, kill)
    add(load, 0)
    // Numbers from 2^30 are the x32 forms of the same calls.
    add(jumpAtLeast, 0x4000_0000, no: 1)
    add(answer, notThere)
    for number in table.refused {
      add(jumpEqual, number, no: 1)
      add(answer, notThere)
    }
    add(jumpEqual, table.socket, yes: 1)
    add(answer, allow)
    add(load, 16)
    for (index, family) in families.enumerated() { add(jumpEqual, family, yes: families.count - index) }
    add(answer, noSuchFamily)
    add(answer, allow)
    return bytes
  }
}
