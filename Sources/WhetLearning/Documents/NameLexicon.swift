/// Which words are names: written with a capital inside sentences, or kept with one in headings that people lowered.
struct NameLexicon: Sendable {
  /// How many words are remembered, and how many names a lesson may have.
  static let mostWords = 20_000
  static let mostNames = 400

  /// How often running text has a word with a capital and without one where no sentence begins.
  private var inText: [String: (capital: Int, small: Int)] = [:]
  /// What corrected headings last made of a word: whether it has a capital.
  private var inHeadings: [String: Bool] = [:]

  /// Words that keep their capital, and in small letters words that are no names whatever others say; sorted.
  private(set) var names: [String] = []
  /// The words of corrected title-case headings whose case is not clear from the word alone; sorted.
  private(set) var titleWords: [String] = []

  mutating func add(_ pair: DocumentPair) {
    addSentences(of: pair.isAccepted ? pair.source : pair.target)
    if !pair.isAccepted { addHeadings(of: pair) }
  }

  private mutating func addSentences(of text: MarkdownText) {
    for line in text.lines where line.kind == .prose || line.kind == .item {
      SentenceWords.forEachInside(line.text) { word in
        // Only words that somebody wrote with a capital are of interest, here or earlier.
        let key = word.lowercased()
        guard inText[key] != nil || inText.count < Self.mostWords else { return }
        if word.first?.isUppercase == true {
          inText[key, default: (0, 0)].capital += 1
          refresh(key)
        } else {
          inText[key, default: (0, 0)].small += 1
          if inText[key]?.capital ?? 0 > 0 { refresh(key) }
        }
      }
    }
  }

  private mutating func addHeadings(of pair: DocumentPair) {
    for (before, after) in pair.targetLine.enumerated() {
      guard let after, let old = HeadingParts(pair.source.lines[before]),
        let new = HeadingParts(pair.target.lines[after])
      else { continue }
      let changes = HeadingWord.changes(from: old.title, to: new.title)
      guard !changes.isEmpty else { continue }
      let words = HeadingWord.words(of: new.title)
      let isLowered = changes.contains { $0.isLowered && !$0.isFirst }
      for word in words where !word.isFirst && !word.isFixed {
        if isLowered, word.isCapitalised || word.isPlain {
          inHeadings[word.text.lowercased()] = word.isCapitalised
          refresh(word.text.lowercased())
        } else if !isLowered, word.text.count <= 5, word.isCapitalised || word.isPlain {
          titleWords.removeAll { $0.lowercased() == word.text.lowercased() }
          titleWords.append(word.text)
          titleWords.sort()
        }
      }
    }
  }

  /// Puts a word among the names or takes it out.
  private mutating func refresh(_ key: String) {
    let counts = inText[key] ?? (0, 0)
    let isName = inHeadings[key] ?? (counts.capital > counts.small)
    let capital = key.capitalisedFirst
    names.removeAll { $0 == key || $0 == capital }
    if isName {
      if !CommonNames.contains(capital), names.count < Self.mostNames { insert(capital) }
    } else if CommonNames.contains(capital) {
      insert(key)
    }
  }

  private mutating func insert(_ name: String) {
    names.insert(name, at: names.firstIndex { $0 > name } ?? names.count)
  }
}

/// The words inside sentences, where a capital says something.
enum SentenceWords {
  /// Calls `body` for each word that follows another word or a comma and has small letters only after its first; code in
  /// backticks is left out.
  static func forEachInside(_ line: String, _ body: (Substring) -> Void) {
    let bytes = line.utf8
    var start: String.Index?
    var isCode = false
    /// Whether a capital would say something.
    var isInside = false
    var isPlain = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x60 {
        start = nil
        isCode.toggle()
        isInside = false
      } else if isCode {
        continue
      } else if isWord(byte) {
        // Of signs beyond ASCII most are letters; whether they are small ones matters only for a name's ending.
        if start == nil {
          (start, isPlain) = (index, true)
        } else if isCapital(byte) || isDigit(byte) {
          isPlain = false
        }
        if isDigit(byte) { isPlain = false }
      } else {
        if let first = start {
          if isInside, isPlain { give(line[first..<index], body) }
          isInside = true
          start = nil
        }
        if byte != 0x20, byte != 0x09, byte != 0x2C { isInside = false }
      }
    }
    if let first = start, isInside, isPlain, !isCode { give(line[first...], body) }
  }

  private static func give(_ word: Substring, _ body: (Substring) -> Void) { if word.utf8.count > 1 { body(word) } }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || byte == 0x5F }
  private static func isWord(_ byte: UInt8) -> Bool {
    isCapital(byte) || (0x61...0x7A).contains(byte) || isDigit(byte) || byte >= 0x80 || byte == 0x27
  }
}

extension MarkdownText {
  /// Words that running text writes with a capital where no sentence begins.
  var namesInSentences: Set<String> {
    if let known = names { return known }
    var names: Set<String> = []
    for line in lines where line.kind == .prose || line.kind == .item {
      SentenceWords.forEachInside(line.text) { if $0.first?.isUppercase == true { names.insert(String($0)) } }
    }
    return names
  }
}
