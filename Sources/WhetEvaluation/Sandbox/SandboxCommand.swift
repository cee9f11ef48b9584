internal import Foundation
internal import WhetCore

/// The command line that starts one sandbox: shell, setpriv, bubblewrap, prlimit, program, each becoming the next.
///
/// bwrap(1), setpriv(1), prlimit(1). bubblewrap 0.8.0 or later is needed for `--size` and `--disable-userns`, without
/// which a process could mount file systems of its own, as large as the machine's memory.
struct SandboxCommand {
  /// The descriptors that the shell opens for bubblewrap; the program does not inherit them.
  private static let script = "exec 9<\"$0/filter\" 8>\"$0/report\"; exec \"$@\""

  var input: VerifierInput
  var stage: SandboxStage
  var user: SandboxUser
  var limits: SandboxLimits
  var tools: SandboxTools
  /// Seconds of wall-clock time.
  var timeout: Double

  var arguments: [String] {
    ["-c", Self.script, stage.folder] + identity + [tools.bubblewrap] + isolation + system + folders + bounds
      + input.arguments
  }

  private var identity: [String] {
    guard let id = user.takenID else { return [] }
    return [
      tools.setpriv, "--reuid=\(id)", "--regid=\(id)", "--clear-groups", "--no-new-privs", "--inh-caps=-all",
      "--bounding-set=-all", "--",
    ]
  }

  private var isolation: [String] {
    let filter = SystemCallFilter.program == nil ? [] : ["--seccomp", "9"]
    return [
      "--unshare-all", "--unshare-user", "--disable-userns", "--uid", "1000", "--gid", "1000", "--die-with-parent",
      "--new-session", "--hostname", "sandbox", "--json-status-fd", "8",
    ] + filter + environment
  }

  private var environment: [String] {
    [
      ("PATH", "/usr/bin:/bin"), ("LANG", "C.UTF-8"), ("HOME", VerifierInput.folder), ("TMPDIR", "/tmp"),
      ("WHET_SCORE", "/score"),
      // A verdict must be the same each time; Python otherwise orders its sets differently in every process.
      ("PYTHONHASHSEED", "0"),
    ].reduce(into: ["--clearenv"]) { $0 += ["--setenv", $1.0, $1.1] }
  }

  /// The machine's programs and libraries, read-only, laid out as on the machine.
  private var system: [String] {
    let merged = ["bin", "sbin", "lib", "lib32", "lib64", "libx32"].flatMap { name -> [String] in
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/" + name) {
        return ["--symlink", target, "/" + name]
      }
      return ["--ro-bind-try", "/" + name, "/" + name]
    }
    let settings = ["/etc/alternatives", "/etc/ld.so.cache"].flatMap { ["--ro-bind-try", $0, $0] }
    return ["--ro-bind", "/usr", "/usr"] + merged + ["--dir", "/etc"] + settings
  }

  private var folders: [String] {
    let size = ["--size", String(limits.folderBytes), "--tmpfs"]
    let files = input.files.enumerated().flatMap { index, file in
      ["--ro-bind", stage.content(of: index), "\(VerifierInput.folder)/\(file.path)"]
    }
    return ["--proc", "/proc", "--dev", "/dev"] + size + ["/dev/shm"] + size + ["/tmp"] + size + [VerifierInput.folder]
      + files + ["--bind", stage.score, "/score", "--remount-ro", "/dev", "--remount-ro", "/"]
      + ["--chdir", VerifierInput.folder, "--"]
  }

  /// Processor seconds count per process over all its threads, so several processors use them up faster than the clock.
  private var bounds: [String] {
    let seconds = Int((timeout * Double(SandboxUser.processors)).rounded(.up)) + 1
    return [
      tools.prlimit, "--nproc=\(user.processLimit)", "--as=\(limits.addressSpaceBytes)", "--cpu=\(seconds)",
      "--fsize=\(limits.fileBytes)", "--nofile=\(limits.openFiles)", "--core=0", "--memlock=65536", "--",
    ]
  }
}
