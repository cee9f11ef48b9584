import WhetCore

extension Builtin {
  static let secret = Builtin(
    "secret", [.init("text", .textual)], gives: .secret, "The text as a secret, which is never shown",
    examples: [(#"type(secret("abc"))"#, #""secret""#), (#"type(upper(secret("abc")))"#, #""secret""#)]
  ) { arguments, _ throws(WhetError) in
    .secret(try arguments.text(0))
  }
}
