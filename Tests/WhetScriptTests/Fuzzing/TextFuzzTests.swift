import Testing

@testable import WhetScript

@Suite(.timeLimit(.minutes(1))) struct `Text fuzzing` {
  private static let pieces = [
    "agent", " list", " show", " ", "\n", ";", "#", "--", "--mode", "=", "'", "\"", "\"\"\"", "\\", "\\n", "\\u{e9}",
    "${", "}", "{", "[", "]", "(", ")", ",", ":", "@", "@f", "$x", "1", "-2.5", "10s", ">", "|", " | json", "é", "日",
    "\u{202E}", "\u{A0}", "\r\n", "\r", "\t", "\0", "if ", "let x = ", "true", "a,b", "e\u{301}", "  ", "“", "&&", "-x",
    "train x --limit 5", "{k: 'v'}", "[1, 2]", " -- ", "<", "`", "\u{FEFF}",
  ]

  private func mutated(_ generator: inout SeededRandom) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      bytes += Array((Self.pieces.randomElement(using: &generator) ?? "").utf8)
    }
    if Int.random(in: 0..<8, using: &generator) == 0, !bytes.isEmpty {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
    }
    return bytes
  }

  private func check(_ bytes: [UInt8]) {
    let script = Parser.parse(SourceText(name: "fuzz", bytes: bytes))
    let count = script.source.bytes.count
    let renderer = DiagnosticRenderer(source: script.source, width: { _ in 1 })
    let spans = script.statements.map(\.span) + script.comments + script.diagnostics.map(\.span)
    #expect(spans.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= count })
    for diagnostic in script.diagnostics {
      _ = renderer.text(of: diagnostic)
      _ = diagnostic.json(in: script.source)
    }
    for case .command(let command) in script.statements { _ = Binder.bind(command, sampleTable) }
    let text = String(decoding: bytes, as: UTF8.self)
    _ = sampleTable.completions(line: text, cursor: text.endIndex)
    guard script.diagnostics.isEmpty else { return }
    checkRoundTrip(script)
  }

  private func checkRoundTrip(_ script: Script) {
    let formatted = ScriptFormatter.format(script)
    let again = parse(formatted)
    #expect(again.diagnostics == [], "\(formatted.debugDescription)")
    #expect(tree(again) == tree(script), "\(formatted.debugDescription)")
    #expect(again.comments.count == script.comments.count)
    #expect(ScriptFormatter.format(again) == formatted, "\(formatted.debugDescription)")
  }

  @Test(arguments: 0..<8)
  func `never crashes or hangs on a mutated script and formats what it understands`(seed: Int) {
    var generator = SeededRandom(state: UInt64(seed))
    for _ in 0..<2500 { check(mutated(&generator)) }
  }

  @Test func `never crashes or hangs on random bytes`() {
    var generator = SeededRandom(state: 99)
    for _ in 0..<2000 {
      check((0..<Int.random(in: 0...60, using: &generator)).map { _ in .random(in: 0...255, using: &generator) })
    }
  }

  @Test func `binds random words without lexing them`() {
    var generator = SeededRandom(state: 7)
    for _ in 0..<5000 {
      let words = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        String(decoding: mutated(&generator), as: UTF8.self)
      }
      let line = CommandLineWords(["improve"] + words)
      let count = line.source.bytes.count
      #expect(line.command.items.allSatisfy { $0.span.start <= $0.span.end && $0.span.end <= count })
      for diagnostic in Binder.bind(line.command, sampleTable).diagnostics {
        _ = DiagnosticRenderer(source: line.source, width: { _ in 1 }).text(of: diagnostic)
      }
    }
  }

  @Test func `quotes random text so that it reads back`() {
    var generator = SeededRandom(state: 3)
    for _ in 0..<5000 {
      let text = String(decoding: mutated(&generator), as: UTF8.self)
      let binding = bind("improve \(ScriptFormatter.literal(for: text))")
      #expect(binding.command?.text("text") == text, "\(text.debugDescription)")
    }
  }

  @Test(arguments: ["[", "{k: ", "(", "\"\"\"\n", "a (\n", "\"${", "a 'x\n", "a \"${\"${\n", "}", "if {\n"])
  func `reads a hopeless text in linear time`(piece: String) {
    _ = parse("a " + String(repeating: piece, count: 50_000))
  }
}
