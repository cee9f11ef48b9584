import WhetCore

extension Builtin {
  static let split = Builtin.makingTexts(
    "split", [.init("text", .textual), .init("separator", .textual, isOptional: true)], gives: .list,
    "The pieces of a text between separators; without a separator, between white space",
    examples: [
      (#"split(" a  b ")"#, #"["a", "b"]"#), (#"split("a,,b", ",")"#, #"["a", "", "b"]"#),
    ]
  ) { arguments, _ throws(WhetError) in
    let text = try arguments.text(0)
    guard arguments.count > 1 else { return try .bounded(texts: words(of: text)) }
    let separator = Array(try arguments.text(1).utf8)
    guard !separator.isEmpty else {
      throw .invalidArgument("split cannot use an empty separator", advice: "leave it out to split at white space")
    }
    return try .bounded(texts: pieces(of: Array(text.utf8), between: separator))
  }

  private static func words(of text: String) -> [String] {
    text.unicodeScalars.split(maxSplits: ScriptList.countLimit, whereSeparator: \.properties.isWhitespace)
      .map { String($0) }
  }

  /// One more than a list may have, at most.
  private static func pieces(of text: [UInt8], between separator: [UInt8]) -> [String] {
    var pieces: [String] = []
    var start = 0
    for offset in TextSearch(of: separator, in: text) {
      guard pieces.count < ScriptList.countLimit else { break }
      pieces.append(String(decoding: text[start..<offset], as: UTF8.self))
      start = offset + separator.count
    }
    return pieces + [String(decoding: text[start...], as: UTF8.self)]
  }
}
