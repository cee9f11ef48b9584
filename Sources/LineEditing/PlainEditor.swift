import Dispatch
import Synchronization
public import WhetTerminal

/// Lines from something that is not a terminal: a pipe, a file, a here-document.
///
/// Strict: a line that is not UTF-8, holds NUL or is too long is an error that names the line; the next read
/// goes on after it. Shows no prompt and keeps no history. A byte-order mark at the start and a CR before the
/// line end are taken off.
public final class PlainEditor: LineEditor {
  /// Bytes of the longest line that is read: 16 MiB.
  public static let lineLimit = 16 << 20

  private let descriptor: Int32
  private let reader: Mutex<UTF8LineReader>
  private let wake = WakePipe()
  /// Reading blocks, so it happens here and not on a thread of the task pool.
  private let queue = DispatchQueue(label: "whet.plain-editor")
  private let isClosed = Atomic(false)

  /// Reads from a descriptor, which stays the caller's to close.
  ///
  /// - Parameters:
  ///   - descriptor: standard input unless told.
  ///   - lineLimit: bytes of the longest line allowed.
  public init(descriptor: Int32 = 0, lineLimit: Int = PlainEditor.lineLimit) {
    self.descriptor = descriptor
    reader = Mutex(UTF8LineReader(descriptor: descriptor, limit: lineLimit))
  }

  /// The next line; the prompt is not shown. A line waits on its own thread; cancelling the task ends the wait
  /// and loses nothing.
  public func readLine(prompt: TerminalText, initial: String) async throws -> LineEvent {
    try Task.checkCancellation()
    let isCancelled = Flag()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        queue.async { continuation.resume(with: Result { try self.read(isCancelled) }) }
      }
    } onCancel: {
      isCancelled.raise()
      wake?.send()
    }
  }

  /// Does nothing: nobody can call lines back.
  public func addHistory(_ line: String) async {}

  /// Does nothing: there is no history.
  public func clearHistory() async {}

  /// Writes the text to standard error.
  public func printAbove(_ text: TerminalText) async {
    FileDescriptorWriter.write(text.ended, to: 2)
  }

  /// Does nothing: without a terminal Ctrl-C is the process's own business.
  public func setInterruptHandler(_ handler: (@Sendable () -> Void)?) {}

  /// Ends the editor; a read that waits throws `closed`.
  public func close() async {
    isClosed.store(true, ordering: .sequentiallyConsistent)
    wake?.send()
  }

  private func read(_ isCancelled: Flag) throws -> LineEvent {
    if isClosed.load(ordering: .sequentiallyConsistent) { throw LineEditingError.closed }
    return try reader.withLock { reader in
      let line = try reader.next {
        while true {
          if isClosed.load(ordering: .sequentiallyConsistent) { throw LineEditingError.closed }
          if isCancelled.isRaised { throw CancellationError() }
          guard let wake else { return }
          let (isWoken, isReadable) = wake.wait(for: descriptor)
          if isWoken { _ = wake.drain() }
          if isReadable { return }
        }
      }
      return line.map { .line($0) } ?? .endOfInput
    }
  }
}

/// A condition that is set once.
final class Flag: Sendable {
  private let value = Atomic(false)

  var isRaised: Bool { value.load(ordering: .sequentiallyConsistent) }

  func raise() { value.store(true, ordering: .sequentiallyConsistent) }
}
