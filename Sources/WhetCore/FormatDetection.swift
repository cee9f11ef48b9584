extension ResponseFormat {
  /// The format of a response that came without one.
  ///
  /// A response with a language and no fence is code; one with prose and fenced code is mixed; one with headings is
  /// documentation; the rest is conversation. Unfenced code without a language is recognised by its line shapes.
  public static func detect(in text: String, language: String? = nil) -> ResponseFormat {
    var fences = 0
    var headings = 0
    var prose = 0
    var codeLines = 0
    var fenced = false
    for line in text.split(whereSeparator: \.isNewline) {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
        fences += 1
        fenced.toggle()
      } else if !fenced {
        if trimmed.hasPrefix("# ") || trimmed.hasPrefix("## ") || trimmed.hasPrefix("### ") { headings += 1 }
        if looksLikeCode(line) { codeLines += 1 } else if trimmed.count > 20 { prose += 1 }
      }
    }
    if fences >= 2 { return prose + headings == 0 ? .code : headings > 0 ? .documentation : .mixed }
    if language != nil { return .code }
    if codeLines > prose { return .code }
    return headings > 0 ? .documentation : .conversation
  }

  private static func looksLikeCode(_ line: Substring) -> Bool {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    let starts = [
      "def ", "class ", "import ", "from ", "func ", "let ", "var ", "const ", "return", "#include", "if (", "for (",
      "SELECT ", "public ", "private ",
    ]
    if starts.contains(where: { trimmed.hasPrefix($0) }) { return true }
    guard let last = trimmed.last else { return false }
    return "{};".contains(last) || (line.first == " " && "():,]".contains(last))
  }
}
