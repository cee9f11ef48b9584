/// Colours and weights of a piece of text; combine them as a set: `[.bold, .red]`.
public struct Style: OptionSet, Sendable, Hashable {
  /// One bit for each effect.
  public let rawValue: UInt8

  /// A style from its bits; unknown bits have no effect.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Bold, or a brighter colour on some terminals.
  public static let bold = Style(rawValue: 1 << 0)
  /// Dimmed, for what matters less.
  public static let dim = Style(rawValue: 1 << 1)
  /// Red foreground, for failures and removed lines.
  public static let red = Style(rawValue: 1 << 2)
  /// Green foreground, for success and added lines.
  public static let green = Style(rawValue: 1 << 3)
  /// Yellow foreground, for warnings.
  public static let yellow = Style(rawValue: 1 << 4)
  /// Cyan foreground, for names and positions.
  public static let cyan = Style(rawValue: 1 << 5)

  private static let parameters: [(style: Style, code: String)] = [
    (.bold, "1"), (.dim, "2"), (.red, "31"), (.green, "32"), (.yellow, "33"), (.cyan, "36"),
  ]

  /// The control sequence that turns the style on (ECMA-48 SGR), empty for no style.
  var sequence: String {
    let codes = Self.parameters.filter { contains($0.style) }.map(\.code)
    return codes.isEmpty ? "" : "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

/// Writes styles, or leaves text plain where colour is off.
public struct Painter: Sendable, Equatable {
  /// Whether styles are written at all.
  public let isOn: Bool

  /// A painter that writes styles (`true`) or never does.
  public init(isOn: Bool) { self.isOn = isOn }

  /// A painter that leaves all text plain.
  public static let plain = Painter(isOn: false)
}
