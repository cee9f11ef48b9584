import WhetCore

/// A response as a flat list of tokens with matched delimiters.
struct TokenText: Sendable {
  let tokens: [Token]
  /// The white space after the last token.
  let trailing: String
  /// For each bracket or quote the index of the one it belongs to; -1 for everything else.
  let partner: [Int]
  /// Where each token text occurs, in ascending order.
  let positions: [String: [Int]]
  /// The line end the text uses: that of its first line.
  let lineBreak: String
  /// What kind of response it is.
  let format: ResponseFormat
  /// The index of the first token of each line that has tokens.
  private let lineStarts: [Int]
  private let cache = TextCache()

  /// The text as Markdown lines, made when it is first asked for.
  var markdown: MarkdownText { cache.markdown { MarkdownText(self).withNames() } }

  /// The language of its running text as a whole; `nil` where that cannot be told.
  var language: ProseLanguage? { cache.language { ProseLanguage(of: words(in: 0..<count)) } }

  /// The programming language of each line; `nil` where that cannot be told.
  var codeLanguages: [String?] {
    cache.codeLanguages {
      let lines = markdown.lines
      guard format != .code else {
        return Array(repeating: CodeLanguage.detect(lines.map(\.text)), count: lines.count)
      }
      var languages = [String?](repeating: nil, count: lines.count)
      for block in markdown.fencedBlocks {
        let language = block.codeLanguage
        for line in block.opening..<min(block.opening + block.content.count + 1, lines.count) {
          languages[line] = language
        }
      }
      return languages
    }
  }

  /// What each token is for, taken as code.
  var codeParts: [CodePart] { cache.codeParts { CodePart.all(in: self) } }

  /// Whether each token is joined to an address, a path or the name of a file.
  var addresses: [Bool] {
    cache.addresses {
      var addresses = [Bool](repeating: false, count: count)
      var start = 0
      while start < count {
        var end = start + 1
        while end < count, tokens[end].isAttached, tokens[end].kind != .newline { end += 1 }
        if tokens[start..<end].contains(where: { ["/", "@", "\\", "_"].contains($0.text) }) {
          for index in start..<end { addresses[index] = true }
        }
        start = end
      }
      return addresses
    }
  }

  var count: Int { tokens.count }

  init(_ text: String, format: ResponseFormat) {
    let (tokens, trailing) = Tokenizer.tokens(of: text, format: format)
    self.init(tokens: tokens, trailing: trailing, format: format)
  }

  private init(tokens: [Token], trailing: String, format: ResponseFormat) {
    self.tokens = tokens
    self.format = format
    self.trailing = trailing
    partner = Delimiters.partners(in: tokens)
    var positions: [String: [Int]] = [:]
    for (index, token) in tokens.enumerated() { positions[token.text, default: []].append(index) }
    self.positions = positions
    lineStarts = tokens.indices.filter { $0 == 0 || tokens[$0 - 1].kind == .newline }
    let first = positions["\n"]?.first.map { tokens[$0].leading }
    lineBreak = first?.unicodeScalars.last == "\r" ? "\r\n" : "\n"
  }

  /// The text, exactly as it was read.
  var text: String { Self.text(of: tokens[...]) + trailing }

  /// The tokens of a range with the white space inside it, but without the white space before it.
  func text(in range: Range<Int>) -> String {
    guard let first = range.first else { return "" }
    return tokens[first].text + Self.text(of: tokens[(first + 1)..<range.upperBound])
  }

  /// Whether every bracket and quote of the range has its partner in the range.
  func isBalanced(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      partner[index] >= 0
        ? range.contains(partner[index]) : !(tokens[index].isBracketOpening || tokens[index].isBracketClosing)
    }
  }

  /// The white space the line of a token begins with.
  func indentation(ofLineAt index: Int) -> String {
    tokens.isEmpty ? "" : tokens[lineStart(index)].leading
  }

  /// The index of the first token of the line a token is in.
  func lineStart(_ index: Int) -> Int {
    tokens.isEmpty ? 0 : lineStarts[tokens[min(index, count - 1)].line]
  }

  /// The index after the last token of the line, the line end not included.
  func lineEnd(_ index: Int) -> Int {
    guard index < count else { return index }
    let next = tokens[index].line + 1
    if next < lineStarts.count { return lineStarts[next] - 1 }
    return tokens[count - 1].kind == .newline ? count - 1 : count
  }

  /// Whether a token of running text is the first of a sentence: of a paragraph, an item or a heading, or after the sign
  /// that ends another sentence.
  func beginsSentence(_ index: Int) -> Bool {
    guard tokens[index].zone.isText, !tokens[index].isAttached || lineStart(index) == index else { return false }
    let start = lineStart(index)
    if index == start { return beginsParagraph(start) }
    let before = tokens[index - 1]
    if [".", "!", "?"].contains(before.text), before.isAttached, index - 2 >= start {
      // Not after abbreviations such as `e.g.` and `No.`.
      return tokens[index - 2].kind == .word && tokens[index - 2].text.count > 2
        || tokens[index].zone == .list && index - 2 == start
    }
    guard tokens[index].zone != .prose else { return false }
    return tokens[start..<index].allSatisfy { ["-", "*", "+", "#"].contains($0.text) }
      || index == start + 2 && before.text == ")" && tokens[start].kind == .number
  }

  /// Whether the line that starts there goes on with nothing from the line above.
  private func beginsParagraph(_ start: Int) -> Bool {
    guard start > 1 else { return true }
    let last = tokens[start - 2]
    return last.kind == .newline || last.zone != tokens[start].zone || [".", "!", "?", ":"].contains(last.text)
  }

  /// A range with the line ends beside it: lines that were added may be seen before or after either.
  func withLineEnds(_ range: Range<Int>) -> Range<Int> {
    let lower =
      range.lowerBound > 0 && tokens[range.lowerBound - 1].kind == .newline ? range.lowerBound - 1 : range.lowerBound
    let upper =
      range.upperBound < count && tokens[range.upperBound].kind == .newline ? range.upperBound + 1 : range.upperBound
    return lower..<upper
  }

  /// Whether a word, given in lower case, stands in the text in any of the usual cases.
  func hasWord(_ word: String) -> Bool {
    positions[word] != nil || positions[word.prefix(1).uppercased() + word.dropFirst()] != nil
      || positions[word.uppercased()] != nil
  }

  /// Where a word, given in lower case, stands in small letters, with a capital first or in capitals.
  func positions(ofWord word: String) -> [Int] {
    var found: [Int] = []
    for form in Set([word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]) {
      found += positions[form] ?? []
    }
    return found
  }

  private static func text(of tokens: ArraySlice<Token>) -> String {
    var text = ""
    for token in tokens {
      text += token.leading
      text += token.text
    }
    return text
  }
}
