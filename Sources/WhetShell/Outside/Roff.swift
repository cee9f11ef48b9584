/// Text for roff's man macros.
enum Roff {
  /// Text in which nothing is a request, an escape or a typographer's sign.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += #"\e"#
      case "-": result += #"\-"#
      case "'": result += #"\(aq"#
      case "\"": result += #"\(dq"#
      case "`": result += #"\(ga"#
      case "^": result += #"\(ha"#
      case "~": result += #"\(ti"#
      case _ where scalar.properties.isWhitespace || scalar.properties.generalCategory == .control: result += " "
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default: result += "\\[u" + hexadecimal(scalar.value) + "]"
      }
    }
    return result
  }

  /// A line of text: it cannot begin with a request.
  static func line(_ text: String) -> String {
    let words = escaped(text).split(separator: " ").joined(separator: " ")
    return words.hasPrefix(".") ? #"\&"# + words : words
  }

  /// Lines as they stand, in a fixed font.
  static func example(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let text = escaped(String(line))
      return text.hasPrefix(".") || text.isEmpty ? #"\&"# + text : text
    }
    return [".EX"] + lines + [".EE"]
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
