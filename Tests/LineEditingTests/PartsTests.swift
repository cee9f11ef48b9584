import Synchronization
import Testing
import WhetTerminal

@testable import LineEditing

struct CompletionPlanTests {
  static let cases: [(String, Int, Int, [String], CompletionPlan)] = [
    ("tr", 2, 0, ["train"], .insert(deleting: 2, text: "train ")),
    ("x tr", 4, 2, ["train", "trainer"], .insert(deleting: 2, text: "train")),
    ("ü", 2, 0, ["übung"], .insert(deleting: 1, text: "übung ")),
    ("tr", 2, 0, [], .nothing),
    ("tr", 2, 3, ["train"], .nothing),
    ("ü", 2, 1, ["x"], .nothing),
    ("tr", 2, -1, ["train"], .nothing),
    ("ab", 2, 0, ["abc", "abd"], .list([Completion("abc"), Completion("abd")])),
    ("AB", 2, 0, ["abcd", "abce"], .insert(deleting: 2, text: "abc")),
    ("my", 2, 0, ["'my a'", "'my b'"], .insert(deleting: 2, text: "'my ")),
    ("x", 1, 0, [#""x\"a""#, #""x\u{1b}""#], .insert(deleting: 1, text: #""x"#)),
    ("xy", 2, 0, [#""x\"a""#, #""x\u{1b}""#], .list([Completion(#""x\"a""#), Completion(#""x\u{1b}""#)])),
  ]

  @Test(arguments: cases)
  func `Tab does the certain thing`(
    _ line: String, _ cursor: Int, _ start: Int, _ texts: [String], _ plan: CompletionPlan
  ) {
    let result = CompletionResult(from: start, texts.map { Completion($0) })
    #expect(CompletionPlan(line: line, cursor: cursor, result: result) == plan)
  }

  @Test func `what only the candidates at hand have in common is not inserted`() {
    let candidates = [Completion("s41"), Completion("s42")]
    let result = CompletionResult(from: 0, candidates, isCut: true)
    #expect(CompletionPlan(line: "s", cursor: 1, result: result) == .list(candidates))
  }

  @Test func `a long list is cut to the screen and the rest counted`() {
    let candidates = (1...50).map { Completion("c\($0)", summary: "s") }
    let rows = CompletionList.lines(candidates, size: TerminalSize(columns: 40, rows: 12), painter: .plain)
    #expect(rows.count == 10)
    #expect(rows.last == "  … and 41 more rows")
  }

  @Test func `candidates without summaries share rows, and control characters are shown`() {
    let candidates = ["a\u{1B}[2J", "b", "c"].map { Completion($0) }
    let rows = CompletionList.lines(candidates, size: TerminalSize(columns: 80, rows: 24), painter: .plain)
    #expect(rows.count == 1)
    #expect(rows.first?.plain.contains(#"a\u{1B}[2J"#) == true)
  }
}

struct PasteCollectorTests {
  @Test func `the end mark is found across chunks and the rest is given back`() {
    var collector = PasteCollector()
    #expect(collector.push(Array("ab\u{1B}[20".utf8)) == nil)
    #expect(collector.push(Array("1~cd".utf8)) == Array("cd".utf8))
    #expect(collector.text == "ab")
  }

  @Test(arguments: [("a\rb\r\nc\n\n", "a\nb\nc"), ("\u{1B}[Ax\u{0}\u{9B}", "[Ax"), ("\t", "\t")])
  func `a paste has plain line ends and no controls`(_ pasted: String, _ text: String) {
    var collector = PasteCollector()
    #expect(collector.push(Array((pasted + "\u{1B}[201~").utf8)) == [])
    #expect(collector.text == text)
  }
}

extension PasteCollectorTests {
  @Test(arguments: [-1, 0, 1, 3, 5, 6, 100_000])
  func `a paste beyond the limit is left out as a whole`(_ excess: Int) {
    var collector = PasteCollector()
    let pasted = [UInt8](repeating: 0x61, count: PasteCollector.limit + excess)
    #expect(collector.push(pasted) == nil)
    #expect(collector.push(Array("\u{1B}[201".utf8)) == nil)
    #expect(collector.push(Array("~cd".utf8)) == Array("cd".utf8))
    #expect(collector.isTooLarge == (excess > 0))
    #expect(collector.text.utf8.count == (excess > 0 ? 0 : pasted.count))
  }
}

struct ScriptedEditorTests {
  @Test func `prepared events come in order and calls are recorded`() async throws {
    let editor = ScriptedEditor([.line("a"), .interrupted])
    #expect(try await editor.readLine(prompt: "1> ") == .line("a"))
    #expect(try await editor.readLine(prompt: "2> ") == .interrupted)
    #expect(try await editor.readLine(prompt: "3> ") == .endOfInput)
    await editor.addHistory("a")
    await editor.printAbove("note")
    #expect(editor.prompts == ["1> ", "2> ", "3> "])
    #expect(editor.history == ["a"])
    #expect(editor.printed == ["note"])
    let presses = Mutex(0)
    editor.setInterruptHandler { presses.withLock { $0 += 1 } }
    editor.interrupt()
    #expect(presses.withLock { $0 } == 1)
    await editor.close()
    await #expect(throws: LineEditingError.closed) { try await editor.readLine(prompt: "") }
  }
}
