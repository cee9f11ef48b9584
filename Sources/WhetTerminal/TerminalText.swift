/// Text that can be printed on a terminal without moving its cursor, colouring it, or hiding or reordering anything.
///
/// The only ways to make one are literals of this program, the `Sanitiser`, and a `Painter`; whatever is interpolated
/// is sanitised unless it is a `TerminalText` itself. Everything that prints takes this type, so that a text of foreign
/// origin cannot reach a terminal by oversight.
public struct TerminalText: Sendable, Hashable {
  /// The characters to print, with the control sequences of our own styles.
  public let printable: String

  /// A text of any origin, made visible by `Sanitiser.visible`.
  public init(_ foreign: some StringProtocol) { printable = Sanitiser.visible(String(foreign)) }

  /// A text of any origin for the middle of a line: line ends and tabs become spaces.
  public init(line foreign: some StringProtocol) {
    let shown = Sanitiser.visible(String(foreign))
    printable = String(shown.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
  }

  /// A text in JSON: what would act unseen is written as `\uXXXX`, so that it is still JSON of the same value.
  public init(json: String) { printable = Sanitiser.visible(json, escapes: .json) }

  /// A text this module has made safe.
  init(trusted: String) { printable = trusted }

  /// No text.
  public static let empty = TerminalText(trusted: "")

  public var isEmpty: Bool { printable.isEmpty }

  /// Columns in one row; styles and tabs are not counted.
  public var columns: Int { DisplayWidth.columns(of: plain) }

  /// Without the control sequences of styles.
  public var plain: String {
    guard printable.utf8.contains(0x1B) else { return printable }
    var kept = String.UnicodeScalarView()
    var isInside = false
    for scalar in printable.unicodeScalars {
      if scalar == "\u{1B}" { isInside = true }
      if !isInside { kept.append(scalar) }
      if scalar == "m" { isInside = false }
    }
    return String(kept)
  }

  /// The text with a line end, unless it is empty or has one already.
  public var ended: TerminalText {
    isEmpty || printable.utf8.last == 0x0A ? self : TerminalText(trusted: printable + "\n")
  }

  /// The rows between its line ends; a style that goes over one is torn.
  public var rows: [TerminalText] {
    printable.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText(trusted: String($0)) }
  }

  /// Filled up with spaces to `width` columns.
  public func padded(to width: Int) -> TerminalText { self + .spaces(width - columns) }

  /// So many spaces.
  static func spaces(_ count: Int) -> TerminalText {
    TerminalText(trusted: String(repeating: " ", count: max(0, count)))
  }

  public static func + (left: TerminalText, right: TerminalText) -> TerminalText {
    TerminalText(trusted: left.printable + right.printable)
  }

  public static func += (left: inout TerminalText, right: TerminalText) { left = left + right }
}

extension TerminalText: ExpressibleByStringInterpolation {
  /// A literal of this program; it may not hold control sequences, which are a painter's.
  public init(stringLiteral literal: String) { self.init(literal) }

  public init(stringInterpolation: Interpolation) { printable = stringInterpolation.printable }

  /// Sanitises every part that is not a `TerminalText`.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var printable = ""

    public init(literalCapacity: Int, interpolationCount: Int) { printable.reserveCapacity(literalCapacity) }

    public mutating func appendLiteral(_ literal: String) { printable += Sanitiser.visible(literal) }

    public mutating func appendInterpolation(_ text: TerminalText) { printable += text.printable }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      printable += Sanitiser.visible(value.description)
    }
  }
}

extension TerminalText: CustomStringConvertible {
  public var description: String { printable }
}

extension Sequence<TerminalText> {
  /// The texts one after the other.
  public func joined(separator: TerminalText = .empty) -> TerminalText {
    TerminalText(trusted: map(\.printable).joined(separator: separator.printable))
  }
}

extension Painter {
  /// The text in a style, ended by a reset. Empty text and empty styles stay as they are.
  public func paint(_ text: TerminalText, _ style: Style) -> TerminalText {
    guard isOn, !text.isEmpty, !style.isEmpty else { return text }
    return TerminalText(trusted: "\(style.sequence)\(text.printable)\u{1B}[0m")
  }
}
