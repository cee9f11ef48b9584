import Synchronization
import WhetCore
import WhetStore
import WhetTerminal
import WhetTraining

/// Shows on standard error how far a run is.
final class TrainingProgress: Sendable {
  private struct State {
    var reporter: ProgressReporter?
    var improved = 0
  }

  private let output: ProgressReporter.Output
  private let state = Mutex(State())

  init(shell: Shell) {
    output = ProgressReporter.Output(width: shell.streams.errors.width()) { shell.writeError($0) }
  }

  /// Takes what happens.
  var observer: TrainingObserver {
    { event in
      switch event {
      case .runStarted: self.begin("sessions")
      case .sessionFinished(let session, let position, let count):
        self.update(position, of: count, improves: (session.improvement ?? 0) > 0)
        if position == count { self.begin("held-out cases") }
      case .measuring(let done, let count): self.update(done, of: count, improves: nil)
      case .stepCommitted, .runFinished: break
      }
    }
  }

  private func begin(_ title: String) {
    state.withLock { state in
      state.reporter?.finish()
      state.reporter = ProgressReporter(title, output: output)
      state.improved = 0
    }
  }

  private func update(_ done: Int, of count: Int, improves: Bool?) {
    state.withLock { state in
      if improves == true { state.improved += 1 }
      let detail = improves == nil ? "" : "\(state.improved) improved"
      state.reporter?.update(completed: done, total: count, detail: detail)
    }
  }

  /// Removes what is shown.
  func finish() { state.withLock { $0.reporter?.finish() } }
}
