import WhetCore

/// The capitals of one term in running text; code, addresses and names of files are left alone.
struct TermCase: LineLesson {
  static let kind = "term-case"

  /// The term as people write it.
  var term: String

  var identity: String { term }
  var topic: String { term.lowercased() }
  var summary: String { "‹\(term.lowercased()) in any case› -> \(term)" }
  var words: String { "Write `\(term)` with these capitals in running text." }
  /// A short word may be another word with other capitals.
  var needed: Int { isDistinct || term.count > 3 ? 1 : 2 }

  /// Who writes one word in capitals, or in small letters, for a reason that is not the word's own does so with others.
  var family: String? {
    isSmall ? "small" : term.count > 1 && !term.contains(where: \.isLowercase) ? "capitals" : "capitalised"
  }

  /// Whether it has a capital after its first letter.
  private var isDistinct: Bool { term.dropFirst().contains(where: \.isUppercase) }
  private var isSmall: Bool { !term.contains(where: \.isUppercase) }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    let content = text.lines[line]
    switch content.kind {
    case .prose, .item, .quote, .table: break
    case .heading: if !isDistinct { return nil }
    case .blank, .fence, .code, .rule: return nil
    }
    guard content.text.utf8.count < 20_000, mayOccur(in: content.text) else { return nil }
    var result = ""
    var position = content.text.startIndex
    for word in TermWord.all(in: content.text) where isMeant(word) {
      result += content.text[position..<word.range.lowerBound] + term
      position = word.range.upperBound
    }
    return position == content.text.startIndex ? nil : result + content.text[position...]
  }

  /// Whether the line has the term's letters in any case; a quick look that most lines do not pass.
  private func mayOccur(in line: String) -> Bool {
    func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    let bytes = Array(line.utf8)
    let wanted = term.utf8.map(folded)
    guard !wanted.isEmpty, wanted.count <= bytes.count, wanted.allSatisfy({ $0 < 0x80 }) else {
      return wanted.contains { $0 >= 0x80 }
    }
    for start in 0...(bytes.count - wanted.count) where folded(bytes[start]) == wanted[0] {
      if wanted.indices.allSatisfy({ folded(bytes[start + $0]) == wanted[$0] }) { return true }
    }
    return false
  }

  private func isMeant(_ word: TermWord) -> Bool {
    guard word.text.count == term.count, word.text != term, !word.isFixed, word.text.lowercased() == term.lowercased()
    else { return false }
    if isDistinct { return true }
    if isSmall { return !word.isFirst && word.text == term.capitalisedFirst }
    return word.text == term.lowercased()
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [TermCase] {
    let old = Set(TermWord.all(in: pair.source.lines[before].text).map { String($0.text) })
    let lowered = Set(old.map { $0.lowercased() })
    let words = TermWord.all(in: pair.target.lines[after].text)
    let terms = words.map { String($0.text) }.filter { !old.contains($0) && lowered.contains($0.lowercased()) }
    guard !terms.isEmpty else { return [] }
    let isHeading = pair.target.lines[after].kind == .heading
    return words.compactMap { word in
      guard terms.contains(String(word.text)), !word.isFixed, word.text.contains(where: \.isLetter) else { return nil }
      let lesson = TermCase(term: String(word.text))
      return lesson.isDistinct || (!isHeading && !word.isFirst) ? lesson : nil
    }
  }
}

/// One word of a line of running text.
struct TermWord {
  var text: Substring
  var range: Range<String.Index>
  /// Whether a sentence begins with it, or may.
  var isFirst: Bool
  /// Whether it is code, or part of an address, a file's name or a longer name.
  var isFixed: Bool

  static func all(in line: String) -> [TermWord] {
    var words: [TermWord] = []
    var isCode = false
    var isFirst = true
    var index = line.startIndex
    while index < line.endIndex {
      let character = line[index]
      guard character.isLetter || character.isNumber || character == "_" else {
        if character == "`" { isCode.toggle() }
        if !character.isWhitespace, !",-".contains(character) { isFirst = true }
        index = line.index(after: index)
        continue
      }
      let start = index
      while index < line.endIndex, line[index].isLetter || line[index].isNumber || line[index] == "_" {
        index = line.index(after: index)
      }
      let isFixed = isCode || isJoined(start..<index, in: line)
      words.append(TermWord(text: line[start..<index], range: start..<index, isFirst: isFirst, isFixed: isFixed))
      isFirst = false
    }
    return words
  }

  /// Whether signs of addresses, paths or names join it to what stands beside it.
  private static func isJoined(_ range: Range<String.Index>, in line: String) -> Bool {
    let signs = "./@\\#$=~_&?%+"
    if range.lowerBound > line.startIndex, signs.contains(line[line.index(before: range.lowerBound)]) { return true }
    guard range.upperBound < line.endIndex else { return false }
    let next = line.index(after: range.upperBound)
    guard next < line.endIndex else { return false }
    let isWord = line[next].isLetter || line[next].isNumber || line[next] == "/" || line[next] == "_"
    return isWord && (signs + ":-(").contains(line[range.upperBound])
  }
}
