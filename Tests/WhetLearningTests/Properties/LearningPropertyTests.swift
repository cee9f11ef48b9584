import Testing
import WhetCore

@testable import WhetLearning

/// What must hold of learning itself.
@Suite(.timeLimit(.minutes(1))) struct `Learning properties` {
  @Test(arguments: Subject.all, [1, 2, 3] as [UInt64])
  func `all at once is as one by one`(subject: Subject, seed: UInt64) {
    let (whole, history) = subject.learner(seed: seed)
    var single = OfflineLearner()
    for pair in history { single.learn(pair) }
    #expect(single.lessons == whole.lessons && !whole.lessons.isEmpty)
  }

  @Test(arguments: Subject.all, [1, 2] as [UInt64])
  func `what a copy learns is no matter of the other`(subject: Subject, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let history = subject.history(count: 8, using: &generator)
    let ways = (0..<2).map { way in
      (9...12).map { number in
        let text = subject.text(lines: 6, using: &generator)
        return pair(number, text, way == 0 ? text : subject.corrected(text), subject.format, language: subject.language)
      }
    }
    var common = OfflineLearner()
    for pair in history { common.learn(pair) }
    for way in ways {
      var copy = common
      for pair in way { copy.learn(pair) }
      var alone = OfflineLearner()
      for pair in history + way { alone.learn(pair) }
      #expect(copy.lessons == alone.lessons)
    }
  }

  @Test(arguments: Subject.all, [1, 2, 3, 4] as [UInt64])
  func `the order of independent corrections does not matter`(subject: Subject, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = subject.habits.flatMap { habit in
      habit.lines.map { line in
        let filler = subject.filler.filter { !$0.contains("```") }.randomElement(using: &generator) ?? ""
        let text = filler + "\n" + line.replacing("@", with: habit.before) + "\n"
        return (original: text, corrected: habit.apply(to: text))
      }
    }
    var wanted: (ids: Set<LessonID>, texts: [String])?
    let tried = (0..<20).map { _ in subject.text(lines: 6, using: &generator) }
    for _ in 0..<4 {
      let learner = learner(texts.shuffled(using: &generator), subject.format, language: subject.language)
      let found = (
        ids: Set(learner.lessons.map(\.id)), texts: tried.map { subject.improved($0, by: learner) }
      )
      if let wanted {
        #expect(found.ids == wanted.ids)
        #expect(found.texts == wanted.texts)
      } else {
        wanted = found
      }
    }
  }

  /// One correction, then a text nobody showed.
  struct Once: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var format: ResponseFormat
    var original: String
    var corrected: String
    var applies: [(text: String, result: String)]
  }

  static let once: [Once] = [
    Once(
      testDescription: "a named word", format: .conversation, original: "We utilize the old parser here.\n",
      corrected: "We use the old parser here.\n",
      applies: [("They utilize three servers.\n", "They use three servers.\n"), ("Utilize it.\n", "Use it.\n")]),
    Once(
      testDescription: "a called function", format: .code, original: "rows = slurp(path)\nshow(rows)\n",
      corrected: "rows = read_all(path)\nshow(rows)\n",
      applies: [("    return slurp(a.b)\n", "    return read_all(a.b)\n")]),
    Once(
      testDescription: "a member", format: .code, original: "log.warn(message)\n", corrected: "log.warning(message)\n",
      applies: [("    log.warn(\"low\", x)\n", "    log.warning(\"low\", x)\n")]),
    Once(
      testDescription: "a date", format: .documentation, original: "It was released on 5 March 2024 at noon.\n",
      corrected: "It was released on 2024-03-05 at noon.\n",
      applies: [("The meeting is on 14 July 2025 in Oslo.\n", "The meeting is on 2025-07-14 in Oslo.\n")]),
    Once(
      testDescription: "a form of a word", format: .conversation, original: "We are utilizing it.\n",
      corrected: "We are using it.\n",
      applies: [("They utilize it and utilized that.\n", "They use it and used that.\n")]),
    Once(
      testDescription: "a phrase", format: .documentation, original: "Stop it in order to save power.\n",
      corrected: "Stop it to save power.\n",
      applies: [("He called in order to ask.\n", "He called to ask.\n")]),
  ]

  @Test(arguments: once)
  func `one correction is enough for`(once: Once) {
    let learner = learner([(once.original, once.corrected)], once.format)
    #expect(learner.improved(once.original, once.format) == once.corrected)
    for (text, result) in once.applies { #expect(learner.improved(text, once.format) == result) }
  }
}
