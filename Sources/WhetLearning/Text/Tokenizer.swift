import WhetCore

/// Cuts a response into tokens and says for each in which zone it stands.
enum Tokenizer {
  /// The tokens of a text and the white space after the last; linear in the length of the text.
  static func tokens(of text: String, format: ResponseFormat) -> (tokens: [Token], trailing: String) {
    var scanner = Scanner(format: format)
    for scalar in text.unicodeScalars { scanner.take(scalar) }
    return scanner.finish()
  }

  /// The texts of the tokens of a short text without line ends.
  static func pieces(of text: String) -> [String] {
    if text.unicodeScalars.allSatisfy(isWord) { return text.isEmpty ? [] : [text] }
    return tokens(of: text, format: .mixed).tokens.map(\.text)
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0..<0x80: false
    // They choose how the sign before them looks.
    case 0xFE00...0xFE0F: false
    default:
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
        || scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .spacingMark
    }
  }

  private struct Scanner {
    private var tokens: [Token] = []
    private var leading = String.UnicodeScalarView()
    private var word = String.UnicodeScalarView()
    private var line = 0
    private var lineStart = 0
    /// The sign and the length of the fence whose block is open.
    private var fence: (mark: String, length: Int)?
    private let isWholeCode: Bool

    init(format: ResponseFormat) {
      isWholeCode = format == .code
    }

    mutating func take(_ scalar: Unicode.Scalar) {
      if Tokenizer.isWord(scalar) {
        word.append(scalar)
        return
      }
      endWord()
      if scalar == "\n" {
        append("\n", .newline)
        endLine()
      } else if scalar.properties.isWhitespace {
        leading.append(scalar)
      } else {
        append(String(scalar), .symbol)
      }
    }

    mutating func finish() -> ([Token], String) {
      endWord()
      endLine()
      return (tokens, String(leading))
    }

    private mutating func endWord() {
      guard let first = word.first else { return }
      append(String(word), ("0"..."9").contains(first) ? .number : .word)
      word = .init()
    }

    private mutating func append(_ text: String, _ kind: Token.Kind) {
      tokens.append(Token(text: text, leading: String(leading), kind: kind, zone: .prose, line: line))
      leading = .init()
    }

    /// Gives the tokens of the line just read their zone.
    private mutating func endLine() {
      var range = lineStart..<tokens.count
      let zone = zone(ofLine: range)
      if zone.isCode {
        joinOperators(in: range)
        range = lineStart..<tokens.count
      }
      var isInline = false
      for index in range {
        if tokens[index].text == "`", zone.isText {
          isInline.toggle()
          tokens[index].zone = .inlineCode
        } else {
          tokens[index].zone = isInline ? .inlineCode : zone
        }
      }
      if zone.isText { Addresses.mark(in: &tokens[range]) }
      lineStart = tokens.count
      line += 1
    }

    /// In code an operator is one token.
    private mutating func joinOperators(in range: Range<Int>) {
      var joined: [Token] = []
      for token in tokens[range] {
        if let last = joined.last, token.isAttached, token.kind == .symbol,
          Self.operators.contains(last.text + token.text)
        {
          joined[joined.count - 1].text += token.text
        } else {
          joined.append(token)
        }
      }
      if joined.count < range.count { tokens.replaceSubrange(range, with: joined) }
    }

    private static let operators: Set<String> = [
      "==", "!=", "<=", ">=", "->", "=>", ":=", "**", "//", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "&&", "||", "::",
      "..",
      "...", "<<", ">>", "===", "!==", "??", "?.", "++", "--",
    ]

    /// The zone of a line by its first signs, after CommonMark 0.31 (fences 4.5, headings 4.2, list items 5.2).
    private mutating func zone(ofLine range: Range<Int>) -> Zone {
      if isFence(range) { return .fence }
      if fence != nil || isWholeCode { return .code }
      guard let first = tokens[range].first else { return .prose }
      if first.text == "#" {
        let hashes = 1 + tokens[range].dropFirst().prefix { $0.text == "#" && $0.isAttached }.count
        return hashes <= 6 && range.count > hashes && !tokens[range.lowerBound + hashes].isAttached ? .heading : .prose
      }
      func isSpaced(_ offset: Int) -> Bool {
        range.count <= offset || !tokens[range.lowerBound + offset].isAttached
          || tokens[range.lowerBound + offset].kind == .newline
      }
      if ["-", "*", "+"].contains(first.text) {
        return range.count > 1 && !tokens[range.lowerBound + 1].isAttached ? .list : .prose
      }
      if first.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), range.count > 1,
        [".", ")"].contains(tokens[range.lowerBound + 1].text), tokens[range.lowerBound + 1].isAttached, isSpaced(2)
      {
        return .list
      }
      return .prose
    }

    /// Whether a line opens or closes a fenced block; the same sign closes it, as often or oftener, with nothing after.
    private mutating func isFence(_ range: Range<Int>) -> Bool {
      guard let mark = tokens[range].first?.text, mark == "`" || mark == "~" else { return false }
      let length = 1 + tokens[range].dropFirst().prefix { $0.text == mark && $0.isAttached }.count
      let rest = tokens[range].dropFirst(length).filter { $0.kind != .newline }
      guard length >= 3 else { return false }
      if let open = fence {
        guard open.mark == mark, length >= open.length, rest.isEmpty else { return false }
        fence = nil
      } else {
        if mark == "`", rest.contains(where: { $0.text == "`" }) { return false }
        fence = (mark, length)
      }
      return true
    }
  }
}
