import Testing

@testable import WhetScript

/// Completion of lines nobody would write, and of names nobody would give.
@Suite(.timeLimit(.minutes(2))) struct `Completion fuzzing` {
  /// A session with variables of every kind.
  private static let session: ScriptSession = {
    var world = ScriptedWorld()
    world.options.isInteractive = true
    var session = ScriptSession(table: sampleTable)
    _ = ScriptRun(
      "let x = {a: [{b: 1}], x: 'y'}\nlet name = 'n'\ndef f(a, b = 1) { return $a }", session: &session, in: world)
    return session
  }()

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `completion of any text at any place keeps its promises`(seed: UInt64) {
    var generator = ProgramGenerator(seed: seed)
    var mutator = ScriptMutator(random: SeededRandom(state: seed &* 77))
    let written = (0..<40).map { _ in Array(generator.program().utf8) }
    for _ in 0..<400 {
      let text = String(decoding: mutator.mutated(written).prefix(1200), as: UTF8.self)
      let places = Array(text.unicodeScalars.indices) + [text.endIndex]
      let place = mutator.random.pick(places)
      // Part of the text may have been typed on earlier lines.
      let prefix = text[..<place]
      let lineStart = mutator.random.once(in: 2) ? prefix.unicodeScalars.lastIndex(of: "\n") : nil
      if let lineStart {
        let line = String(text[text.unicodeScalars.index(after: lineStart)...])
        let typed = String(text[text.unicodeScalars.index(after: lineStart)..<place])
        check(line, String(typed), after: String(text[..<lineStart]))
      } else {
        check(text, String(prefix), after: "")
      }
    }
  }

  private func check(_ line: String, _ typed: String, after earlier: String) {
    let cursor = line.utf8.index(line.startIndex, offsetBy: typed.utf8.count)
    let completion = Self.session.completions(line: line, cursor: cursor, after: earlier)
    #expect(completion.replacing.upperBound == cursor && completion.replacing.lowerBound >= line.startIndex)
    let kept = String(line[..<completion.replacing.lowerBound])
    #expect(typed.utf8.starts(with: kept.utf8))
    let before = earlier.isEmpty ? "" : earlier + "\n"
    let isSound = Parser.parse(before + typed, name: "").diagnostics.isEmpty
    for subject in completion.subjects {
      for candidate in subject.candidates.prefix(3) {
        #expect(Completion.matches(candidate.text, completion.typed, ignoringCase: true), "\(typed.debugDescription)")
        #expect(candidate.summary.count < 200 && !candidate.summary.contains("\n"))
        guard isSound, Self.isWhole(subject) else { continue }
        let script = Parser.parse(before + kept + candidate.text + candidate.suffix, name: "")
        #expect(script.diagnostics == [], "\(typed.debugDescription) \(candidate.text)")
      }
    }
  }

  /// Whether a text that was complete stays so; a function's `(` and a keyword ask for more.
  private static func isWhole(_ subject: Completion.Subject) -> Bool {
    switch subject {
    case .commandWords, .flags, .choices, .formats, .variables, .fields: true
    case .functions, .argumentNames, .keywords, .values: false
    }
  }

  private static let pieces = [
    "a", "b", "file", " ", "'", "\"", "$", "${", "}", "#", "-", "--", "@", "~", "/", ".", "..", "\\", "`", "<", ">",
    "|",
    ";", "&&", "(", ")", "[", "]", "{", ",", ":", "=", "\n", "\r", "\r\n", "\t", "\0", "\u{1B}[31m", "\u{7F}", "\u{9B}",
    "\u{202E}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{E0041}", "é", "e\u{301}", "\u{301}", "日本", "👩‍👩‍👧", "0", "7", "1e5",
    "10s", "true", "null", "“", "\u{A0}", "\u{2028}", "*", "?", "!", "%", "+",
  ]

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `an inserted name is read as exactly that name`(seed: UInt64) throws {
    var random = SeededRandom(state: seed)
    for _ in 0..<1500 {
      let name = (0...random.below(5)).map { _ in random.pick(Self.pieces) }.joined()
      for quote in ["", "'", "\""] {
        let line = "agent show " + quote
        try check(name, at: line) { script in
          guard case .command(let command) = script.statements.first, command.items.count == 3,
            case .value(let value) = command.items[2]
          else { return nil }
          return value.text
        }
        try check(name, at: "improve @" + quote) { script in
          guard case .command(let command) = script.statements.first, command.items.count == 2,
            case .value(let value) = command.items[1], case .file(let path) = value.kind
          else { return nil }
          return path.text
        }
        try check(name, at: "include " + quote) { script in
          guard case .include(let include) = script.statements.first else { return nil }
          return include.path.text
        }
      }
    }
  }

  private func check(_ name: String, at line: String, _ read: (Script) -> String?) throws {
    let completion = Self.session.completions(line: line, cursor: line.endIndex)
    let insertion = completion.insertion(of: name)
    let text = String(line[..<completion.replacing.lowerBound]) + insertion
    let script = Parser.parse(text, name: "")
    #expect(script.diagnostics == [] && script.statements.count == 1, "\(text.debugDescription)")
    let found = read(script)
    #expect(found.map { Array($0.utf8) } == Array(name.utf8), "\(text.debugDescription) \(name.debugDescription)")
    #expect(!insertion.unicodeScalars.contains { VisibleText.mustShow($0) }, "\(insertion.debugDescription)")
  }
}
