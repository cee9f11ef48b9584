import Foundation
import Testing
import WhetCore

@testable import WhetEvaluation

/// Each of these really tries to break out, as whoever runs the tests: run them as root and as an ordinary user.
@Suite(.timeLimit(.minutes(3)))
struct ContainmentTests {
  @Test(
    .serialized,
    arguments: [
      "s = socket.create_connection((\"1.1.1.1\", 53), 2)",
      "s = socket.create_connection((\"127.0.0.1\", \(Listener.port)), 2)",
      "s = socket.socket(socket.AF_UNIX); s.connect(\"\(Listener.path)\")",
      "s = socket.socket(socket.AF_UNIX); s.connect(\"\\0\(Listener.abstractName)\")",
      "s = socket.socket(40, socket.SOCK_STREAM)", "s = socket.socket(17, socket.SOCK_RAW)",
      "s = socket.getaddrinfo(\"example.com\", 80)",
    ])
  func `a socket reaches nobody`(attempt: String) async throws {
    let listener = try Listener()
    defer { listener.close() }
    let result = try await Verifier.python(
      """
      import socket
      try:
        \(attempt)
      except OSError as error:
        print(error)
      else:
        raise SystemExit(9)
      """)
    #expect(result.outcome == .passed, "\(String(decoding: result.outputTail, as: UTF8.self))")
  }

  @Test(
    arguments: [
      "/whet-escape", "/usr/whet-escape", "/etc/whet-escape", "/dev/whet-escape", "/proc/whet-escape",
      "/sbin/whet-escape",
      "/sandbox/../whet-escape", "/var/tmp/whet-escape", "/root/whet-escape", "/home/whet-escape",
      "/sandbox/response.txt", "/sandbox/given",
    ])
  func `nothing outside the folder can be written`(path: String) async throws {
    let verifier = VerifierSpecification(
      run: ["sh", "-c", "echo x > \(path) && exit 9; chmod u+w \(path) && echo x > \(path) && exit 9; exit 0"],
      files: ["given": "as it was"])
    let result = try await Sandbox().run(verifier, response: "as it was", language: nil)
    #expect(result.outcome == .passed)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `what is written to the temporary folder stays inside`() async throws {
    let name = "whet-escape-\(UInt64.random(in: 0...(.max)))"
    let result = try await Verifier.shell("echo x > /tmp/\(name) && echo x > \(name) && echo x > /dev/shm/\(name)")
    #expect(result.outcome == .passed)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/\(name)"))
    #expect(!FileManager.default.fileExists(atPath: "/dev/shm/\(name)"))
  }

  @Test func `the files of the caller cannot be seen`() async throws {
    let result = try await Verifier.shell(
      "for path in /root /home /work /etc/passwd /etc/shadow /var /sys /run; do [ -e $path ] && exit 9; done; exit 0")
    #expect(result.outcome == .passed)
  }

  @Test func `processes are refused beyond the limit`() async throws {
    let result = try await Verifier.python(
      """
      import os, time
      count = 0
      try:
        while count < 5000:
          if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
          count += 1
      except OSError:
        raise SystemExit(0 if 5 < count <= 32 else 8)
      raise SystemExit(9)
      """)
    #expect(result.outcome == .passed, "\(String(decoding: result.outputTail, as: UTF8.self))")
  }

  @Test(arguments: ["bomb() { bomb | bomb & }; bomb; sleep 30", "while true; do sleep 30 & done"])
  func `a fork bomb is contained and leaves nothing behind`(script: String) async throws {
    let mark = "whet-bomb-\(UInt64.random(in: 0...(.max)))"
    let result = try await Verifier.shell(": \(mark); \(script)", timeout: 1)
    #expect(result.passed == false)
    while Processes.exist(naming: mark) { await Task.yield() }
    #expect(try await Verifier.shell("true").outcome == .passed)
  }

  @Test func `a daemon does not outlive its verifier`() async throws {
    let mark = "whet-daemon-\(UInt64.random(in: 0...(.max)))"
    let result = try await Verifier.shell("(setsid sh -c ': \(mark); sleep 61' >/dev/null 2>&1 &) ; sleep 0.1")
    #expect(result.outcome == .passed)
    while Processes.exist(naming: mark) { await Task.yield() }
  }

  @Test func `one process cannot have more memory than its share`() async throws {
    let result = try await Verifier.python("x = bytearray(3 << 30)")
    #expect(result.outcome == .failed(status: 1))
  }

  @Test(
    arguments: [
      // Many processes, each within its own limit.
      """
      import os, time
      for _ in range(12):
        if os.fork() == 0: break
      x = bytearray(40 << 20)
      for i in range(0, len(x), 4096): x[i] = 1
      time.sleep(30)
      """,
      // Shared memory without a name.
      """
      import mmap, os, time
      for _ in range(4):
        if os.fork() == 0: break
      m = mmap.mmap(-1, 90 << 20)
      for i in range(0, len(m), 4096): m[i] = 1
      time.sleep(30)
      """,
      // The kernel's own records of files without content.
      """
      n = 0
      while True:
        open(f"/tmp/{n}", "w").close()
        n += 1
      """,
    ])
  func `all processes together cannot either`(script: String) async throws {
    var limits = SandboxLimits()
    limits.memoryBytes = 200 << 20
    let result = try await Verifier.python(script, timeout: 20, limits: limits)
    #expect(result.outcome == .memoryLimit)
  }

  @Test(
    arguments: [
      "os.memfd_create('x')", "ctypes.CDLL(None, use_errno=True).shmget(0, 1 << 20, 0o1600) >= 0 or 1/0",
      "ctypes.CDLL(None, use_errno=True).msgget(0, 0o1600) >= 0 or 1/0",
      "ctypes.CDLL(None, use_errno=True).unshare(0x10000000) == 0 or 1/0",
      "ctypes.CDLL(None, use_errno=True).mount(b'none', b'/sandbox', b'tmpfs', 0, b'size=9g') == 0 or 1/0",
      "open('/sandbox/big', 'wb').write(bytes(17 << 20))",
      "[open(f'/sandbox/{i}', 'wb').write(bytes(8 << 20)) for i in range(20)]",
      "[open(f'/tmp/{i}', 'wb').write(bytes(8 << 20)) for i in range(20)]",
      "[open(f'/dev/shm/{i}', 'wb').write(bytes(8 << 20)) for i in range(20)]",
      "open(os.environ['WHET_SCORE'], 'wb').write(bytes(17 << 20))",
    ])
  func `memory that no process owns cannot be had`(attempt: String) async throws {
    let result = try await Verifier.python(
      """
      import ctypes, os, signal
      signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
      try:
        \(attempt)
      except (OSError, ZeroDivisionError) as error:
        os.truncate(os.environ['WHET_SCORE'], 0)
        print(error)
      else:
        raise SystemExit(9)
      """)
    #expect(result.outcome == .passed, "\(String(decoding: result.outputTail, as: UTF8.self))")
  }

  @Test(arguments: ["yes", "yes >&2", "cat /dev/zero", "while true; do (yes &); done"])
  func `endless output is cut off`(script: String) async throws {
    let result = try await Verifier.shell(script, timeout: 20)
    #expect(result.outcome == .outputLimit)
    #expect(result.outputTail.count <= 4096)
  }

  @Test func `nobody inside has rights over anything`() async throws {
    let result = try await Verifier.shell(
      """
      grep -q 'NoNewPrivs:.1' /proc/self/status && grep -q 'CapBnd:.0000000000000000' /proc/self/status &&
      grep -q 'CapEff:.0000000000000000' /proc/self/status && [ "$(id -u)" = 1000 ] && [ "$(ls /proc | grep -c '^[0-9]')" -lt 8 ]
      """)
    #expect(result.outcome == .passed)
  }

  @Test func `the score cannot be made a link to a file of the caller`() async throws {
    let result = try await Verifier.shell("ln -sf /etc/passwd $WHET_SCORE && exit 9; rm $WHET_SCORE && exit 9; exit 0")
    #expect(result.outcome == .passed)
  }

  @Test func `many at once do not count against each other`() async throws {
    let script = "import os,time\nfor _ in range(20):\n  if os.fork() == 0:\n    time.sleep(0.2); os._exit(0)\n"
    try await withThrowingTaskGroup(of: VerifierResult.self) { group in
      for _ in 0..<6 { group.addTask { try await Verifier.python(script) } }
      for try await result in group { #expect(result.outcome == .passed) }
    }
  }
}
