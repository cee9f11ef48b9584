import Foundation
import Synchronization
import WhetStore
import WhetTraining

/// The store as the prompt reads it beside its commands: theirs once one has opened it, else one of our own.
///
/// It is never created by this, and one that cannot be opened is left alone until a command opens it and says why.
final class QuietStore: Sendable {
  private struct State {
    var own: Store?
    var hasFailed = false
  }

  private let shell: Shell
  private let state = Mutex(State())

  init(shell: Shell) {
    self.shell = shell
  }

  /// The store if it is open already.
  var opened: Store? { shell.services.openStore.withLock { $0 } ?? state.withLock(\.own) }

  /// The store, opened where its file is there.
  func open() -> Store? {
    if let open = shell.services.openStore.withLock({ $0 }) {
      state.withLock { $0.own = nil }
      return open
    }
    return state.withLock { state in
      guard !state.hasFailed, let path = try? Services.load(shell.environment, shell.options).configuration().storePath
      else { return nil }
      guard FileManager.default.fileExists(atPath: path) else {
        state.own = nil
        return nil
      }
      if let own = state.own { return own }
      state.own = try? Store(path: path)
      state.hasFailed = state.own == nil
      return state.own
    }
  }
}
