import WhetCore

extension Builtin {
  static let replace = Builtin.makingTexts(
    "replace", [.init("text", .textual), .init("from", .textual), .init("to", .textual)], gives: [.text, .secret],
    "The text with `to` at every place where it had `from`; both are plain text",
    examples: [(#"replace("a.b.c", ".", "-")"#, #""a-b-c""#)]
  ) { arguments, _ throws(WhetError) in
    let (text, from) = (Array(try arguments.text(0).utf8), Array(try arguments.text(1).utf8))
    guard !from.isEmpty else { throw .invalidArgument("replace cannot look for an empty text") }
    return .text(try replacing(from, by: Array(try arguments.text(2).utf8), in: text))
  }

  /// Looks twice, as the places may take more memory than the text.
  private static func replacing(_ from: [UInt8], by to: [UInt8], in text: [UInt8]) throws(WhetError) -> String {
    let places = TextSearch(of: from, in: text)
    let size = text.count + places.reduce(0) { count, _ in count + 1 } * (to.count - from.count)
    guard size <= ScriptValue.sizeLimit else { throw .textTooLarge }
    var replaced: [UInt8] = []
    replaced.reserveCapacity(size)
    var start = 0
    for place in places {
      replaced += text[start..<place]
      replaced += to
      start = place + from.count
    }
    return String(decoding: replaced + text[start...], as: UTF8.self)
  }
}
