import Foundation
import Testing
import WhetCore

@testable import WhetLearning

@Suite(.timeLimit(.minutes(1))) struct `Offline learner` {
  /// Programs with four preferences applied, each now and then not, and some accepted.
  static func history(seed: UInt64, count: Int) -> [TrainingPair] {
    var generator = SeededGenerator(seed: seed)
    return (1...count).map { number in
      let program = generator.program(lines: 5)
      let isAccepted = Int.random(in: 0..<6, using: &generator) == 0
      var corrected = program.replacing("fetch(", with: "load(").replacing("utilize", with: "use")
      if Int.random(in: 0..<4, using: &generator) > 0 {
        corrected = corrected.replacing("        print(\"debug\")\n", with: "")
      }
      if Int.random(in: 0..<5, using: &generator) > 0 { corrected = corrected.replacing(" + 2", with: " + 3") }
      return pair(
        number, isAccepted ? corrected : program, corrected, language: Bool.random(using: &generator) ? "python" : nil)
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `learns the same from the same history, one by one or all at once`(seed: UInt64) throws {
    let history = Self.history(seed: seed, count: 16)
    var first = OfflineLearner()
    var second = OfflineLearner()
    var third = OfflineLearner()
    for pair in history { first.learn(pair) }
    for pair in history { second.learn(PreparedPair(pair)) }
    third.learn(all: history.map { PreparedPair($0) })
    #expect(!first.lessons.isEmpty)
    #expect(first.lessons == second.lessons)
    #expect(first.lessons == third.lessons)
    #expect(first.history == history.map(\.id))
    #expect(Set(first.lessons.map(\.id)).count == first.lessons.count)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `never changes a corrected or accepted text it knows`(seed: UInt64) {
    let history = Self.history(seed: seed, count: 16)
    var learner = OfflineLearner()
    learner.learn(all: history.map { PreparedPair($0) })
    for pair in history {
      #expect(learner.improved(pair.corrected, language: pair.language) == pair.corrected)
    }
  }

  @Test func `comes back from JSON with the same lessons`() throws {
    var learner = OfflineLearner()
    learner.learn(all: Self.history(seed: 1, count: 16).map { PreparedPair($0) })
    let data = try JSONEncoder().encode(learner.lessons)
    #expect(try JSONDecoder().decode([Lesson].self, from: data) == learner.lessons)
  }

  @Test func `lists the corrections behind a lesson in the order they came`() {
    var learner = OfflineLearner()
    let known: Set<CorrectionID> = Set((1...16).map { CorrectionID("c\($0)") })
    learner.learn(all: Self.history(seed: 2, count: 16).map { PreparedPair($0) })
    for lesson in learner.lessons {
      #expect(!lesson.supports.isEmpty && known.isSuperset(of: lesson.supports))
      let numbers = lesson.supports.compactMap { Int($0.rawValue.dropFirst()) }
      #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
    }
  }

  @Test func `supports are the corrections that show the lesson, not others`() {
    let learner = learner([
      ("a = old(1)\nx()\n", "a = new(1)\nx()\n"), ("b = 2\n", "b = 3\n"), ("z(old(c))\n", "z(new(c))\n"),
      ("q()\n", "q()\n"),
      ("return old(d.e)\n", "return new(d.e)\n"),
    ])
    #expect(learner.lessons.contains { Set($0.supports.map(\.rawValue)) == ["c1", "c3", "c5"] })
    #expect(learner.lessons.allSatisfy { !$0.supports.contains(CorrectionID("c4")) })
  }

  @Test func `reports what each correction changed`() {
    var learner = OfflineLearner()
    let first = learner.learn(pair(1, "a = old(1)\n", "a = new(1)\n"))
    #expect(first.added == learner.lessons.map(\.id) && !first.added.isEmpty)
    #expect(!learner.learn(pair(2, "return old(b)\n", "return new(b)\n")).isEmpty)
    let known = Set(learner.lessons.map(\.id))
    let third = learner.learn(pair(3, "z(old(c))\n", "z(new(c))\n"))
    #expect(third.confirmed.allSatisfy(known.contains) && third.added.allSatisfy { !known.contains($0) })
    #expect(!third.isEmpty)
    #expect(learner.learn(pair(4, "unrelated()\n", "unrelated()\n")).isEmpty)
  }

  @Test func `retires a lesson that a later correction contradicts`() {
    var learner = learner([("a = old(1)\n", "a = new(1)\n"), ("b = old(2)\n", "b = new(2)\n")])
    let before = Set(learner.lessons.map(\.id))
    #expect(!before.isEmpty)
    var retired: Set<LessonID> = []
    for number in 3...5 {
      let text = "v\(number) = old(\(number))\n"
      retired.formUnion(learner.learn(pair(number, text, text)).retired)
    }
    #expect(!retired.isDisjoint(with: before))
    #expect(learner.improved("v3 = old(3)\n") == "v3 = old(3)\n")
  }

  @Test func `learns nothing from nothing`() {
    #expect(learner([]).lessons.isEmpty)
    #expect(learner([("", ""), ("", "a"), ("a", ""), ("\n", "\n\n"), (" ", "  ")]).lessons.isEmpty)
  }

  @Test(arguments: 0..<4)
  func `never fails on odd texts`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var learner = OfflineLearner()
    for number in 0..<15 {
      let original = generator.oddText(most: 25)
      let corrected =
        Bool.random(using: &generator) ? original + generator.oddText(most: 4) : generator.oddText(most: 25)
      learner.learn(pair(number, original, corrected, ResponseFormat.allCases[number % ResponseFormat.allCases.count]))
    }
    for number in 0..<10 { _ = learner.improved(generator.oddText(most: 25), ResponseFormat.allCases[number % 5]) }
  }

  @Test func `takes a long line with many edits in its stride`() {
    let words = (0..<6_000).map { "w\($0)" }
    let original = words.joined(separator: " ")
    let corrected = words.enumerated().map { $0.offset % 60 == 0 ? "new\($0.offset)" : $0.element }.joined(
      separator: " ")
    let clock = ContinuousClock()
    let time = clock.measure {
      var learner = OfflineLearner()
      learner.learn(pair(1, original, corrected))
      learner.learn(pair(2, original + " end", corrected + " end"))
    }
    #expect(time < .seconds(20))
  }
}
