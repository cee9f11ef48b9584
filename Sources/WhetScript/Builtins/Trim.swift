import WhetCore

extension Builtin {
  static let trim = Builtin.makingTexts(
    "trim", [.init("text", .textual)], gives: [.text, .secret],
    "The text without the white space and line ends around it",
    examples: [(#"trim("  a b\n")"#, #""a b""#)]
  ) { arguments, _ throws(WhetError) in
    let scalars = try arguments.text(0).unicodeScalars
    let begun = scalars.drop(while: \.properties.isWhitespace)
    guard let last = begun.lastIndex(where: { !$0.properties.isWhitespace }) else { return .text("") }
    return .text(String(begun[...last]))
  }
}
