import WhetCore

extension FenceLanguage {
  /// Remembers which name people last gave to which code.
  struct Inducer: DocumentKindInducer {
    /// The newest names given to one sort of code, oldest first; nothing for a fence left bare.
    private struct Names {
      private(set) var newest: [String] = []
      private(set) var last = 0

      /// When the newest name other than none was given.
      private(set) var lastNamed = 0

      mutating func add(_ name: String, at time: Int) {
        newest.append(name)
        if !name.isEmpty { lastNamed = time }
        last = time
        if newest.count > 5 { newest.removeFirst() }
      }

      /// What the newest agree on: the last two, or most of them; `nil` where they do not.
      var agreed: String? {
        guard let last = newest.last else { return nil }
        if newest.count < 2 || newest[newest.count - 2] == last { return last }
        return newest.first { name in newest.count { $0 == name } * 2 > newest.count }
      }
    }

    private static let mostWords = 2_000

    /// By the language that the code shows.
    private var shown: [String: Names] = [:]
    /// By the first word of the code, for each language that the code shows.
    private var words: [String: [String: Names]] = [:]
    private var undetected = Names()
    private var renamed: [String: Names] = [:]
    private var evidence = Evidence()
    private var time = 0

    mutating func add(_ pair: DocumentPair) {
      guard pair.isMarkdown else { return }
      let before = pair.source.fencedBlocks
      let after = pair.isAccepted ? before : pair.target.fencedBlocks
      guard !after.isEmpty else { return }
      time += 1
      var named = 0
      var left = 0
      for (number, block) in after.enumerated() where !block.content.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
        let line = pair.sourceLine[block.opening]
        let old = before.count == after.count ? before[number] : before.first { $0.opening == line }
        observe(block, old, &named, &left)
      }
      if named > 0 {
        evidence.support(pair.id)
      } else if left > 0 {
        evidence.oppose(pair.id, isAccepted: pair.isAccepted)
      }
    }

    private mutating func observe(_ block: FencedBlock, _ old: FencedBlock?, _ named: inout Int, _ left: inout Int) {
      guard block.language != nil || block.info.isEmpty else { return }
      let language = CodeLanguage.detect(block.content)
      let name = block.language ?? ""
      let expected = language.flatMap { shown[$0]?.agreed } ?? ""
      if let language { shown[language, default: Names()].add(name, at: time) } else { undetected.add(name, at: time) }
      if let word = block.firstWord { note(name, word, language ?? "") }
      if let old, let word = old.firstWord, word != block.firstWord, old.info.isEmpty, !name.isEmpty {
        note(name, word, CodeLanguage.detect(old.content) ?? "")
      }
      if let old, old.info.isEmpty, !name.isEmpty { named += 1 }
      if name.isEmpty, !expected.isEmpty { left += 1 }
      if let before = old?.language { rename(before, name, &named) }
    }

    private mutating func note(_ name: String, _ word: String, _ language: String) {
      guard words[word] != nil || words.count < Self.mostWords else { return }
      words[word, default: [:]][language, default: Names()].add(name, at: time)
    }

    private mutating func rename(_ before: String, _ after: String, _ named: inout Int) {
      guard !after.isEmpty else { return }
      if before == after, renamed[before] == nil { return }
      renamed[before, default: Names()].add(after, at: time)
      if before != after { named += 1 }
    }

    func lessons() -> [LearnedDocumentLesson] {
      guard evidence.isActive else { return [] }
      let names = shown.compactMapValues(\.agreed)
      var languages: [String: String] = [:]
      for (word, byLanguage) in words {
        for (language, given) in byLanguage {
          // What the code shows by itself needs no word, unless the word means another name.
          guard let name = given.agreed, language.isEmpty ? !name.isEmpty : name != (names[language] ?? "") else {
            continue
          }
          if name.isEmpty, given.newest.count < 2 || shown[language]?.lastNamed ?? 0 > given.last { continue }
          if languages[word] == nil || language.isEmpty { languages[word] = name }
        }
      }
      let changed = renamed.compactMapValues(\.agreed).filter { $0.key != $0.value }
      let isLeft = undetected.newest.count >= 2 && undetected.newest.suffix(2).allSatisfy { !$0.isEmpty }
      let lesson = FenceLanguage(
        languages: languages, names: names, renamed: changed.isEmpty ? nil : changed,
        fallback: isLeft && Set(undetected.newest).count == 1 ? undetected.agreed : nil)
      return [LearnedDocumentLesson(lesson, supports: evidence.supports, against: evidence.against)]
    }
  }
}
