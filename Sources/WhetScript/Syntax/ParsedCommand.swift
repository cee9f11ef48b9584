/// A command as it was written: `path { --flag [=] value | value } [ -- { value } ] [ > value | "|" format ]`.
///
/// Which leading words are the path, and whether a value belongs to the flag before it, is decided against a
/// `CommandTable`, so the same text always parses to the same tree.
public struct ParsedCommand: Hashable, Sendable {
  /// A part between path and end.
  public enum Item: Hashable, Sendable {
    case value(Value)
    case flag(Flag)

    public var span: Span {
      switch self {
      case .value(let value): value.span
      case .flag(let flag): flag.span
      }
    }
  }

  /// `--name` or `--name=value`.
  public struct Flag: Hashable, Sendable {
    /// Without the dashes.
    public var name: String
    /// From the dashes to the end of the name, or to the `=` after it.
    public var nameSpan: Span
    /// Whether a `=` follows the name.
    public var hasEqualsSign: Bool
    /// The value after `=`; `nil` without `=`, and where it is missing (reported).
    public var value: Value?

    /// From the dashes to the end of the value after `=`.
    public var span: Span { value.map { nameSpan.joined(with: $0.span) } ?? nameSpan }
  }

  /// `--` and the values after it.
  public struct PassThrough: Hashable, Sendable {
    public var dashes: Span
    /// Words, strings and numbers; never files, lists or records.
    public var values: [Value]
  }

  /// `> file`.
  public struct Redirection: Hashable, Sendable {
    public var symbol: Span
    /// `nil` where it is missing (reported).
    public var target: Value?
  }

  /// `| format`.
  public struct OutputFormat: Hashable, Sendable {
    public var symbol: Span
    /// A word; `nil` where it is missing (reported).
    public var name: Value?
  }

  /// The path first, then flags and values as they come.
  public var items: [Item]
  /// `nil` without `--`.
  public var passThrough: PassThrough?
  public var redirection: Redirection?
  public var format: OutputFormat?
  public var span: Span

  public init(items: [Item], passThrough: PassThrough? = nil, span: Span) {
    self.items = items
    self.passThrough = passThrough
    self.span = span
  }

  /// The bare words the command begins with: path words and perhaps positional values.
  public var leadingWords: [String] {
    var words: [String] = []
    for item in items {
      guard case .value(let value) = item, case .word(let word) = value.kind else { break }
      words.append(word)
    }
    return words
  }
}
