import WhetCore

/// Headings in sentence case, as people corrected them: only the first word and names keep their capital.
struct HeadingCase: DocumentLesson {
  static let kind = "heading-case"

  /// Words that kept their capital in corrected headings, sorted.
  var names: [String]

  var summary: String { "‹Heading Words› -> ‹Heading words›" }
  var words: String { "Write headings in sentence case: only the first word and names begin with a capital." }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    let names = Set(names).union(text.wordsWithCapitalInsideSentences)
    var output = ""
    var isChanged = false
    for (index, token) in text.tokens.enumerated() {
      output += token.leading
      if Self.isPlainCapitalised(token), !text.isFirstWordOfHeading(index), !names.contains(token.text) {
        output += token.text.lowercased()
        isChanged = true
      } else {
        output += token.text
      }
    }
    return isChanged ? output + text.trailing : nil
  }

  /// A heading word with one capital, the first letter; acronyms and `camelCase` names are left alone.
  static func isPlainCapitalised(_ token: Token) -> Bool {
    guard token.zone == .heading, token.kind == .word, let first = token.text.first, first.isUppercase else {
      return false
    }
    return token.text.count > 1 ? token.text.dropFirst().allSatisfy { $0.isLowercase } : token.text == "A"
  }

  struct Inducer: DocumentLessonInducer {
    private var supports: [CorrectionID] = []
    private var names: Set<String> = []
    private var keptTitleCase = 0

    mutating func add(_ analysis: PairAnalysis) {
      let lowered = zip(analysis.source.headings, analysis.target.headings).filter { before, after in
        before.title != after.title && before.title.lowercased() == after.title.lowercased()
      }
      if !lowered.isEmpty, supports.last != analysis.pair.id { supports.append(analysis.pair.id) }
      let target = analysis.target
      for (index, token) in target.tokens.enumerated()
      where HeadingCase.isPlainCapitalised(token) && !target.isFirstWordOfHeading(index) {
        if lowered.isEmpty, analysis.source.headings.map(\.title) == target.headings.map(\.title), supports.isEmpty {
          keptTitleCase += 1
        }
        names.insert(token.text)
      }
    }

    func lessons() -> [(form: LessonBody.Form, supports: [CorrectionID])] {
      supports.isEmpty || keptTitleCase > 2 * supports.count
        ? [] : [(.headingCase(HeadingCase(names: names.sorted())), supports)]
    }
  }
}

extension TokenText {
  /// Whether no word stands before this one in its heading.
  func isFirstWordOfHeading(_ index: Int) -> Bool {
    !(lineStart(index)..<index).contains { tokens[$0].kind == .word }
  }

  /// Words that running text writes with a capital where no sentence begins: names.
  var wordsWithCapitalInsideSentences: Set<String> {
    var words: Set<String> = []
    for (index, token) in tokens.enumerated() where token.kind == .word && token.zone.isText && token.zone != .heading {
      guard index > 0, token.text.first?.isUppercase == true,
        tokens[index - 1].kind == .word || tokens[index - 1].text == ","
      else { continue }
      words.insert(token.text)
    }
    return words
  }
}
