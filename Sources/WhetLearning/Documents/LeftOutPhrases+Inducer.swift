import WhetCore

extension LeftOutPhrases {
  /// Collects what is deleted at both ends of responses, and what stays there.
  struct Inducer: DocumentKindInducer {
    /// Longer sentences are about the matter.
    private static let longest = 120

    private var places: [Place: PlaceRecord] = [.opening: PlaceRecord(), .closing: PlaceRecord()]

    mutating func add(_ pair: DocumentPair) {
      guard pair.isMarkdown else { return }
      for place in [Place.opening, .closing] {
        var record = places[place] ?? PlaceRecord()
        let kept = sentences(of: pair.target, place)
        let deleted = pair.isAccepted ? [] : self.deleted(place, in: pair)
        record.take(kept: kept, deleted: deleted, pair.id)
        places[place] = record
      }
    }

    private func sentences(of text: MarkdownText, _ place: Place) -> [Sentence] {
      guard let paragraph = place == .opening ? text.opening : text.closing else { return [] }
      return Sentence.all(in: text.text(of: paragraph))
    }

    /// The sentences at the end of the original that the corrected text has nowhere in a like form.
    private func deleted(_ place: Place, in pair: DocumentPair) -> [Sentence] {
      let before = sentences(of: pair.source, place)
      guard let paragraph = place == .opening ? pair.source.opening : pair.source.closing else { return [] }
      let isSame = paragraph.allSatisfy { line in
        pair.targetLine[line].map { pair.target.lines[$0].text == pair.source.lines[line].text } ?? false
      }
      guard !isSame, CodeLanguage.detect(paragraph.map { pair.source.lines[$0].text }) == nil,
        !isInDeletedSection(paragraph, pair), OtherPhrase.ideas(in: pair).allSatisfy({ $0.place != place })
      else { return [] }
      let kept = pair.target.lines.indices.filter { pair.target.lines[$0].kind != .code }.flatMap { line in
        Sentence.all(in: pair.target.lines[line].text).map(\.key)
      }
      let order = place == .opening ? before : before.reversed()
      return Array(
        order.prefix { sentence in
          sentence.key.count <= Self.longest && !kept.contains { Sentence.isLike($0, sentence.key) }
        })
    }

    /// Whether the heading above is gone too, so that the paragraph says nothing about phrases.
    private func isInDeletedSection(_ paragraph: Range<Int>, _ pair: DocumentPair) -> Bool {
      let heading = pair.source.lines[..<paragraph.lowerBound].lastIndex { $0.kind == .heading }
      return heading.flatMap { HeadingParts(pair.source.lines[$0]) }.map { !pair.target.hasSection($0.key) } ?? false
        && heading.map { pair.targetLine[$0] == nil } ?? false
    }

    func lessons() -> [LearnedDocumentLesson] {
      [Place.opening, .closing].compactMap { places[$0]?.lesson($0) }
    }
  }

  /// What was deleted and what stayed at one end of responses.
  private struct PlaceRecord: Sendable {
    static let mostSentences = 200
    static let mostWords = 5_000

    private var deleted: [String: Evidence] = [:]
    private var order: [String] = []
    /// How many different deleted sentences begin with two words, and how often such a sentence stayed.
    private var starts: [String: (deleted: Int, kept: Int)] = [:]
    private var wordsKept: Set<String> = []
    private var supports: [CorrectionID] = []
    private var against: [CorrectionID] = []

    mutating func take(kept: [Sentence], deleted sentences: [Sentence], _ id: CorrectionID) {
      for sentence in kept {
        if wordsKept.count < Self.mostWords { wordsKept.formUnion(sentence.key.split(separator: " ").map(String.init)) }
        if let start = sentence.start, starts[start] != nil || starts.count < Self.mostWords {
          starts[start, default: (0, 0)].kept += 1
        }
        if deleted[sentence.key] != nil {
          deleted[sentence.key]?.oppose(id)
          if against.last != id { against.append(id) }
        }
      }
      for sentence in sentences {
        if deleted[sentence.key] == nil {
          order.append(sentence.key)
          if let start = sentence.start { starts[start, default: (0, 0)].deleted += 1 }
        }
        deleted[sentence.key, default: Evidence()].support(id)
        if supports.last != id { supports.append(id) }
      }
      if order.count > Self.mostSentences { forget(order.removeFirst()) }
    }

    private mutating func forget(_ key: String) { deleted[key] = nil }

    func lesson(_ place: Place) -> LearnedDocumentLesson? {
      let known = order.reversed().filter { deleted[$0]?.isActive ?? false }
      guard !known.isEmpty else { return nil }
      let shared = starts.filter { $0.value.deleted >= 2 && $0.value.kept * 4 < $0.value.deleted }.keys.sorted()
      var cues: Set<String> = []
      if known.count >= 3 {
        for key in known {
          cues.formUnion(key.split(separator: " ").map(String.init).filter { !wordsKept.contains($0) })
        }
      }
      let lesson = LeftOutPhrases(place: place, sentences: known, starts: shared, cues: cues.sorted())
      return LearnedDocumentLesson(lesson, supports: supports, against: against)
    }
  }
}
