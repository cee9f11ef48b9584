internal import Foundation

/// The programs a sandbox is built with; none of them is ever left out.
struct SandboxTools: Sendable, Equatable {
  var shell = "/bin/sh"
  var bubblewrap = "/usr/bin/bwrap"
  var setpriv = "/usr/bin/setpriv"
  var prlimit = "/usr/bin/prlimit"

  /// Those that are not on this machine; only root needs setpriv.
  func missing(asRoot: Bool) -> [String] {
    ([shell, bubblewrap, prlimit] + (asRoot ? [setpriv] : [])).filter {
      !FileManager.default.isExecutableFile(atPath: $0)
    }
  }
}
