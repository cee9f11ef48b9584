import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Tokeniser` {
  @Test(arguments: [
    "", " ", "\n", "\r\n", "a\r\nb\r\n", "a\rb", "\ta\t b \n\n", "e\u{301} é", "🙂👩‍👩‍👧🇩🇪", "```", "```\nunclosed",
    "```swift\r\nx\r\n```\r\n",
    "~~~\n```\n~~~", "\u{FEFF}# a", "a\u{0}b", "'", "\"\\\"\"", "\u{2028}\u{A0}", "(((", "x == y != z",
  ])
  func `keeps every byte of a text`(text: String) {
    for format in ResponseFormat.allCases {
      #expect(Array(TokenText(text, format: format).text.utf8) == Array(text.utf8))
    }
  }

  @Test(arguments: 0..<4)
  func `keeps every byte of a random text`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let text = generator.oddText(most: 30)
      for format in [ResponseFormat.code, .documentation] {
        let tokens = TokenText(text, format: format)
        #expect(Array(tokens.text.utf8) == Array(text.utf8), "\(text.debugDescription)")
        #expect(tokens.tokens.allSatisfy { !$0.text.isEmpty && !$0.text.contains(" ") })
      }
    }
  }

  @Test(arguments: [
    ("a_1 = f(x)", ["a_1", "=", "f", "(", "x", ")"]), ("x==y", ["x", "==", "y"]), ("x = =y", ["x", "=", "=", "y"]),
    ("a->b", ["a", "->", "b"]), ("a===b", ["a", "===", "b"]), ("1.5", ["1", ".", "5"]), ("naïve日本", ["naïve日本"]),
    ("e\u{301}a", ["e\u{301}a"]), ("a\n b", ["a", "\n", "b"]), ("'it'", ["'", "it", "'"]), ("1st", ["1st"]),
    ("---", ["--", "-"]),
  ])
  func `cuts code into words, numbers, operators and signs`(text: String, tokens: [String]) {
    #expect(code(text).tokens.map(\.text) == tokens)
  }

  @Test func `joins no operators in running text`() {
    #expect(prose("a == b").tokens.map(\.text) == ["a", "=", "=", "b"])
  }

  @Test(arguments: [
    ("Some words", Zone.prose), ("# Title", .heading), ("###### Title", .heading), ("####### Title", .prose),
    ("#tag", .prose),
    (" #tag", .prose), ("  # Title", .heading), ("- item", .list), ("* item", .list), ("+ item", .list),
    ("  - item", .list),
    ("-item", .prose), ("1. item", .list), ("12) item", .list), ("3.14 is less", .prose), ("1.", .list),
    ("1st. item", .prose),
    ("```", .fence), ("~~~ python", .fence), ("``", .inlineCode), ("**bold** text", .prose),
    ("```x``` is code", .inlineCode),
  ])
  func `gives a line its zone`(line: String, zone: Zone) {
    #expect(prose(line + "\n").tokens.first?.zone == zone)
  }

  @Test(arguments: [
    ("a `b` c", [Zone.prose, .inlineCode, .inlineCode, .inlineCode, .prose]),
    ("a `b\nc", [.prose, .inlineCode, .inlineCode, .inlineCode, .prose]),
    ("```\na\n```\nb", [.fence, .fence, .fence, .fence, .code, .code, .fence, .fence, .fence, .fence, .prose]),
  ])
  func `gives each token its zone`(text: String, zones: [Zone]) {
    #expect(prose(text).tokens.map(\.zone) == zones)
  }

  @Test(arguments: [
    "```\nx\n~~~\nx\n```", "````\nx\n```\nx\n````", "~~~\nx\n```\nx\n~~~", "```\nx\n```python\nx\n```",
    "```\nx\nx\nx\n```",
  ])
  func `closes a fence only with an equal one`(text: String) {
    let tokens = prose(text + "\nafter").tokens
    #expect(tokens.filter { $0.text == "x" }.allSatisfy { $0.zone == .code })
    #expect(tokens.last?.zone == .prose)
    #expect(tokens.count { $0.text == "\n" && $0.zone == .fence } == 2)
  }

  @Test func `takes all of a code response as code`() {
    #expect(code("# a comment\n- x\n1. y").tokens.allSatisfy { $0.zone == .code })
  }

  @Test func `counts lines from 0`() {
    #expect(prose("a\n\nb c\n").tokens.map(\.line) == [0, 0, 1, 2, 2, 2])
  }

  @Test(arguments: ["", "a", "a\n", "a b\n\nc", "\n\n", "x\r\ny"])
  func `knows where each line begins and ends`(text: String) {
    let tokens = prose(text)
    for index in 0..<tokens.count {
      let line = tokens.tokens[index].line
      #expect(tokens.lineStart(index) == tokens.tokens.firstIndex { $0.line == line })
      let end = tokens.tokens.indices.first { $0 >= index && tokens.tokens[$0].kind == .newline } ?? tokens.count
      #expect(tokens.lineEnd(index) == end)
    }
  }
}
