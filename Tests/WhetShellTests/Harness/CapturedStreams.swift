import Synchronization
import WhetCore
import WhetTerminal

@testable import WhetShell

/// Two streams that remember what was written to them.
final class CapturedStreams: Sendable {
  private let texts = Mutex((output: "", errors: ""))
  private let width: Int?
  /// Whether the reader of standard output has gone away.
  private let isClosed: Bool

  init(width: Int? = nil, isClosed: Bool = false) {
    self.width = width
    self.isClosed = isClosed
  }

  var output: String { texts.withLock(\.output) }
  var errors: String { texts.withLock(\.errors) }

  var streams: Streams {
    Streams(
      output: .init(width: { self.width }, painter: .plain) { (text) throws(WhetError) in
        if self.isClosed { throw WhetError(.outputClosed, "closed", exitCode: .closedPipe) }
        self.texts.withLock { $0.output += text }
      },
      errors: .init(width: { nil }, painter: .plain) { (text) throws(WhetError) in
        self.texts.withLock { $0.errors += text }
      })
  }
}
