import Testing

@testable import WhetTerminal

struct TextDiffTests {
  func rows(_ old: String, _ new: String, context: Int = 3) -> [String] {
    Array(
      TextDiff(old: old, new: new).unified(oldName: "a", newName: "b", context: context).dropFirst(2).map(\.printable))
  }

  @Test func `equal texts have no difference`() {
    let diff = TextDiff(old: "a\nb\n", new: "a\nb\n")
    #expect(diff.isEmpty)
    #expect(diff.unified(oldName: "a", newName: "b") == [])
  }

  @Test(
    arguments: [
      ("", "a\n", ["@@ -0,0 +1 @@", "+a"]),
      ("a\n", "", ["@@ -1 +0,0 @@", "-a"]),
      ("a\nb\nc\n", "a\nB\nc\n", ["@@ -1,3 +1,3 @@", " a", "-b", "+B", " c"]),
      ("a", "a\n", ["@@ -1 +1 @@", "-a", #"\ No newline at end of file"#, "+a"]),
      ("a\nx", "b\nx", ["@@ -1,2 +1,2 @@", "-a", "+b", " x", #"\ No newline at end of file"#]),
      ("a\r\n", "a\n", ["@@ -1 +1 @@", #"-a\u{0D}"#, "+a"]),
      ("\u{E9}\n", "e\u{301}\n", ["@@ -1 +1 @@", "-\u{E9}", "+e\u{301}"]),
      ("a\n", "\u{1B}[2J\n", ["@@ -1 +1 @@", "-a", #"+\u{1B}[2J"#]),
    ])
  func `changes are shown as diff -u shows them`(_ old: String, _ new: String, _ expected: [String]) {
    #expect(rows(old, new).map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func `changes far apart have a hunk each and near ones share one`() {
    let old = (1...30).map { "\($0)\n" }.joined()
    let new = old.replacing("\n5\n", with: "\nfive\n").replacing("\n25\n", with: "\nx\n").replacing(
      "\n28\n", with: "\n")
    let heads = rows(old, new).filter { $0.hasPrefix("@@") }
    #expect(heads == ["@@ -2,7 +2,7 @@", "@@ -22,9 +22,8 @@"])
    #expect(rows(old, new, context: 0).first == "@@ -5 +5 @@")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `both texts can be read back from the difference`(_ seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let text = {
      (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        ["a", "b", "c", ""].randomElement(using: &generator).map { $0 + "\n" } ?? ""
      }
    }
    let old = text()
    let new = text()
    let lines = TextDiff(old: old.joined(), new: new.joined()).lines
    let before = lines.compactMap { line -> String? in if case .added = line { nil } else { line.text } }
    let after = lines.compactMap { line -> String? in if case .removed = line { nil } else { line.text } }
    #expect(before == old.map { String($0.dropLast()) })
    #expect(after == new.map { String($0.dropLast()) })
  }

  @Test func `a huge difference is shown whole and quickly`() {
    let old = (0..<50_000).map { "a\($0)\n" }.joined()
    let new = (0..<50_000).map { "b\($0)\n" }.joined()
    let counts = TextDiff(old: old, new: new).counts
    #expect(counts.added == 50_000)
    #expect(counts.removed == 50_000)
  }

  @Test func `colour marks the kinds of lines`() {
    let rows = TextDiff(old: "a\n", new: "b\n").unified(oldName: "x", newName: "y", painter: Painter(isOn: true))
    #expect(rows.suffix(2).map(\.printable) == ["\u{1B}[31m-a\u{1B}[0m", "\u{1B}[32m+b\u{1B}[0m"])
  }
}

extension TextDiff.Line {
  fileprivate var text: String {
    switch self {
    case .same(let text), .added(let text), .removed(let text): text
    }
  }
}
