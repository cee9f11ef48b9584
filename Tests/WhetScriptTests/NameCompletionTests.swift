import Testing
import WhetCore

@testable import WhetScript

@Suite struct `Completing names of the language` {
  private static let entry = """
    let name = 'engineer'
    let key = secret('sk-1234567890')
    let run = {id: 'r1', improvement: 12.5, agent: $name, key: $key, "odd name": 1}
    let runs = [$run, {id: 'r2', stopped: true}]
    let long = replace('xxxxxxxxxx', 'x', "line one\\n")
    def greet(name, times = 2) { return $name }
    """

  private let session: ScriptSession = {
    var world = ScriptedWorld()
    world.options.isInteractive = true
    var session = ScriptSession(table: sampleTable)
    let run = ScriptRun(entry, session: &session, in: world)
    #expect(run.faults == [])
    return session
  }()

  private func complete(_ line: String, after earlier: String = "") -> Completion {
    session.completions(line: line, cursor: line.endIndex, after: earlier)
  }

  private func words(_ completion: Completion) -> [String] { completion.subjects.flatMap(\.candidates).map(\.text) }

  @Test(arguments: [
    ("echo $na", ["$name"]), ("echo $", ["$args", "$key", "$long", "$name", "$run", "$runs"]),
    ("train $na", ["$name"]), ("train --response=$na", ["$name"]), ("if $na", ["$name"]), ("echo [1, $na", ["$name"]),
    ("echo \"hello ${na", ["name"]), ("echo \"hello ${run.im", ["improvement"]), ("echo \"a ${$na", ["$name"]),
    ("echo 'hello ${na", []), ("echo \"hello $na", []), ("echo @$na", ["$name"]), ("$na", ["$name"]),
    ("echo $run.", ["id", "improvement", "agent", "key"]), ("echo $run.im", ["improvement"]),
    ("echo $runs[0].im", ["improvement"]), ("echo $runs[1].", ["id", "stopped"]), ("echo $runs[-1].st", ["stopped"]),
    ("echo $runs[9].", []), ("echo $run['im", []), ("echo $name.", []), ("echo $nothing.", []), ("echo $RUN.", []),
    ("echo ($run).ag", ["agent"]), ("expect $run.IM", ["improvement"]), ("echo $NAM", ["$name"]),
    ("let x = le", ["len("]), ("let x = tr", ["train", "trim(", "true"]), ("if le", ["len("]),
    ("if $run and le", ["len("]),
    ("echo (gr", ["greet("]), ("gr", ["greet("]), ("echo (greet(", ["name =", "times ="]),
    ("echo (greet(ti", ["times ="]),
    ("echo (greet('a', ti", ["times ="]), ("echo (greet(times = 3, na", ["name ="]),
    ("echo (greet(name = tru", ["true"]),
    ("if $run ", ["and", "or", "in", "matches"]), ("if $run an", ["and"]), ("for x ", ["in"]),
    ("for x in ran", ["range("]),
    ("wait ", ["until"]), ("wait until $run w", ["within"]), ("retry 3 ", ["every"]), ("if true { } el", ["else"]),
    ("try { } ca", ["catch"]), ("le", ["let"]), ("exp", ["expect"]), ("for x in [1] { bre", ["break"]), ("bre", []),
    ("for el in $runs { echo $el.st", []), ("for el in $runs { echo $el.imp", ["improvement"]), ("echo 1.", []),
    ("let two = $runs[1]; echo $two.st", ["stopped"]), ("def f(parameter) { echo $par", ["$parameter"]),
    ("try { } catch failure { echo $fail", ["$failure"]), ("echo $runs[0]", []), ("echo $runs[0] ", ["$args"]),
    ("train --response ", ["$args"]), ("# $na", []),
    ("if true { let inner = 1 }; echo $inn", []), ("if true { let inner = 1; echo $inn", ["$inner"]),
    ("return ", ["$args", "$key"]), ("let x = 5", []), ("let x = $na", ["$name"]), ("let n = $n", ["$name"]),
  ])
  func `a line is completed by what the session knows`(line: String, expected: [String]) {
    let found = words(complete(line))
    // Where anything may stand, the beginning shows the order.
    #expect(
      expected.isEmpty || line.last == " " || line.last == "("
        ? Array(found.prefix(expected.count)) == expected : found == expected)
    if expected.isEmpty { #expect(found == []) }
  }

  @Test func `an operand may be a variable, a function or a literal, and a source a command too`() {
    #expect(Set(words(complete("if "))).isSuperset(of: ["$name", "greet(", "len(", "not", "true", "null"]))
    #expect(!words(complete("if ")).contains("train"))
    #expect(Set(words(complete("let x = "))).isSuperset(of: ["train", "agent", "$name", "len("]))
    #expect(Set(words(complete(""))).isSuperset(of: ["train", "let", "for", "greet("]))
    #expect(!words(complete("")).contains("len("))
  }

  @Test(arguments: [
    ("echo $name", "text 'engineer'"), ("echo $key", "secret"),
    ("echo $run", "a record of id, improvement, agent, key, odd name"),
    ("echo $runs", "a list of 2"), ("echo $run.improvement", "number 12.5"), ("echo $run.key", "secret"),
    ("echo $runs[1].stopped", "true"), ("gre", "your greet(name, [times])"), ("for", "an agent"),
    ("echo (greet(times", "argument of greet, may be left out"),
    ("echo $long", "text 'line one line one line one line one line...'"), ("def f(aaa) { echo $aaa", "a parameter"),
    ("for each in $runs { echo $each", "each in turn, first a record of id, improvement, agent, key, odd name"),
    ("let mine = agent list; echo $mine", "the value of agent list"), ("let z = 1s; echo $z", "duration 1s"),
  ])
  func `each name says what it is`(line: String, summary: String) {
    let candidates = complete(line).subjects.flatMap(\.candidates)
    let expected = line == "for" ? "run a block for each element of a list" : summary
    #expect(candidates.contains { $0.summary == expected }, "\(candidates)")
  }

  @Test func `a secret is nowhere in what is offered`() {
    for line in ["echo $", "echo $run.", "echo $runs[0].", "let x = ", "echo [$run, $", "for k in [$key] { echo $"] {
      for candidate in complete(line).subjects.flatMap(\.candidates) {
        #expect(!"\(candidate)".contains("sk-123"), "\(line)")
      }
    }
  }

  @Test(arguments: [
    ("for x in [1, 2] {", "tra", ["train"]), ("for agent in ['a'] {\n  let inner = 1", "echo $inn", ["$inner"]),
    ("let text = \"\"\"", "tra", []), ("let text = \"\"\"\nx\n\"\"\"", "tra", ["train"]),
    ("let list = [", "$na", ["$name"]),
    ("echo (", "agent li", ["list"]), ("let a = {", "b: $run.im", ["improvement"]), ("agent list", "tra", ["train"]),
  ])
  func `earlier lines of an entry count`(earlier: String, line: String, expected: [String]) {
    let completion = complete(line, after: earlier)
    #expect(words(completion) == expected)
    #expect(line[completion.replacing].count <= line.count)
  }

  @Test func `a large value takes no time`() throws {
    var session = session
    session.values[try #require(session.globals.variables["name"]?.slot)] = .text(
      String(repeating: "x\u{301}", count: 20 << 20))
    let start = ContinuousClock.now
    let found = session.completions(line: "echo $na", cursor: "echo $na".endIndex)
    #expect(ContinuousClock.now - start < .milliseconds(100))
    let summary = try #require(found.subjects.first?.candidates.first?.summary)
    #expect(summary.unicodeScalars.count < 500)
  }

  @Test func `variables that lead to each other end`() {
    let chain = (1...200).map { "let v\($0) = $v\($0 - 1)[$v\($0 - 1)]" }.joined(separator: "\n")
    let start = ContinuousClock.now
    #expect(words(complete("echo $v200.", after: "let v0 = [[1], 0]\n" + chain)) == [])
    #expect(ContinuousClock.now - start < .seconds(2))
  }
}
