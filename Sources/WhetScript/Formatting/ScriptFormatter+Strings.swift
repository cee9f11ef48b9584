extension ScriptFormatter {
  /// Any text as a value of a command: bare where that reads as the same word, else between quotes.
  public static func literal(for text: String) -> String {
    isBareWord(text) ? text : quoted(text)
  }

  /// Any text between quotes: raw ones where nothing needs an escape.
  public static func quoted(_ text: String) -> String {
    let needsEscapes = text.unicodeScalars.contains {
      $0 == "'" || $0.value == 0x09 || $0.value == 0x0A || $0.value == 0x0D || SuspectScalar.isRefusedInText($0)
    }
    return needsEscapes ? "\"" + escaped(text) + "\"" : "'" + text + "'"
  }

  static func format(_ literal: StringLiteral) -> String {
    switch literal.style {
    case .bare: literal.text
    case .raw: "'" + literal.text + "'"
    case .quoted: "\"" + escaped(literal.text) + "\""
    case .block: block(literal.text)
    }
  }

  private static func isBareWord(_ text: String) -> Bool {
    guard let first = text.utf8.first,
      first.continuesName || first >= 0x80 || "./~".utf8.contains(first)
    else { return false }
    var lexer = Lexer(SourceText(name: "", text: text))
    let token = lexer.next(.element)
    return token.kind == .word(text) && lexer.sink.diagnostics.isEmpty
  }

  private static func block(_ text: String) -> String {
    // Split into scalars, because a carriage return and a line feed are one character.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    let content = lines.map { $0.isEmpty ? "" : "  " + escaped($0, inBlock: true) }
    return "\"\"\"\n" + content.joined(separator: "\n") + "\n  \"\"\""
  }

  private static func escaped(_ text: String, inBlock: Bool = false) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += inBlock ? "\t" : "\\t"
      case "\"": result += inBlock && !(index + 1 < scalars.count && scalars[index + 1] == "\"") ? "\"" : "\\\""
      case "$" where index + 1 < scalars.count && scalars[index + 1] == "{": result += "\\$"
      case _ where SuspectScalar.isRefusedInText(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
