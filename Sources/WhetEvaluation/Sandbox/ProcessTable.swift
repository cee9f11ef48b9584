internal import Foundation

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What `/proc` tells about running processes (proc(5)); everything is empty where there is none.
enum ProcessTable {
  static func identifiers() -> [Int32] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
  }

  /// The fields of `/proc/PID/status`, trimmed.
  static func status(of process: Int32) -> [Substring: String]? {
    guard let text = text("/proc/\(process)/status") else { return nil }
    var fields: [Substring: String] = [:]
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon]] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    return fields
  }

  /// Whether a process is there and has not ended; one that nobody has waited for yet has.
  static func isRunning(_ process: Int32) -> Bool {
    guard let state = status(of: process)?["State"]?.first else { return false }
    return state != "Z" && state != "X"
  }

  /// Bytes of memory and swap of one process; 0 when it is gone.
  static func memory(of process: Int32) -> Int {
    guard let fields = status(of: process) else { return 0 }
    return 1024 * (kibibytes(fields["VmRSS"]) + kibibytes(fields["VmSwap"]))
  }

  /// Ends every bubblewrap that was started with this text among its arguments, and with it all it contains.
  static func endSandboxes(naming text: String) {
    for process in identifiers() where self.text("/proc/\(process)/comm") == "bwrap\n" {
      if self.text("/proc/\(process)/cmdline")?.contains(text) == true { kill(process, SIGKILL) }
    }
  }

  /// The processes that a process and its threads have started and not yet waited for.
  static func children(of process: Int32) -> [Int32] {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return threads.flatMap { thread in
      (text("/proc/\(process)/task/\(thread)/children") ?? "").split(separator: " ").compactMap { Int32($0) }
    }
  }

  private static func kibibytes(_ field: String?) -> Int {
    field.flatMap { $0.split(separator: " ").first }.flatMap { Int($0) } ?? 0
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
