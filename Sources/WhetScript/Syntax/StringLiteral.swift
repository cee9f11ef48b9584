/// A text value as it was written.
public struct StringLiteral: Hashable, Sendable {
  /// How the text is delimited.
  public enum Style: Hashable, Sendable {
    /// No quotes.
    case bare
    /// `'...'`, no escapes.
    case raw
    /// `"..."`.
    case quoted
    /// `"""..."""`: escapes as in `quoted`, line ends, common indentation removed.
    case block
  }

  /// A stretch of text or an interpolation.
  public enum Segment: Hashable, Sendable {
    case text(String)
    case interpolation(Interpolation)
  }

  /// `${expression}`.
  public struct Interpolation: Hashable, Sendable {
    /// With its delimiters.
    public var span: Span
    /// `nil` until the parser has read it.
    public var expression: Expression?
  }

  public var style: Style
  /// At least one; two texts never stand together.
  public var segments: [Segment]
  /// Whether the closing quote is there.
  public var isComplete: Bool

  public init(style: Style, segments: [Segment], isComplete: Bool = true) {
    self.style = style
    self.segments = segments
    self.isComplete = isComplete
  }

  init(bare text: String) {
    self.init(style: .bare, segments: [.text(text)])
  }

  /// The text with escapes resolved and without its interpolations.
  public var text: String {
    segments.reduce(into: "") { text, segment in
      if case .text(let part) = segment { text += part }
    }
  }

  /// Whether there is anything to fill in when the script runs.
  public var hasInterpolation: Bool {
    segments.contains { if case .interpolation = $0 { true } else { false } }
  }
}
