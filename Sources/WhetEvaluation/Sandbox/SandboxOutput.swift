internal import Synchronization

/// What a running sandbox has printed, as far as it is kept, and the process that it is.
final class SandboxOutput: Sendable {
  private struct State {
    var count = 0
    var tail: [UInt8] = []
    var process: Int32?
  }

  /// Bytes kept of the end.
  static let tailBytes = 4096

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: the most bytes that may be printed.
  init(limit: Int) {
    self.limit = limit
  }

  var tail: [UInt8] { state.withLock { $0.tail } }
  /// The outermost process, once it runs.
  var process: Int32? { state.withLock { $0.process } }
  /// The last line that is not empty.
  var lastLine: String { String(decoding: tail.split(separator: 0x0A).last ?? [], as: UTF8.self) }

  func start(process: Int32) {
    state.withLock { $0.process = process }
  }

  /// Keeps the end of the output; `false` when there is now more of it than the limit.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    state.withLock { state in
      state.count += bytes.count
      state.tail += bytes.suffix(Self.tailBytes)
      if state.tail.count > Self.tailBytes { state.tail.removeFirst(state.tail.count - Self.tailBytes) }
      return state.count <= limit
    }
  }
}
