import WhetCore

/// A lesson that can be tried on a pair.
///
/// One correction is enough to learn it: there are few things it could be, and every pair says whether it is right.
protocol TriedLesson: DocumentLesson {
  /// What the person could have meant; each is tried on all pairs.
  static func ideas(in pair: DocumentPair) -> [Self]
  /// In how many places of a pair the lesson does what the person did, and in how many it does not.
  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int)
  /// Lessons with the same topic exclude each other: the one with the newest support counts.
  var topic: String { get }
  /// Whether the other lesson says nothing that this does not.
  func includes(_ other: Self) -> Bool
  /// How many corrections it takes.
  var needed: Int { get }
  /// What lessons are like that one may be judged by how the others fared; `nil` for a lesson that stands alone.
  var family: String? { get }
}

extension TriedLesson {
  var topic: String { identity }
  var needed: Int { 1 }
  var family: String? { nil }
  func includes(_ other: Self) -> Bool { false }

  static func inducer() -> any DocumentKindInducer { TrialInducer<Self>() }
}

/// Learns tried lessons of one kind: collects ideas from corrections and tries each on every pair.
struct TrialInducer<Lesson: TriedLesson>: DocumentKindInducer {
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
    for lesson in Lesson.ideas(in: pair) where known[lesson] == nil {
      var idea = Idea(lesson: lesson, last: count)
      for (offset, earlier) in pair.earlier.enumerated() {
        Self.take(earlier, into: &idea, number: count - pair.earlier.count + offset, complete)
      }
      known[lesson] = ideas.count
      ideas.append(idea)
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
    let doubtful = doubtfulFamilies
    let active = ideas.indices.filter { index in
      let lesson = ideas[index].lesson
      let isDoubtful = lesson.family.map(doubtful.contains) ?? false
      return ideas[index].evidence.isActive(needing: max(lesson.needed, isDoubtful ? 2 : 1))
    }
    return active.filter { index in !active.contains { $0 != index && isOutdone(index, by: $0) } }.map { index in
      let evidence = ideas[index].evidence
      return LearnedDocumentLesson(
        complete(ideas[index].lesson), supports: evidence.supports, against: evidence.against)
    }
  }

  /// The families of which more lessons turned out wrong somewhere than were right again: what the person meant by one
  /// correction of that kind was seldom what the next one of them would say.
  private var doubtfulFamilies: Set<String> {
    var balance: [String: Int] = [:]
    for idea in ideas {
      guard let family = idea.lesson.family else { continue }
      if !idea.evidence.against.isEmpty {
        balance[family, default: 0] -= 1
      } else if idea.evidence.supports.count > 1 {
        balance[family, default: 0] += 1
      }
    }
    return Set(balance.filter { $0.value < 0 }.keys)
  }

  /// Whether a narrower lesson does nearly as much right as a broader one, which is wrong more often than now and then.
  private static func isCleaner(_ narrow: Idea, than broad: Idea) -> Bool {
    narrow.evidence.isClear && !broad.evidence.isClear
      && narrow.evidence.supports.count * 4 >= broad.evidence.supports.count * 3
  }

  /// Whether another lesson says the same and more, or newer corrections say something else on the topic.
  private func isOutdone(_ index: Int, by other: Int) -> Bool {
    let (idea, rival) = (ideas[index], ideas[other])
    if idea.lesson.includes(rival.lesson), Self.isCleaner(rival, than: idea) { return true }
    if rival.lesson.includes(idea.lesson), !Self.isCleaner(idea, than: rival) {
      return !idea.lesson.includes(rival.lesson) || other < index
    }
    return rival.lesson.topic == idea.lesson.topic && (rival.last, -other) > (idea.last, -index)
  }
}
