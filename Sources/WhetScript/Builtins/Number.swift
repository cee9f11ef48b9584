import WhetCore

extension Builtin {
  static let number = Builtin(
    "number", [.init("value", [.text, .integer, .number])], gives: .numeric,
    "The integer or number that a text says; a number as it is",
    examples: [(#"number("42")"#, "42"), (#"number(" -1.5 ")"#, "-1.5"), ("number(3)", "3")]
  ) { arguments, _ throws(WhetError) in
    switch arguments.first {
    case .some(let value) where !value.kind.isDisjoint(with: .numeric): return value
    default: return try number(in: try arguments.text(0))
    }
  }

  /// White space around the number is left out.
  private static func number(in text: String) throws(WhetError) -> ScriptValue {
    let isBlank: (UInt8) -> Bool = { $0.isBlank || $0.isLineEnd }
    var bytes = Array(text.utf8)[...].drop(while: isBlank)
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    switch NumberLiteral.kind(of: bytes, allowsSign: true) {
    case .integer(let integer): return .integer(integer)
    case .number(let number): return .number(number)
    default: throw .invalidArgument("'\(VisibleText.quoted(text, limit: 40))' is not a number")
    }
  }
}
