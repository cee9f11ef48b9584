import WhetCore

/// A lesson on lines of a Markdown text, each of which it leaves or writes otherwise.
///
/// One correction is enough to learn it: there are few things it could be, and every line says whether it is right.
protocol LineLesson: DocumentLesson {
  /// The line as the lesson wants it; `nil` where it is so already or the lesson says nothing about it.
  func rewritten(_ line: Int, in text: MarkdownText) -> String?
  /// The lines that it writes otherwise, in order.
  func rewrites(in text: MarkdownText) -> [(line: Int, text: String)]
  /// What a person could have meant who made `after` of `before`; each is tried on all lines.
  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [Self]
  /// Lessons with the same topic exclude each other: the one with the newest support counts.
  var topic: String { get }
  /// Whether the other lesson says nothing that this does not.
  func includes(_ other: Self) -> Bool
  /// How many corrections it takes.
  var needed: Int { get }
}

extension LineLesson {
  var topic: String { identity }
  var needed: Int { 1 }
  func includes(_ other: Self) -> Bool { false }

  static func inducer() -> any DocumentKindInducer { LineInducer<Self>() }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    format == .code ? nil : rewritten(MarkdownText(text))
  }

  func rewrites(in text: MarkdownText) -> [(line: Int, text: String)] {
    text.lines.indices.compactMap { index in
      guard let line = rewritten(index, in: text), line != text.lines[index].text else { return nil }
      return (index, line)
    }
  }

  /// The text after the lesson; `nil` where no line changes.
  func rewritten(_ text: MarkdownText) -> String? {
    let rewrites = rewrites(in: text)
    guard !rewrites.isEmpty else { return nil }
    var lines = text.lines
    for (index, line) in rewrites { lines[index].text = line }
    return MarkdownText.text(of: lines)
  }

  /// On how many lines of a pair the lesson does what the person did, and on how many it does not.
  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    var right = 0
    var wrong: Set<Int> = []
    if !pair.isAccepted {
      for (index, result) in rewrites(in: pair.source) {
        guard let other = pair.targetLine[index] else { continue }
        let (line, wanted) = (pair.source.lines[index].text, pair.target.lines[other].text)
        if result == wanted {
          right += 1
          continue
        }
        let change = LineTokens.distance(line, result)
        let excess = change + LineTokens.distance(result, wanted) - LineTokens.distance(line, wanted)
        if excess == 0, change > 0 { right += 1 } else if excess > 0 { wrong.insert(other) }
      }
    }
    for (index, result) in rewrites(in: pair.target)
    where LineTokens.distance(result, pair.target.lines[index].text) > 0 {
      wrong.insert(index)
    }
    return (right, wrong.count)
  }
}

/// Learns line lessons of one kind: collects ideas from changed lines and tries each on every pair.
struct LineInducer<Lesson: LineLesson>: DocumentKindInducer {
  /// How many ideas are kept; those that never came to be used go first.
  static var mostIdeas: Int { 64 }

  private struct Idea: Sendable {
    var lesson: Lesson
    var evidence = Evidence()
    /// The number of the pair that last bore it out.
    var last: Int
  }

  private var ideas: [Idea] = []
  private var known: [Lesson: Int] = [:]
  private var count = 0

  mutating func add(_ pair: DocumentPair) { add(pair) { $0 } }

  /// - Parameter complete: the lesson with what else is known when it is tried.
  mutating func add(_ pair: DocumentPair, _ complete: (Lesson) -> Lesson) {
    guard pair.isMarkdown else { return }
    count += 1
    if !pair.isAccepted { collect(pair, complete) }
    for index in ideas.indices { Self.take(pair, into: &ideas[index], number: count, complete) }
  }

  private mutating func collect(_ pair: DocumentPair, _ complete: (Lesson) -> Lesson) {
    for (before, after) in pair.targetLine.enumerated() {
      guard let after, pair.source.lines[before].text != pair.target.lines[after].text else { continue }
      for lesson in Lesson.ideas(from: before, to: after, in: pair) where known[lesson] == nil {
        var idea = Idea(lesson: lesson, last: count)
        for (offset, earlier) in pair.earlier.enumerated() {
          Self.take(earlier, into: &idea, number: count - pair.earlier.count + offset, complete)
        }
        known[lesson] = ideas.count
        ideas.append(idea)
      }
    }
    if ideas.count > Self.mostIdeas { prune() }
  }

  private static func take(_ pair: DocumentPair, into idea: inout Idea, number: Int, _ complete: (Lesson) -> Lesson) {
    let (right, wrong) = complete(idea.lesson).trial(on: pair)
    if right > 0, wrong == 0 {
      idea.evidence.support(pair.id)
      idea.last = number
    } else if wrong > 0, right < 3 * wrong {
      idea.evidence.oppose(pair.id, isAccepted: pair.isAccepted)
    }
  }

  private mutating func prune() {
    let keeps = ideas.enumerated().sorted {
      ($0.element.evidence.isActive ? 1 : 0, $0.element.last, $0.offset)
        > ($1.element.evidence.isActive ? 1 : 0, $1.element.last, $1.offset)
    }.prefix(Self.mostIdeas / 2).map(\.offset).sorted()
    ideas = keeps.map { ideas[$0] }
    known = Dictionary(uniqueKeysWithValues: ideas.enumerated().map { ($0.element.lesson, $0.offset) })
  }

  func lessons() -> [LearnedDocumentLesson] { lessons { $0 } }

  /// - Parameter complete: the lesson with what else is known now.
  func lessons(_ complete: (Lesson) -> Lesson) -> [LearnedDocumentLesson] {
    let active = ideas.indices.filter { ideas[$0].evidence.isActive(needing: ideas[$0].lesson.needed) }
    return active.filter { index in !active.contains { $0 != index && isOutdone(index, by: $0) } }.map { index in
      let evidence = ideas[index].evidence
      return LearnedDocumentLesson(
        complete(ideas[index].lesson), supports: evidence.supports, against: evidence.against)
    }
  }

  /// Whether another lesson says the same and more, or newer corrections say something else on the topic.
  private func isOutdone(_ index: Int, by other: Int) -> Bool {
    let (idea, rival) = (ideas[index], ideas[other])
    if rival.lesson.includes(idea.lesson) { return !idea.lesson.includes(rival.lesson) || other < index }
    return rival.lesson.topic == idea.lesson.topic && (rival.last, -other) > (idea.last, -index)
  }
}
