import Synchronization
import WhetTerminal

/// What the editor's thread is asked to do.
enum EditorRequest: Sendable {
  /// Read one line.
  case read(prompt: TerminalText, initial: String, Flag, CheckedContinuation<LineEvent, any Error>)
  /// Add a line to the history.
  case remember(String, CheckedContinuation<Void, Never>)
  /// Forget the history.
  case forget(CheckedContinuation<Void, Never>)
  /// Show text above the line.
  case print(TerminalText, CheckedContinuation<Void, Never>)
  /// End.
  case close(CheckedContinuation<Void, Never>?)

  /// Answers a request that came after the end.
  func refuse() {
    switch self {
    case .read(_, _, _, let continuation): continuation.resume(throwing: LineEditingError.closed)
    case .remember(_, let continuation), .forget(let continuation), .print(_, let continuation): continuation.resume()
    case .close(let continuation): continuation?.resume()
    }
  }
}

/// The way into the editor's thread and, for Ctrl-C presses, out of it.
final class EditorMailbox: Sendable {
  private struct State {
    var requests: [EditorRequest] = []
    var interruptHandler: (@Sendable () -> Void)?
    var isClosed = false
  }

  /// Wakes the thread.
  let wake: WakePipe
  private let state = Mutex(State())

  init(wake: WakePipe) { self.wake = wake }

  /// Leaves a request for the thread, or refuses it when the thread has ended.
  func send(_ request: EditorRequest) {
    let isAccepted = state.withLock { state in
      guard !state.isClosed else { return false }
      state.requests.append(request)
      return true
    }
    if isAccepted { wake.send() } else { request.refuse() }
  }

  /// The oldest request.
  func take() -> EditorRequest? {
    state.withLock { $0.requests.isEmpty ? nil : $0.requests.removeFirst() }
  }

  /// The texts that are to be shown, taken out of their turn so that they do not wait for the line.
  func takePrints() -> [(text: TerminalText, CheckedContinuation<Void, Never>)] {
    state.withLock { state in
      let prints = state.requests.compactMap { request -> (text: TerminalText, CheckedContinuation<Void, Never>)? in
        if case .print(let text, let continuation) = request { (text, continuation) } else { nil }
      }
      state.requests.removeAll { if case .print = $0 { true } else { false } }
      return prints
    }
  }

  /// Whether the thread is asked to end.
  var isClosing: Bool {
    state.withLock { $0.requests.contains { if case .close = $0 { true } else { false } } }
  }

  /// Refuses everything from now on.
  func end() {
    let requests = state.withLock { state in
      state.isClosed = true
      state.interruptHandler = nil
      defer { state.requests = [] }
      return state.requests
    }
    for request in requests { request.refuse() }
  }

  /// Tells of one Ctrl-C.
  func announceInterrupt() { state.withLock(\.interruptHandler)?() }

  func setInterruptHandler(_ handler: (@Sendable () -> Void)?) {
    state.withLock { $0.interruptHandler = $0.isClosed ? nil : handler }
  }
}
