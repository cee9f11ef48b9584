import Testing

@testable import WhetTerminal

struct WordDiffTests {
  func rows(_ old: String, _ new: String, painter: Painter = .plain) -> [String] {
    TextDiff(old: old, new: new).words(oldName: "a", newName: "b", painter: painter).dropFirst(2).map(\.printable)
  }

  @Test(
    arguments: [
      ("the quick fox\n", "the slow fox\n", ["@@ -1 +1 @@", "the [-quick-]{+slow+} fox"]),
      ("if a == None:\n", "if a is None:\n", ["@@ -1 +1 @@", "if a [-==-]{+is+} None:"]),
      ("x\n", "x\ny z\n", ["@@ -1 +1,2 @@", "x", "{+y z+}"]),
      ("x\ny z\n", "y z\n", ["@@ -1,2 +1 @@", "[-x-]", "y z"]),
      ("a b\n", "a\nb\n", ["@@ -1 +1,2 @@", "a[- -]{+↵+}", "b"]),
      ("a", "a\n", ["@@ -1 +1 @@", "a{+↵+}"]),
      ("a\r\nb\r\n", "a\nb\r\n", ["@@ -1,2 +1,2 @@", #"a[-\u{0D}-]"#, #"b\u{0D}"#]),
      ("\u{E9}\n", "e\u{301}\n", ["@@ -1 +1 @@", "[-\u{E9}-]{+e\u{301}+}"]),
      ("漢字 x\n", "漢語 x\n", ["@@ -1 +1 @@", "[-漢字-]{+漢語+} x"]),
      ("a\n\nb\n", "a\nb\n", ["@@ -1,3 +1,2 @@", "a", "[-↵-]", "b"]),
      ("a \u{1B}[2J\n", "b \u{1B}[2J\n", ["@@ -1 +1 @@", #"[-a-]{+b+} \u{1B}[2J"#]),
    ])
  func `words that changed stand between marks`(_ old: String, _ new: String, _ expected: [String]) {
    #expect(rows(old, new).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func `equal texts show nothing`() {
    #expect(TextDiff(old: "a", new: "a").words(oldName: "a", newName: "b") == [])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `both texts can be read back from the words`(_ seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let alphabet = ["a", "b", " ", "\n", ".", "é", "e\u{301}", "\r\n", "\t", "12"]
    func text() -> String {
      (0..<Int.random(in: 0...30, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? "" }
        .joined()
    }
    let (old, new) = (text(), text())
    let pieces = WordDiff(old: old, new: new).pieces
    #expect(pieces.filter { $0.kind != .added }.map(\.text).joined().utf8.elementsEqual(old.utf8))
    #expect(pieces.filter { $0.kind != .removed }.map(\.text).joined().utf8.elementsEqual(new.utf8))
  }

  @Test func `in colour the words that changed within a line stand out`() {
    let diff = TextDiff(old: "if a == None:\n", new: "if a is None:\n")
    let rows = diff.unified(oldName: "x", newName: "y", painter: Painter(isOn: true)).suffix(2).map(\.printable)
    #expect(
      rows.first == "\u{1B}[31m-\u{1B}[0m\u{1B}[31mif a \u{1B}[0m\u{1B}[1;31m==\u{1B}[0m\u{1B}[31m None:\u{1B}[0m")
    #expect(rows.last?.contains("\u{1B}[1;32mis\u{1B}[0m") == true)
    #expect(diff.unified(oldName: "x", newName: "y").suffix(2) == ["-if a == None:", "+if a is None:"])
  }

  @Test func `lines that have little in common are not marked`() {
    let diff = TextDiff(old: "one two three\n", new: "vier\n")
    let rows = diff.unified(oldName: "x", newName: "y", painter: Painter(isOn: true)).suffix(2).map(\.printable)
    #expect(rows == ["\u{1B}[31m-one two three\u{1B}[0m", "\u{1B}[32m+vier\u{1B}[0m"])
  }

  @Test(.timeLimit(.minutes(1)))
  func `long lines and many of them take a bounded time`() {
    let long = (0..<50_000).map { "a\($0) " }.joined()
    let many = (0..<1_500).map { line in (0..<600).map { "w\(line)x\($0) " }.joined() + "\n" }.joined()
    for (old, new) in [(long, long.replacing("a", with: "b")), (many, many.replacing("x", with: "y"))] {
      let diff = TextDiff(old: old, new: new)
      #expect(!diff.words(oldName: "a", newName: "b").isEmpty)
      #expect(!diff.unified(oldName: "a", newName: "b", painter: Painter(isOn: true)).isEmpty)
    }
  }
}
