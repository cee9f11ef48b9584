import Foundation
public import WhetCore
public import WhetTerminal

/// Where results and notes go: standard output and standard error, or a test's ears.
public struct Streams: Sendable {
  /// One of the two.
  public struct Stream: Sendable {
    /// Columns of the terminal behind it, `nil` when there is none.
    public var width: @Sendable () -> Int?
    public var painter: Painter
    /// The process's own descriptor that is written to; `nil` in tests.
    var descriptor: Int32?
    private let sink: @Sendable (String) throws(WhetError) -> Void

    /// - Parameter write: writes the whole text as it is. It throws `output.closed` when nobody reads any more,
    ///   `file.unwritable` for a full disk and the like.
    public init(
      width: @escaping @Sendable () -> Int?, painter: Painter,
      write: @escaping @Sendable (String) throws(WhetError) -> Void
    ) {
      self.width = width
      self.painter = painter
      sink = write
    }

    /// Writes a text for people.
    public func write(_ text: TerminalText) throws(WhetError) { try sink(text.printable) }

    /// Writes a text for files and programs byte for byte; where a terminal is behind the stream, made safe.
    public func writeExact(_ text: String) throws(WhetError) { try write(.exact(text)) }

    /// Writes a result in its form; whatever a terminal gets has been made safe.
    func write(_ text: RenderedText) throws(WhetError) {
      try sink(width() == nil ? text.inFile : text.onTerminal.printable)
    }
  }

  /// Carries results only.
  public var output: Stream
  /// Carries progress, notes and diagnostics.
  public var errors: Stream

  public init(output: Stream, errors: Stream) {
    self.output = output
    self.errors = errors
  }

  /// The process's own.
  public static func standard(colour: ColourPolicy) -> Streams {
    Streams(output: .descriptor(1, colour: colour), errors: .descriptor(2, colour: colour))
  }
}

extension Streams.Stream {
  /// A file descriptor of the process.
  static func descriptor(_ descriptor: Int32, colour: ColourPolicy) -> Streams.Stream {
    var stream = Streams.Stream(
      width: { isatty(descriptor) == 1 ? TerminalSize.current(of: descriptor)?.columns ?? 80 : nil },
      painter: colour.painter(for: descriptor)
    ) { (text) throws(WhetError) in
      try DescriptorOutput.write(text, to: descriptor)
    }
    stream.descriptor = descriptor
    return stream
  }
}

/// Output that tells why it failed, unlike a stream for notes.
enum DescriptorOutput {
  static func write(_ text: String, to descriptor: Int32) throws(WhetError) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw fault(errno) }
      rest = rest.dropFirst(count)
    }
  }

  private static func fault(_ code: Int32) -> WhetError {
    code == EPIPE
      ? WhetError(.outputClosed, "nobody reads the output any more", exitCode: .closedPipe)
      : WhetError(.fileUnwritable, "the output cannot be written: \(String(cString: strerror(code)))")
  }
}

extension WhetError.Code {
  static let outputClosed = Self(rawValue: "output.closed")
}
