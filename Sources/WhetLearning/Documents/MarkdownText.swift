/// A Markdown text as lines, each with what it is; put together again they are the text.
struct MarkdownText: Sendable {
  enum Kind: Sendable {
    case blank, heading, fence, code, item, rule, quote, table, prose
  }

  struct Line: Sendable {
    /// The line without its line end.
    var text: String
    /// `\n`, `\r\n`, or nothing at the end of the text.
    var end: String
    var kind: Kind
  }

  private(set) var lines: [Line] = []
  let lineBreak: String
  /// See `namesInSentences`, if they were found already.
  private(set) var names: Set<String>?

  /// Finds the names once for all that will ask for them.
  func withNames() -> MarkdownText {
    var text = self
    text.names = namesInSentences
    return text
  }

  init(_ text: TokenText) {
    lineBreak = text.lineBreak
    var content = ""
    var first: Token?
    var isOpen = false
    func finish(end: String) {
      let kind = Self.kind(of: content, first: first, isOpen: isOpen)
      if kind == .fence { isOpen.toggle() }
      lines.append(Line(text: content, end: end, kind: kind))
      content = ""
      first = nil
    }
    for token in text.tokens {
      if token.kind == .newline {
        let hasReturn = token.leading.unicodeScalars.last == "\r"
        content.unicodeScalars +=
          hasReturn ? token.leading.unicodeScalars.dropLast() : token.leading.unicodeScalars[...]
        finish(end: hasReturn ? "\r\n" : "\n")
      } else {
        if first == nil { first = token }
        content += token.leading
        content += token.text
      }
    }
    content += text.trailing
    if !content.isEmpty { finish(end: "") }
  }

  /// The text again.
  static func text(of lines: [Line]) -> String {
    var text = ""
    for line in lines {
      text += line.text
      text += line.end
    }
    return text
  }

  private static func kind(of content: String, first: Token?, isOpen: Bool) -> Kind {
    guard let first else { return isOpen ? .code : .blank }
    switch first.zone {
    case .fence: return .fence
    case .code: return .code
    case .heading: return .heading
    case .list: return isRule(content) ? .rule : .item
    case .prose, .inlineCode, .address:
      if ["-", "*", "_"].contains(first.text), isRule(content) { return .rule }
      return first.text == ">" ? .quote : first.text == "|" ? .table : .prose
    }
  }

  /// A thematic break (CommonMark 0.31, 4.1).
  private static func isRule(_ content: String) -> Bool {
    var sign: UInt8?
    var count = 0
    for byte in content.utf8 where byte != 0x20 && byte != 0x09 {
      if sign == nil { sign = byte }
      guard byte == sign, byte == 0x2D || byte == 0x2A || byte == 0x5F else { return false }
      count += 1
    }
    return count >= 3
  }
}

/// What stands before and in a heading.
struct HeadingParts: Equatable {
  var level: Int
  var title: String

  /// `nil` for a line that is no heading with number signs.
  init?(_ line: MarkdownText.Line) {
    guard line.kind == .heading else { return nil }
    let text = line.text.drop { $0 == " " || $0 == "\t" }
    level = text.prefix { $0 == "#" }.count
    var title = text.dropFirst(level)
    while let last = title.last, last.isWhitespace { title.removeLast() }
    let closing = title.reversed().prefix { $0 == "#" }.count
    if closing > 0, title.count == closing || title.dropLast(closing).last?.isWhitespace == true {
      title = title.dropLast(closing)
    }
    self.title = String(title).trimmed
  }

  var line: String { String(repeating: "#", count: level) + " " + title }

  /// What makes it the heading of the same section: its words in small letters, without a number before them.
  var key: String { Self.key(of: title) }

  static func key(of title: String) -> String {
    let key = Sentence.key(of: HeadingTrim.withoutNumber(title))
    return key.isEmpty ? title.lowercased() : key
  }
}

/// The parts of a list item's first line.
struct ItemParts: Equatable {
  var indentation: String
  /// `-`, `*`, `+`, or a number with its `.` or `)`.
  var mark: String
  /// The white space after the mark.
  var space: String
  var content: String

  /// `nil` for a line that begins no list item.
  init?(_ line: MarkdownText.Line) {
    guard line.kind == .item else { return nil }
    let text = line.text[...]
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let markEnd = text[start...].firstIndex { $0.isWhitespace } ?? text.endIndex
    let contentStart = text[markEnd...].firstIndex { !$0.isWhitespace } ?? text.endIndex
    indentation = String(text[..<start])
    mark = String(text[start..<markEnd])
    space = String(text[markEnd..<contentStart])
    content = String(text[contentStart...])
  }

  var isOrdered: Bool { mark.first?.isNumber == true }
  /// The number of an ordered item's mark.
  var number: Int? { Int(mark.dropLast()) }
  var line: String { indentation + mark + space + content }
}
