import Foundation
import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Place facts` {
  struct Place: Sendable, CustomTestStringConvertible {
    var text: String
    /// The word the place is, where it stands first.
    var word: String
    var format = ResponseFormat.code
    var holds: [PlaceFact]
    var not: [PlaceFact]
    var testDescription: String { "‹\(word)› in \(text.debugDescription)" }

    func range(in text: TokenText) -> Range<Int> {
      let start = text.positions[word]?.first ?? 0
      return start..<(start + 1)
    }
  }

  static let places: [Place] = [
    Place(
      text: "a = client.get(url)\n", word: "get",
      holds: [
        .left("."), .right("("), .leftKind(.sign), .rightKind(.opening), .joinedLeft, .joinedRight, .zone(.code),
        .nearLeft("="), .nearRight(")"), .receiver("client"), .lineStart("a"),
      ], not: [.receiver("get"), .call("get"), .digits(1), .left("client"), .block("a")]),
    Place(
      text: "send(base, [1, value])\n", word: "value",
      holds: [.left(","), .right("]"), .rightKind(.closing), .lineWord("send"), .lineStart("send")],
      not: [.joinedLeft, .receiver("send"), .digits(1)]),
    Place(
      text: "send(base, value)\n", word: "value", holds: [.call("send"), .lineWord("send")], not: [.call("value")]),
    Place(
      text: "async def f():\n    for x in y:\n        go(wait)\n", word: "wait",
      holds: [.block("for"), .block("async"), .call("go"), .lineAbove("for")], not: [.block("go"), .lineAbove("go")]),
    Place(
      text: "@cached\ndef f():\n    pass\n", word: "def",
      holds: [.lineAbove("@"), .leftKind(.lineEnd), .rightKind(.word)],
      not: [.lineStart("def"), .joinedLeft]),
    Place(
      text: "import json\nx = load(1)\n", word: "x", holds: [.textWord("json"), .textWord("load"), .lineWord("load")],
      not: [.textWord("x"), .textWord("absent")]),
    Place(text: "wait(300)\n", word: "300", holds: [.digits(3), .call("wait")], not: [.digits(2)]),
    Place(
      text: "# Set Up\n\nSee the Cat, (now).\n", word: "Cat", format: .documentation,
      holds: [
        .section("set up"), .zone(.prose), .left("the"), .leftKind(.word), .rightKind(.sign), .nearRight("("),
        .lineWord("see"), .lineStart("see"),
      ], not: [.section("Set Up"), .left("The"), .receiver("the"), .block("see"), .textWord("see")]),
    Place(
      text: "The Old \"cat\" 7", word: "cat", format: .conversation, holds: [.leftKind(.quote), .rightKind(.quote)],
      not: [.section("the")]),
    Place(
      text: "The Old cat 7", word: "cat", format: .conversation,
      holds: [.leftKind(.capitalisedWord), .rightKind(.number), .right("7")], not: [.joinedRight]),
    Place(
      text: "The move of 2024-03-09.\n", word: "03", format: .conversation,
      holds: [.run("9-9-9"), .digitsOfRun("9999-99-99"), .format(.conversation), .language(.english)],
      not: [.run("9-9"), .format(.mixed), .codePart(.statement)]),
    Place(
      text: "Take (K-33-90) and go.\n", word: "33", format: .documentation,
      holds: [.run("a-9-9"), .digitsOfRun("a-99-99"), .format(.documentation)], not: [.run("(a-9-9)")]),
    Place(
      text: "x = 1  # the old one\n", word: "old", holds: [.codePart(.comment)], not: [.codePart(.string), .run("a")]),
    Place(text: "(last)", word: ")", holds: [.rightKind(.lineEnd)], not: [.right("("), .joinedRight]),
  ]

  @Test(arguments: [
    ("a = f(1)\nb = g(a)\n", true), ("a = f(1)\nb = g(2)\n", false), ("a = f(1)\nb = g(c.a)\n", false),
    ("a = f(1)\nb = g(\"a\")  # a\n", false), ("let a = f(a)\ng(2)\n", false), ("a == f(1)\nb = g(a)\n", false),
    ("a := f(1)\nb := a.b\n", true),
    ("b(a = 1)", false),
    ("const {id} = await f(1);\nconst b = await g(id);\n", true), ("a, b = f(1)\nc = g(b)\n", true),
    ("[a, b] = f(1);  c = g(a);", true), ("self.a = f(1)\nb = g(self.a)\n", true),
    ("self.a = f(1)\nb = g(a)\n", false), ("self.a = f(1)\nb = g(other.a)\n", false),
    ("a = f(1)\nreturn a\n", true), ("a = f(1)\na.b = 2\n", true), ("rows[i] = f(1)\ng(i)\n", false),
    ("let a: Int = f(1)\nlet b: Int = g(2)\n", false), ("let a: Int = f(1)\nlet b: Int = g(a)\n", true),
    ("String a = f(1);\nString b = g(2);\n", false), ("Map<String, Int> a = f(1);\nString b = g(2);\n", false),
    ("List<Int> a = f(1);\nList<Int> b = g(a);\n", true), ("plot(color=color)\nshow(color)\n", false),
    ("a = f(1)\nb = g(a: 2)\n", false), ("a = f(1)\nb = g(a=2)\n", false), ("a = f(1)\nb = g(a=a)\n", true),
    ("a, err := f(1)\nb, err := g(2)\n", false), ("a = f(1)\n  .map(a)\n", false),
    ("if a {\n  b = f(1)\n  g(b)\n}\n", true), ("a = f(b(\n  1))\nc = g(a)\n", true),
    ("f(x, y) { a = 1 }", false),
    (String(repeating: "a = f(1); ", count: 40) + "b = g(a);", false),
  ])
  func `see where a name that is assigned is used again`(text: String, isDependent: Bool) {
    let code = TokenText(text, format: .code)
    #expect(PlaceFact.dependence.holds(for: 0..<code.count, in: code) == isDependent)
    #expect(PlaceFact.all(of: 0..<code.count, in: code, isFar: false).contains(.dependence) == isDependent)
    let words = TokenText(text, format: .conversation)
    #expect(!PlaceFact.dependence.holds(for: 0..<words.count, in: words))
  }

  @Test(arguments: places)
  func `are seen where they hold and nowhere else`(place: Place) {
    let text = TokenText(place.text, format: place.format)
    let range = place.range(in: text)
    let all = PlaceFact.all(of: range, in: text, isFar: true)
    for fact in place.holds {
      #expect(fact.holds(for: range, in: text), "\(fact)")
      if case .textWord = fact { continue }
      #expect(all.contains(fact), "\(fact)")
    }
    for fact in place.not {
      #expect(!fact.holds(for: range, in: text), "\(fact)")
      #expect(!all.contains(fact), "\(fact)")
    }
  }

  @Test(arguments: places)
  func `that are listed hold, and fewer are listed where only the nearest are asked for`(place: Place) {
    let text = TokenText(place.text, format: place.format)
    let range = place.range(in: text)
    let all = PlaceFact.all(of: range, in: text, isFar: true)
    #expect(all.allSatisfy { $0.holds(for: range, in: text) })
    #expect(PlaceFact.all(of: range, in: text, isFar: false).isSubset(of: all))
  }

  @Test(arguments: 0..<4)
  func `never fail at any place of odd texts`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let text = TokenText(
        generator.oddText(most: 12), format: ResponseFormat.allCases.randomElement(using: &generator) ?? .code)
      for _ in 0..<6 {
        let start = Int.random(in: 0...text.count, using: &generator)
        let range = start..<Int.random(in: start...text.count, using: &generator)
        for fact in PlaceFact.all(of: range, in: text, isFar: true) {
          #expect(fact.holds(for: range, in: text), "\(fact)")
        }
        for fact in Self.places.flatMap({ $0.holds + $0.not }) { _ = fact.holds(for: range, in: text) }
      }
    }
  }

  @Test func `name a line's end by its sign`() {
    let facts: [PlaceFact] = [.left("\n"), .right("\n")]
    #expect(facts.allSatisfy { $0.summary.contains("⏎") && !$0.summary.contains("\n") })
  }

  @Test func `come back from JSON, each in words of its own`() throws {
    let facts = Array(Set(Self.places.flatMap { $0.holds + $0.not }))
    let guards: [RuleGuard] = [.any(facts), .none(facts), .any([]), .none([])]
    #expect(try JSONDecoder().decode([RuleGuard].self, from: JSONEncoder().encode(guards)) == guards)
    #expect(Set(facts.map(\.summary)).count == facts.count)
  }
}
