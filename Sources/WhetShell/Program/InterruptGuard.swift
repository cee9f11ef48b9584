import Synchronization

/// What Ctrl-C does while a command of the prompt runs: the first press cancels it, another one before it has ended
/// ends the program. A press between the Enter key and the command's start counts as well.
final class InterruptGuard: Sendable {
  private struct State {
    var cancel: (@Sendable () -> Void)?
    var presses = 0
  }

  private let state = Mutex(State())
  private let force: @Sendable () -> Void

  /// - Parameter force: ends the program; a test's only notes it.
  init(force: @escaping @Sendable () -> Void = { ForcedEnd.now(status: 130) }) {
    self.force = force
  }

  /// Runs work that a press may cancel.
  func running(_ work: @escaping @Sendable () async -> Void) async {
    // Unstructured, because a key press and no task decides when it is cancelled: were a task to pass the press on, work
    // that keeps all threads of the pool busy could not be interrupted. Under the lock, so that a press cannot fall
    // between the work's start and its being known here.
    let task = state.withLock { state in
      let task = Task { await work() }
      state.cancel = { task.cancel() }
      if state.presses > 0 { task.cancel() }
      return task
    }
    await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    state.withLock { $0 = State() }
  }

  /// Drops presses that were meant for nothing that still runs; called when a line has been read.
  func forget() { state.withLock { $0 = State() } }

  /// Takes one press.
  func press() {
    let (cancel, presses) = state.withLock { state in
      state.presses += 1
      return (state.cancel, state.presses)
    }
    guard let cancel else { return }
    if presses == 1 { cancel() } else { force() }
  }
}
