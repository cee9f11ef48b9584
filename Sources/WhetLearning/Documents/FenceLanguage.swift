import WhetCore

/// Code fences name their language: which one is known from the first word of the code people gave a language to.
struct FenceLanguage: DocumentLesson {
  static let kind = "fence-language"

  /// The first word of a block's code and the language people wrote on the fence above it.
  var languages: [String: String]

  var summary: String {
    "``` -> ```" + Set(languages.values).sorted().joined(separator: " | ```")
  }
  var words: String {
    "Name the language on every code fence (" + Set(languages.values).sorted().map { "`\($0)`" }.joined(separator: ", ")
      + ")."
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    var insertions: [Int: String] = [:]
    for block in text.fencedBlocks where block.info == nil {
      if let first = block.firstWord, let language = languages[first] {
        insertions[block.opening.upperBound] = language
      }
    }
    guard !insertions.isEmpty else { return nil }
    var output = ""
    for (index, token) in text.tokens.enumerated() {
      output += (insertions[index] ?? "") + token.leading + token.text
    }
    return output + text.trailing
  }

  struct Inducer: DocumentLessonInducer {
    private var languages: [String: String] = [:]
    private var contradicted: Set<String> = []
    private var supports: [CorrectionID] = []

    mutating func add(_ analysis: PairAnalysis) {
      let before = analysis.source.fencedBlocks
      let after = analysis.target.fencedBlocks
      guard before.count == after.count else { return }
      for (old, new) in zip(before, after) {
        guard let word = new.firstWord ?? old.firstWord, old.info == nil else { continue }
        if let info = new.info {
          if let known = languages[word], known != info { contradicted.insert(word) }
          languages[word] = info
          if let word = old.firstWord { languages[word] = info }
          if supports.last != analysis.pair.id { supports.append(analysis.pair.id) }
        } else {
          contradicted.insert(word)
        }
      }
    }

    func lessons() -> [(form: LessonBody.Form, supports: [CorrectionID])] {
      let known = languages.filter { !contradicted.contains($0.key) }
      return known.isEmpty ? [] : [(.fenceLanguage(FenceLanguage(languages: known)), supports)]
    }
  }
}

/// One fenced block of a Markdown text.
struct FencedBlock {
  /// The tokens of the opening fence's line.
  var opening: Range<Int>
  /// The language named on the fence.
  var info: String?
  /// The first word of the code inside.
  var firstWord: String?
}

extension TokenText {
  /// The fenced blocks in order.
  var fencedBlocks: [FencedBlock] {
    var blocks: [FencedBlock] = []
    var isOpen = false
    for line in lines {
      guard let first = line.first else { continue }
      if tokens[first].zone == .fence {
        isOpen.toggle()
        if isOpen {
          let info = tokens[line].first { $0.kind == .word }?.text
          blocks.append(FencedBlock(opening: line, info: info, firstWord: nil))
        }
      } else if isOpen, blocks[blocks.count - 1].firstWord == nil {
        blocks[blocks.count - 1].firstWord = tokens[line].first { $0.kind == .word }?.text
      }
    }
    return blocks
  }
}
