import Synchronization
import Testing

@testable import WhetTerminal

/// A clock that stands still until told, and what was written meanwhile.
final class Recording: Sendable {
  private let state = Mutex((time: Duration.zero, text: ""))

  var text: String { state.withLock(\.text) }
  var now: @Sendable () -> Duration { { self.state.withLock(\.time) } }

  func advance(_ duration: Duration) { state.withLock { $0.time += duration } }

  func output(width: Int?) -> ProgressReporter.Output {
    .init(width: width) { text in self.state.withLock { $0.text += text.printable } }
  }
}

struct ProgressReporterTests {
  @Test func `off a terminal there is one plain line in each interval`() {
    let recording = Recording()
    let progress = ProgressReporter(
      "training", output: recording.output(width: nil), interval: .seconds(5), now: recording.now)
    for step in 0...12 {
      progress.update(completed: step, total: 12, detail: step == 10 ? "best 71" : "")
      recording.advance(.seconds(1))
    }
    progress.finish("trained 12")
    progress.update(completed: 13)
    #expect(
      recording.text == """
        training: 5/12 · 41 % · 1.0/s · 0:07 left
        training: 10/12 · 83 % · 1.0/s · 0:02 left · best 71
        trained 12

        """)
  }

  @Test func `on a terminal one line is rewritten and removed at the end`() {
    let recording = Recording()
    let progress = ProgressReporter("train", output: recording.output(width: 12), now: recording.now)
    progress.update(completed: 1)
    recording.advance(.milliseconds(50))
    progress.update(completed: 2)
    recording.advance(.milliseconds(50))
    progress.update(completed: 3)
    progress.finish()
    #expect(recording.text == "\rtrain: 1\u{1B}[K\rtrain: 3 ·…\u{1B}[K\r\u{1B}[K")
  }

  @Test func `where there is room a bar says how much is done`() {
    let recording = Recording()
    let progress = ProgressReporter("cases", output: recording.output(width: 80), now: recording.now)
    recording.advance(.seconds(2))
    progress.update(completed: 10, total: 40, detail: "best 91.2")
    #expect(
      recording.text == "\r\("cases █████░░░░░░░░░░░░░░░ 10/40 · 25 % · 5.0/s · 0:06 left · best 91.2")\u{1B}[K")
  }

  @Test func `short work leaves no line off a terminal`() {
    let recording = Recording()
    let progress = ProgressReporter("cases", output: recording.output(width: nil), now: recording.now)
    for done in 0...5 {
      progress.update(completed: done, total: 5)
      recording.advance(.seconds(1))
    }
    progress.finish()
    #expect(recording.text == "")
  }

  @Test func `an unknown total has no time left and hostile details are harmless`() {
    let recording = Recording()
    let progress = ProgressReporter("t", output: recording.output(width: nil), now: recording.now)
    recording.advance(.seconds(10))
    progress.update(completed: 0, total: 0, detail: "\u{1B}[2J\n")
    #expect(recording.text == "t: 0/0 · \\u{1B}[2J ↵ \n")
  }

  @Test(arguments: [
    (0.2, "0:01"), (59.0, "0:59"), (61, "1:01"), (3661, "1:01:01"), (1e9, "> 99 h"), (.infinity, "> 99 h"),
  ])
  func `time left is shown as on a clock`(_ seconds: Double, _ text: String) {
    #expect(ProgressReporter.clock(seconds) == text)
  }
}
