import WhetCore

extension Builtin {
  static let lower = Builtin.makingTexts(
    "lower", [.init("text", .textual)], gives: [.text, .secret], "The text in small letters",
    examples: [(#"lower("Straße")"#, #""straße""#)]
  ) { arguments, _ throws(WhetError) in
    try .bounded(try arguments.text(0).lowercased())
  }
}
