import WhetCore

extension Builtin {
  static let parse = Builtin.makingTexts(
    "parse", [.init("text", .text)], gives: .any, "The value of a JSON text",
    examples: [(#"parse("{\"a\": [1, 2.5]}")"#, "{a: [1, 2.5]}"), (#"parse("null")"#, "null")]
  ) { arguments, _ throws(WhetError) in
    try ScriptValue(try parsed(try arguments.text(0)))
  }

  private static func parsed(_ text: String) throws(WhetError) -> JSONValue {
    do {
      return try JSONValue.reading(text, limits: .init(depth: ScriptValue.depthLimit, values: ScriptList.countLimit))
    } catch {
      throw refusal(of: error)
    }
  }

  private static func refusal(of fault: JSONReader.Fault) -> WhetError {
    switch fault.kind {
    case .malformed: .invalidArgument("the text is not JSON: \(fault)")
    case .tooDeep: .valueTooDeep
    case .tooManyValues: .valueTooLarge("the JSON text has more than \(ScriptList.countLimit) values")
    }
  }
}
