import Foundation
import LineEditing

/// The end of the process at once, because somebody does not want to wait until the work has stopped in good order.
enum ForcedEnd {
  /// Ends all programs that were started and the process, and puts the terminal back; may be called from any thread.
  static func now(status: Int32) -> Never {
    for process in descendants(of: getpid()) { kill(process, SIGKILL) }
    TerminalGuard.restore()
    let words = "whet: ended at once; every step that was committed is kept, and 'session resume' goes on\n"
    _ = Array(words.utf8).withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    _exit(status)
  }

  /// The processes that a process has started, and theirs, parents first.
  static func descendants(of process: Int32) -> [Int32] {
    var found: [Int32] = []
    var waiting = children(of: process)
    // A process cannot be in the list twice, but ids come back: bounded, whatever `/proc` says meanwhile.
    while let next = waiting.popLast(), found.count < 10_000 {
      found.append(next)
      waiting += children(of: next)
    }
    return found
  }

  /// The children of all threads of a process, from `/proc` (proc(5)).
  private static func children(of process: Int32) -> [Int32] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return threads.flatMap { thread -> [Int32] in
      let bytes = FileManager.default.contents(atPath: "/proc/\(process)/task/\(thread)/children") ?? Data()
      return String(decoding: bytes, as: UTF8.self).split(separator: " ").compactMap { Int32($0) }
    }
  }
}
