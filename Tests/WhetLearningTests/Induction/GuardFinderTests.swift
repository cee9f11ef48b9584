import Testing
import WhetCore

@testable import WhetLearning

@Suite(.timeLimit(.minutes(1))) struct `Guards` {
  private func guards(_ learner: OfflineLearner) -> [RuleGuard] {
    learner.lessons.flatMap { lesson -> [RuleGuard] in
      guard case .edit(let rule) = lesson.body.form else { return [] }
      return rule.guards
    }
  }

  @Test func `separate the places that were right from those that were wrong`() {
    let learner = learner([
      ("x = client.fetch(a)\n", "x = client.load(a)\n"), ("y = client.fetch(b)\n", "y = client.load(b)\n"),
      ("z = cache.fetch(c)\n", "z = cache.fetch(c)\n"), ("return client.fetch(d)\n", "return client.load(d)\n"),
    ])
    #expect(learner.improved("q = client.fetch(e)\n") == "q = client.load(e)\n")
    #expect(learner.improved("q = cache.fetch(e)\n") == "q = cache.fetch(e)\n")
  }

  @Test func `keep a rule from a call it was wrong in`() {
    let learner = learner([
      ("old(a)\n", "new(a)\n"), ("x = old(b)\n", "x = new(b)\n"), ("if old(c):\n    go()\n", "if new(c):\n    go()\n"),
      ("keep(old(d))\n", "keep(old(d))\n"), ("y = old(e)\n", "y = new(e)\n"),
    ])
    #expect(learner.improved("keep(old(d))\n") == "keep(old(d))\n")
    #expect(learner.improved("z = old(f)\n") == "z = new(f)\n")
    #expect(!guards(learner).isEmpty)
  }

  @Test func `say the kind of text only where nothing was wrong`() {
    let learner = learner(
      [("We utilize it.\n", "We use it.\n"), ("You utilize that.\n", "You use that.\n")], .conversation)
    #expect(guards(learner) == [.any([.format(.conversation)]), .any([.language(.english)])])
    #expect(learner.improved("They utilize nothing.\n", .conversation) == "They use nothing.\n")
  }

  @Test func `see that statements that need their order are not put together`() {
    func text(_ lines: String) -> String { "begin();\n\(lines)show(1);\n" }
    func both(_ first: (String, String), _ second: (String, String)) -> (String, String) {
      (
        text("const \(first.0) = await \(first.1);\nconst \(second.0) = await \(second.1);\n"),
        text("const [\(first.0), \(second.0)] = await Promise.all([\(first.1), \(second.1)]);\n")
      )
    }
    let dependent = text("const user = await signIn(mail);\nconst plan = await loadPlan(user.id);\n")
    let learner = learner([
      both(("books", "readBooks(7)"), ("fees", "api.fees()")), both(("size", "measure(box)"), ("rate", "rates.now()")),
      (dependent, dependent), both(("map", "draw(place)"), ("legend", "explain(\"map\")")),
    ])
    let (original, corrected) = both(("notes", "store.notes(3)"), ("tags", "listTags(mine)"))
    #expect(learner.improved(original) == corrected)
    for other in [
      text("const key = await newKey();\nconst box = await seal(letter, key);\n"),
      text("const {id} = await findUser(mail);\nconst rows = await loadRows(id);\n"),
    ] {
      #expect(learner.improved(other) == other)
    }
    #expect(guards(learner).contains(.none([.dependence])))
  }

  /// Twenty corrections of four kinds of line that have nothing in common beside the edit.
  private var renamed: [(original: String, corrected: String)] {
    (0..<20).map { number in
      let line = ["x\(number) = old(a)\n", "return old(a)\n", "if old(a): go()\n", "print(old(a\(number)))\n"][
        number % 4]
      return (line, line.replacing("old(", with: "new("))
    }
  }

  @Test func `are looked for among older places once the newest are settled`() {
    let older = (0..<4).map { "keep(old(b\($0)))\n" }
    let newest = (0..<10).map { text in (0..<16).map { "y\(text) = cache.old(c\($0))\n" }.joined() }
    let learner = learner(renamed + (older + newest).map { ($0, $0) })
    #expect(learner.improved("z = old(d)\n") == "z = new(d)\n")
    for text in ["keep(old(d))\n", "z = cache.old(d)\n"] { #expect(learner.improved(text) == text) }
  }

  @Test func `keep a rule first from where it is wrong, then from where people did something else`() {
    let different = (0..<3).map { ("y\($0) = cache.old(c)\n", "y\($0) = cache.other(c, \($0))\n") }
    let wrong = (0..<3).map { "keep(old(b\($0)))\n" }.map { ($0, $0) }
    let learner = learner(renamed + different + wrong)
    #expect(guards(learner).map(\.summary) == ["in a statement", "not inside ‹keep(…)›", "not ‹.› stands before it"])
  }

  @Test func `are found in long code on one line`() {
    func code(_ names: (String, String)) -> String {
      (1...60).map { "\(names.0)\($0)=\(names.1)(\"\($0)\");" }.joined() + "old(\(names.0)1);"
    }
    func new(_ text: String) -> String { text.replacing("old(", with: "new(") }
    let texts = [("a", "f"), ("b", "g"), ("c", "h"), ("d", "k")].map(code)
    let learner = learner(texts.map { ($0, new($0)) } + [("keep(old(1));\n", "keep(old(1));\n")])
    let other = code(("e", "m"))
    #expect(learner.improved(other) == new(other))
  }

  @Test func `cannot save a rule that was wrong in the same surroundings`() {
    let text = "x = old(1)\n"
    let learner = learner([(text, "x = new(1)\n"), (text, text)])
    #expect(learner.improved(text) == text)
  }

  @Test(arguments: [0, 2, 10, 40])
  func `weigh newer outcomes more: a few undoings end what was often right`(supports: Int) {
    let texts = ["We @ it.\n", "They @ a lot.\n", "Please @ both.\n"]
    func text(_ number: Int, _ word: String) -> String {
      texts[number % 3].replacing("@", with: word) + "Line \(number).\n"
    }
    var history = (0..<supports).map { (original: text($0, "commence"), corrected: text($0, "start")) }
    history += (100..<104).map { (original: text($0, "start"), corrected: text($0, "commence")) }
    let learner = learner(history, .conversation)
    for number in 200..<203 {
      #expect(learner.improved(text(number, "commence"), .conversation) == text(number, "commence"))
    }
  }
}
