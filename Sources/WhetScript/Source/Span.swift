/// A half-open stretch of a source text, in UTF-8 bytes from its beginning.
public struct Span: Hashable, Sendable {
  /// The first byte.
  public var start: Int
  /// The byte after the last.
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var count: Int { end - start }

  /// The smallest span that holds both.
  public func joined(with other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }
}
