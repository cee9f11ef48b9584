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
    var best: Double?
  }

  private let output: ProgressReporter.Output
  private let state = Mutex(State())

  init(shell: Shell) {
    let width = shell.environment.terminalKnowsSequences ? shell.streams.errors.width() : nil
    output = ProgressReporter.Output(width: width) { shell.writeError($0) }
  }

  /// Takes what happens.
  var observer: TrainingObserver {
    { event in
      switch event {
      case .runStarted: self.begin("sessions")
      case .sessionFinished(let session, let position, let count):
        self.update(position, of: count, session)
        if position == count { self.begin("held-out cases") }
      case .measuring(let done, let count): self.update(done, of: count, nil)
      case .stepCommitted, .runFinished: break
      }
    }
  }

  private func begin(_ title: String) {
    state.withLock { state in
      state.reporter?.finish()
      state.reporter = ProgressReporter(title, output: output)
      (state.improved, state.best) = (0, nil)
    }
  }

  private func update(_ done: Int, of count: Int, _ session: SessionRecord?) {
    state.withLock { state in
      var detail = ""
      if let session {
        state.improved += (session.improvement ?? 0) > 0 ? 1 : 0
        state.best = [state.best, session.overallAfter].compactMap { $0 }.max()
        detail = "\(state.improved) improved" + (state.best.map { " · best \(NumberText.score($0))" } ?? "")
      }
      state.reporter?.update(completed: done, total: count, detail: detail)
    }
  }

  /// Removes what is shown.
  func finish() { state.withLock { $0.reporter?.finish() } }
}
