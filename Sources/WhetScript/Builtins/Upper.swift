import WhetCore

extension Builtin {
  static let upper = Builtin.makingTexts(
    "upper", [.init("text", .textual)], gives: [.text, .secret], "The text in capital letters",
    examples: [(#"upper("abc")"#, #""ABC""#)]
  ) { arguments, _ throws(WhetError) in
    try .bounded(try arguments.text(0).uppercased())
  }
}
