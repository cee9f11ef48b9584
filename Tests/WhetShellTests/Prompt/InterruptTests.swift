import Foundation
import Synchronization
import Testing

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct InterruptTests {

  @Test func `the first press cancels, and the second one while the work goes on forces`() async {
    let forced = Mutex(0)
    let guarding = InterruptGuard { forced.withLock { $0 += 1 } }
    let cancelled = Mutex(false)
    await guarding.running {
      guarding.press()
      cancelled.withLock { $0 = Task.isCancelled }
      #expect(forced.withLock { $0 } == 0)
      guarding.press()
    }
    #expect(cancelled.withLock { $0 })
    #expect(forced.withLock { $0 } == 1)
  }

  @Test func `a press just before the work begins cancels it, unless a line was read since`() async {
    let guarding = InterruptGuard { Issue.record("forced") }
    guarding.press()
    await guarding.running { #expect(Task.isCancelled) }
    guarding.press()
    guarding.forget()
    await guarding.running { #expect(!Task.isCancelled) }
  }

  @Test func `each command starts with no presses`() async {
    let guarding = InterruptGuard { Issue.record("forced") }
    for _ in 0..<3 {
      await guarding.running { guarding.press() }
    }
  }

  @Test func `a forced end finds all programs that were started, and theirs`() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "sleep 100 & wait"]
    try process.run()
    defer { process.terminate() }
    var found: [Int32] = []
    while found.count < 2 { found = ForcedEnd.descendants(of: process.processIdentifier) + [process.processIdentifier] }
    #expect(ForcedEnd.descendants(of: getpid()).contains(process.processIdentifier))
    for process in found { kill(process, SIGKILL) }
    process.waitUntilExit()
  }
}
