import Foundation

/// The processor time of a running process.
enum ProcessorTime {
  /// All its threads', in user and system mode; `nil` once it has ended (proc_pid_stat(5)).
  static func used(by process: pid_t) -> Duration? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let name = text.lastIndex(of: ")")
    else { return nil }
    // The state is the first field behind the name; user and system time are the twelfth and thirteenth.
    let fields = text[name...].split(separator: " ").dropFirst().map(String.init)
    guard fields.count > 13, fields[0] != "Z", let user = Int(fields[11]), let system = Int(fields[12]) else {
      return nil
    }
    return .seconds(1) * (user + system) / sysconf(Int32(_SC_CLK_TCK))
  }
}
