import Subprocess
import Synchronization

/// The last bytes of a program's standard error, readable also while it runs.
final class ErrorTail: Sendable {
  private let kept = Mutex<[UInt8]>([])
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  var bytes: [UInt8] { kept.withLock { $0 } }

  /// Reads to the end in constant memory.
  func read(_ stream: SubprocessOutputSequence) async throws {
    for try await buffer in stream {
      buffer.withUnsafeBytes { part in
        kept.withLock { bytes in
          bytes += part.suffix(limit)
          if bytes.count > limit { bytes.removeFirst(bytes.count - limit) }
        }
      }
    }
  }
}
