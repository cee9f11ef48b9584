/// Writes headings in one case.
struct HeadingSpeaker {
  private let lesson: HeadingCase
  private let names: Set<String>

  /// - Parameter names: further words that keep their capital.
  init(_ lesson: HeadingCase, names: Set<String>) {
    self.lesson = lesson
    self.names = names.union(lesson.names)
  }

  /// The line with its heading in the case; `nil` for a line that is no heading of the levels meant.
  func rewritten(_ line: MarkdownText.Line) -> String? {
    guard line.kind == .heading, let heading = HeadingParts(line), lesson.levels?.contains(heading.level) ?? true,
      let place = line.text.firstRange(of: heading.title), !heading.title.isEmpty
    else { return nil }
    return String(line.text[..<place.lowerBound]) + title(heading.title) + String(line.text[place.upperBound...])
  }

  func title(_ title: String) -> String {
    var result = ""
    let words = HeadingWord.words(of: title)
    var position = title.startIndex
    for (number, word) in words.enumerated() {
      result += title[position..<word.range.lowerBound]
      result += written(word, isLast: number == words.count - 1)
      position = word.range.upperBound
    }
    return result + title[position...]
  }

  private func written(_ word: HeadingWord, isLast: Bool) -> String {
    let text = word.text
    guard !word.isFixed else { return text }
    switch lesson.style ?? .sentence {
    case .sentence: return word.isFirst || isName(text) || !word.isCapitalised ? text : text.lowercased()
    case .lower: return isName(text) || !word.isCapitalised ? text : text.lowercased()
    case .capitals: return text.uppercased()
    case .title: return inTitle(word, isLast: isLast)
    }
  }

  private func isName(_ word: String) -> Bool {
    names.contains(word) || (CommonNames.contains(word) && !names.contains(word.lowercased()))
  }

  private func inTitle(_ word: HeadingWord, isLast: Bool) -> String {
    let text = word.text
    if word.isFirst || isLast { return word.isPlain && !names.contains(text) ? text.capitalisedFirst : text }
    if names.contains(text.lowercased()) { return word.isPlain || word.isCapitalised ? text.lowercased() : text }
    if names.contains(text.capitalisedFirst) { return word.isPlain ? text.capitalisedFirst : text }
    if Self.small.contains(text.lowercased()) { return text }
    return word.isPlain && !Self.unsure.contains(text) ? text.capitalisedFirst : text
  }

  /// Words that title case leaves small.
  private static let small: Set<String> = [
    "a", "an", "the", "and", "but", "or", "nor", "for", "on", "in", "at", "to", "by", "of", "as", "via", "vs", "per",
    "up", "off", "so", "yet", "if",
  ]
  /// Words that some title cases leave small: people's own headings decide.
  private static let unsure: Set<String> = ["with", "from", "into", "over", "than", "that", "onto", "upon", "when"]
}

/// One word of a heading.
struct HeadingWord {
  var text: String
  var range: Range<String.Index>
  /// Whether no word stands before it, or none after a colon or the end of a sentence.
  var isFirst: Bool
  /// Whether it is part of code, of an address, of a file's name or of a name with signs.
  var isFixed: Bool

  /// One capital at the beginning, the rest small letters; of single letters only the article.
  var isCapitalised: Bool {
    guard let first = text.first, first.isUppercase else { return false }
    return text.count > 1 ? text.dropFirst().allSatisfy { $0.isLowercase } : text == "A"
  }
  var isPlain: Bool { text.allSatisfy { $0.isLowercase } }

  /// The words of a heading; an apostrophe belongs to its word.
  static func words(of title: String) -> [HeadingWord] {
    var words: [HeadingWord] = []
    var isCode = false
    var isFirst = true
    var index = title.startIndex
    while index < title.endIndex {
      let character = title[index]
      if character == "`" { isCode.toggle() }
      if ":?!".contains(character) { isFirst = true }
      guard isWord(character) else {
        index = title.index(after: index)
        continue
      }
      let start = index
      while index < title.endIndex, isWord(title[index]) || isApostrophe(index, in: title) {
        index = title.index(after: index)
      }
      let text = String(title[start..<index])
      let isNumber = text.allSatisfy(\.isNumber)
      words.append(
        HeadingWord(
          text: text, range: start..<index, isFirst: isFirst, isFixed: isCode || isFixed(start..<index, in: title)))
      if !isNumber { isFirst = false }
    }
    return words
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private static func isApostrophe(_ index: String.Index, in title: String) -> Bool {
    guard title[index] == "'" || title[index] == "’" else { return false }
    let next = title.index(after: index)
    return next < title.endIndex && title[next].isLetter
  }

  private static func isFixed(_ range: Range<String.Index>, in title: String) -> Bool {
    if title[range].contains(where: { $0.isNumber || $0 == "_" }) { return true }
    let signs = "./@\\#$=~"
    if range.upperBound < title.endIndex, signs.contains(title[range.upperBound]) {
      let after = title.index(after: range.upperBound)
      if after < title.endIndex, isWord(title[after]) { return true }
    }
    return range.lowerBound > title.startIndex && signs.contains(title[title.index(before: range.lowerBound)])
  }
}

extension HeadingWord {
  struct Change {
    var before: String
    var after: String
    var isFirst: Bool
    var isLowered: Bool { before.first?.isUppercase == true && after.first?.isLowercase == true }
    var isRaised: Bool { before.first?.isLowercase == true && after.first?.isUppercase == true }
  }

  /// The words that two headings write in another case, where both have the same number of words.
  static func changes(from old: String, to new: String) -> [Change] {
    let (old, new) = (words(of: old), words(of: new))
    guard old.count == new.count else { return [] }
    return zip(old, new).compactMap { before, after in
      guard before.text != after.text, before.text.lowercased() == after.text.lowercased() else { return nil }
      return Change(before: before.text, after: after.text, isFirst: after.isFirst)
    }
  }
}

extension String {
  var capitalisedFirst: String { (first.map { $0.uppercased() } ?? "") + dropFirst() }
}
