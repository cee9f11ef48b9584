public import WhetCore

/// What an agent is told, for one lesson or for several that say it together.
public struct LessonInstruction: Sendable, Equatable {
  /// Complete without a rule.
  public var words: String
  /// Of different lessons, those with most evidence first.
  public var examples: [Lesson.Example]
  /// The lessons it stands for.
  public var lessons: [LessonID]

  /// What people decided of the words of lessons.
  public struct Arrangement: Sendable, Equatable {
    /// For each lesson that stands under another one's words, that one; where that is not among the lessons, the lesson
    /// stands for itself.
    public var merges: [LessonID: LessonID]
    /// The lessons whose words are a person's.
    public var worded: Set<LessonID>

    public init(merges: [LessonID: LessonID] = [:], worded: Set<LessonID> = []) {
      self.merges = merges
      self.worded = worded
    }
  }

  /// The instructions for a set of lessons, those with most evidence first.
  ///
  /// Lessons with equal words are one instruction, and so are rules that differ in their literals only, unless a person
  /// worded or merged them.
  public static func all(of lessons: [Lesson], arrangement: Arrangement = Arrangement()) -> [LessonInstruction] {
    let groups = Self.groups(lessons, arrangement.merges)
    var keys: [Key] = []
    var families: [Key: [[Lesson]]] = [:]
    for group in groups {
      let key = Key(of: group, arrangement)
      if families[key] == nil { keys.append(key) }
      families[key, default: []].append(group)
    }
    let all = keys.flatMap { key in Self.instructions(for: key, families[key] ?? [], arrangement) }
    return all.enumerated().sorted { ($1.element.evidence, $0.offset) < ($0.element.evidence, $1.offset) }
      .map(\.element.instruction)
  }

  /// How many different instructions of one form are said in one line.
  private static let mostTogether = 12

  private typealias Weighed = (instruction: LessonInstruction, evidence: Int)

  /// What can be said in one instruction has the same key.
  private enum Key: Hashable {
    /// The same words.
    case words(String)
    /// The same rule but for its literals.
    case form(RuleForm)

    init(of group: [Lesson], _ arrangement: Arrangement) {
      let head = group[0]
      let isAlone = group.count == 1 && !arrangement.worded.contains(head.id)
      if isAlone, let form = RuleForm(head) { self = .form(form) } else { self = .words(head.words) }
    }
  }

  /// Lessons that a person merged, each with the one whose words count first.
  private static func groups(_ lessons: [Lesson], _ merges: [LessonID: LessonID]) -> [[Lesson]] {
    let known = Set(lessons.map(\.id))
    func head(_ id: LessonID) -> LessonID {
      var (id, seen) = (id, Set([id]))
      while let next = merges[id], known.contains(next), seen.insert(next).inserted { id = next }
      return id
    }
    var order: [LessonID] = []
    var groups: [LessonID: [Lesson]] = [:]
    for lesson in lessons {
      let head = head(lesson.id)
      if groups[head] == nil { order.append(head) }
      groups[head, default: []].append(lesson)
    }
    return order.map { id in
      let group = groups[id] ?? []
      return group.filter { $0.id == id }
        + group.filter { $0.id != id }.sorted { $1.supports.count < $0.supports.count }
    }
  }

  private static func instructions(for key: Key, _ groups: [[Lesson]], _ arrangement: Arrangement) -> [Weighed] {
    switch key {
    case .words: [weighed(groups.flatMap { $0 }, words: said(groups.flatMap { $0 }, arrangement))]
    case .form(let form):
      stride(from: 0, to: groups.count, by: mostTogether).map { start in
        let part = groups.flatMap { $0 }.sorted { $1.supports.count < $0.supports.count }
          .dropFirst(start).prefix(mostTogether)
        return weighed(Array(part), words: part.count == 1 ? part[start].words : form.words(for: Array(part)))
      }
    }
  }

  /// What a merged group says: the first one's words and, where they are not a person's, also the others'.
  private static func said(_ group: [Lesson], _ arrangement: Arrangement) -> String {
    guard let head = group.first else { return "" }
    var words = [head.words]
    guard !arrangement.worded.contains(head.id) else { return head.words }
    for lesson in group.dropFirst() where !words.contains(lesson.words) { words.append(lesson.words) }
    return words.joined(separator: " ")
  }

  private static func weighed(_ lessons: [Lesson], words: String) -> Weighed {
    var examples: [Lesson.Example] = []
    for example in lessons.compactMap(\.example) where !examples.contains(example) { examples.append(example) }
    let supports = lessons.reduce(into: Set<CorrectionID>()) { $0.formUnion($1.supports) }
    return (LessonInstruction(words: words, examples: examples, lessons: lessons.map(\.id)), supports.count)
  }
}
