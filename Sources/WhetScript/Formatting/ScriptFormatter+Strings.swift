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

  /// Any text as a value that can stand on a terminal: as it was begun, and with escapes for what would not be seen.
  static func typeable(_ text: String, _ style: StringLiteral.Style) -> String {
    let isVisible = !text.unicodeScalars.contains { VisibleText.mustShow($0) }
    guard isVisible, style != .quoted else { return "\"" + escaped(text, showing: true) + "\"" }
    return style == .bare ? literal(for: text) : quoted(text)
  }

  /// A text as it was delimited; a block that must stay on its line becomes a quoted one.
  static func format(_ literal: StringLiteral, isInline: Bool = false, indentation: String = "") -> String {
    switch literal.style {
    case .bare: content(of: literal) { $0 }
    case .raw: "'" + literal.text + "'"
    case .block where !isInline: block(literal, indentation + "  ")
    case .quoted, .block: "\"" + content(of: literal) { escaped($0) } + "\""
    }
  }

  /// The text with its interpolations written out.
  private static func content(of literal: StringLiteral, escape: (String) -> String) -> String {
    literal.segments.map { segment in
      switch segment {
      case .text(let text): return escape(text)
      case .interpolation(let interpolation):
        guard let expression = interpolation.expression else { return "" }
        var printer = ScriptPrinter(isInline: true)
        printer.print(expression)
        return literal.style == .bare ? printer.text : "${" + printer.text + "}"
      }
    }.joined()
  }

  private static func isBareWord(_ text: String) -> Bool {
    guard let first = text.utf8.first,
      first.continuesName || first >= 0x80 || "./~".utf8.contains(first)
    else { return false }
    var lexer = Lexer(SourceText(name: "", text: text))
    let token = lexer.next(.element)
    return token.kind == .word(text) && lexer.sink.diagnostics.isEmpty
  }

  private static func block(_ literal: StringLiteral, _ indentation: String) -> String {
    let text = content(of: literal) { escaped($0, inBlock: true) }
    // Split into scalars, because a carriage return and a line feed are one character.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    return "\"\"\"\n" + lines.map { $0.isEmpty ? "" : indentation + $0 }.joined(separator: "\n")
      + "\n\(indentation)\"\"\""
  }

  /// - Parameter showing: with escapes for invisible characters too.
  private static func escaped(_ text: String, inBlock: Bool = false, showing: Bool = false) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += inBlock ? "\n" : "\\n"
      case "\r": result += "\\r"
      case "\t": result += inBlock ? "\t" : "\\t"
      case "\"": result += inBlock && !(index + 1 < scalars.count && scalars[index + 1] == "\"") ? "\"" : "\\\""
      case "$" where index + 1 < scalars.count && scalars[index + 1] == "{": result += "\\$"
      case _ where SuspectScalar.isRefusedInText(scalar) || showing && VisibleText.mustShow(scalar):
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
