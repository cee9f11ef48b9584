import WhetCore

extension Builtin {
  static let lines = Builtin.makingTexts(
    "lines", [.init("text", .textual)], gives: .list,
    "The lines of a text without their line ends; nothing after the last line end is no line",
    examples: [(#"lines("a\nb\n")"#, #"["a", "b"]"#)]
  ) { arguments, _ throws(WhetError) in
    try .bounded(texts: lines(of: Array(try arguments.text(0).utf8)))
  }

  /// Lines end with LF, CR LF or CR; one more than a list may have, at most.
  private static func lines(of text: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    for index in text.indices where text[index].isLineEnd && lines.count < ScriptList.countLimit {
      let isSecondOfPair = text[index] == .lineFeed && index > 0 && text[index - 1] == .carriageReturn
      if !isSecondOfPair { lines.append(String(decoding: text[start..<index], as: UTF8.self)) }
      start = index + 1
    }
    return start < text.count ? lines + [String(decoding: text[start...], as: UTF8.self)] : lines
  }
}
