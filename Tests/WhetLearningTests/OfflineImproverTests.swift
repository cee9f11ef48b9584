import Testing
import WhetCore

@testable import WhetLearning

@Suite(.timeLimit(.minutes(1))) struct `Offline improver` {
  private static func lesson(_ rule: EditRule, _ status: Lesson.Status = .active) -> Lesson {
    var lesson = LessonWriter.lesson(for: rule, supports: [])
    lesson.status = status
    return lesson
  }

  private static let plain = lesson(rule(["old", "("], ["new", .keep(1)]))

  /// Lessons of every kind, among them rules with holes and guards.
  static let all: [Lesson] = {
    var guarded = rule(["early", "=", .hole(.expression)], ["late", .keep(1), .keep(2)])
    guarded.guards = [
      .companion(["clock", "(", ")"]), .line(word: "never", isPresent: false), .text(word: "absent", isPresent: false),
    ]
    let rules = [
      rule(["old", "("], ["new", .keep(1)]), guarded,
      rule([.hole(.chain), "==", "None"], [.keep(0), " is", .kept(2, leading: " ")]),
      rule(
        ["f", "(", .hole(.arguments), "x", "=", "1", .hole(.arguments), ")"],
        [.keep(0), .keep(1), .keep(2), "x", "=", "2", .keep(6), .keep(7)]),
      rule(["(", .hole(.content), ")", ";"], [.keep(0), .keep(1), .keep(2)]),
      rule(["'", .hole(.text), "%", .hole(.text), "'"], ["f", .keep(0), .keep(1), "{", "}", .keep(3), .keep(4)]),
      rule(["[", "]"], ["list", "(", ")"]), rule(["dump", "(", ")", .newline(0)], []),
      rule(["utilize"], ["use"], zones: [.prose, .list, .heading]), rule(["\u{7}"], ["bell"], zones: Zone.allCases),
    ]
    let documents: [LessonBody.Form] = [
      .of(ImportLine(statement: "from clocks import now", name: "now")),
      .of(RequiredSection(heading: "## Risks", body: "None known.", condition: "Plan")),
      .of(HeadingCase(names: ["Swift"])),
      .of(FenceLanguage(languages: ["def": "python", "import": "python"])),
    ]
    return rules.map { lesson($0) } + documents.map { LessonWriter.lesson(for: $0, supports: []) }
  }()

  @Test(arguments: ResponseFormat.allCases)
  func `gives back a response that no lesson fits byte for byte`(format: ResponseFormat) {
    var generator = SeededGenerator(seed: 21)
    let lesson = Self.lesson(rule(["no_such_word"], ["x"], zones: Zone.allCases))
    for _ in 0..<100 {
      let text = generator.oddText(most: 20)
      let improvement = OfflineImprover(lessons: [lesson]).improve(text, format: format)
      #expect(Array(improvement.text.utf8) == Array(text.utf8))
      #expect(improvement.applications.isEmpty)
    }
  }

  @Test func `says which lesson changed how many places`() {
    let other = Self.lesson(rule(["a"], ["b"]))
    let improvement = OfflineImprover(lessons: [Self.plain, other]).improve("old(1) old(2)", format: .code)
    #expect(improvement.text == "new(1) new(2)")
    #expect(improvement.applications == [.init(lesson: Self.plain.id, count: 2)])
  }

  @Test(arguments: [Lesson.Status.candidate, .retired, .disabled])
  func `uses active lessons only`(status: Lesson.Status) {
    let lesson = Self.lesson(rule(["old"], ["new"]), status)
    #expect(OfflineImprover(lessons: [lesson]).improve("old", format: .code).text == "old")
  }

  @Test func `applies the most literal rule first, whatever the order of the list`() {
    let lessons = [Self.lesson(rule(["a"], ["x"])), Self.lesson(rule(["a", "b"], ["y"]))]
    for list in [lessons, lessons.reversed()] {
      #expect(OfflineImprover(lessons: list).improve("a b a", format: .code).text == "y x")
    }
  }

  @Test func `goes on with what a rule has made, but not for ever`() {
    let chain = [Self.lesson(rule(["b"], ["c"])), Self.lesson(rule(["a"], ["b"]))]
    #expect(OfflineImprover(lessons: chain).improve("a", format: .code).text == "c")
    let circle = [Self.lesson(rule(["a"], ["b"])), Self.lesson(rule(["b"], ["a"]))]
    #expect(["a", "b"].contains(OfflineImprover(lessons: circle).improve("a", format: .code).text))
    let growing = Self.lesson(rule(["a"], [.keep(0), " a"]))
    #expect(OfflineImprover(lessons: [growing]).improve("a", format: .code).text.count < 100)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `improves an improved text no further`(seed: UInt64) {
    var learner = OfflineLearner()
    learner.learn(all: `Offline learner`.history(seed: seed, count: 14).map { PreparedPair($0) })
    let improver = OfflineImprover(lessons: learner.lessons)
    var generator = SeededGenerator(seed: seed &+ 100)
    for _ in 0..<60 {
      let program = generator.program(lines: 6)
      let once = improver.improve(program, format: .code, language: "python").text
      #expect(improver.improve(once, format: .code, language: "python").text == once, "\(program)")
    }
  }

  @Test(arguments: 0..<4)
  func `never fails on odd texts with lessons of every kind`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let improver = OfflineImprover(lessons: Self.all)
    for _ in 0..<150 {
      let pieces =
        SeededGenerator.pieces + ["old(", "f(x=1)", "== None", "# Plan", "utilize", "now", "dump()\n", "'a % b'"]
      let text = generator.text(of: pieces, most: 25)
      for format in [ResponseFormat.code, .documentation] { _ = improver.improve(text, format: format) }
    }
  }

  static let hopeless: [(name: String, text: String)] = [
    ("empty", ""), ("white space", String(repeating: " \t", count: 30_000)),
    ("line ends", String(repeating: "\r\n", count: 20_000)),
    ("one line of words", String(repeating: "word ", count: 200_000)),
    ("one line of calls", String(repeating: "old(a) ", count: 15_000)),
    ("one line of assignments", "clock() " + String(repeating: "early = a; ", count: 2_000)),
    ("one long word", String(repeating: "a", count: 500_000)),
    ("opening brackets", String(repeating: "(", count: 50_000)),
    ("closing brackets", String(repeating: ")", count: 50_000)),
    ("mixed brackets", String(repeating: "([{)]}", count: 5_000)),
    ("empty brackets", String(repeating: "[]", count: 8_000)),
    ("deep nesting", String(repeating: "(", count: 10_000) + "x" + String(repeating: ")", count: 10_000)),
    ("deep calls", String(repeating: "f(", count: 10_000) + "x=1" + String(repeating: ")", count: 10_000)),
    ("quotes", String(repeating: "'", count: 50_000)), ("backticks", String(repeating: "`", count: 50_000)),
    ("a long chain", "a" + String(repeating: ".a", count: 20_000) + " == None"),
    ("many comparisons", String(repeating: "a == None == ", count: 2_000)),
    ("per cent signs", "'" + String(repeating: "%", count: 20_000)),
    ("control characters", String(repeating: "\u{1}\u{7}\u{1B}[31m\u{8}", count: 1_000)),
    ("headings", String(repeating: "# Plan And More\n", count: 2_000)),
    ("fences", String(repeating: "```\ndef\n", count: 2_000)),
    ("imports", String(repeating: "import a\n", count: 3_000) + "now()\n"),
    ("joined emoji", String(repeating: "👩‍👩‍👧", count: 5_000)),
    ("combining marks", "e" + String(repeating: "\u{301}", count: 50_000)),
  ]

  @Test(arguments: hopeless.indices)
  func `takes a hopeless text in its stride`(index: Int) {
    let (name, text) = Self.hopeless[index]
    let improver = OfflineImprover(lessons: Self.all)
    let clock = ContinuousClock()
    let time = clock.measure {
      for format in [ResponseFormat.code, .documentation] { _ = improver.improve(text, format: format) }
    }
    #expect(time < .seconds(15), "\(name)")
  }
}
