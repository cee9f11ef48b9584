import Foundation
import Testing

/// From corrections to a better agent and back, as a person goes it.
@Suite(.timeLimit(.minutes(5)), .serialized) struct `The whole way` {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private static let mistakes: [Mistake] = [.comparison, .bareExcept]

  /// Trains on fourteen corrections of two kinds and two accepted answers.
  @discardableResult
  private func train(verified: Bool = false) async throws -> JSON {
    var writer = SampleWriter(seed: 31, mistakes: Self.mistakes)
    let samples = writer.corrections(14, verified: verified) + writer.accepted(2, verified: verified)
    let outcome = try await place.whet(
      "-c", "correction import \(place.write(samples.lines, to: "corrections.jsonl"))", "-c", "train engineer",
      "--output", "json")
    expect(outcome, endsWith: 0)
    return try #require(try outcome.json().elements.last)
  }

  @Test func `training shows what it brought on cases it has not seen`() async throws {
    let run = try await train(verified: true)
    #expect(run["sessions"] == 16)
    #expect(run["gate", "verdict"] == "deploy")
    #expect(run["gate", "test"] == "McNemar mid-p")
    #expect(run["gate", "broken"] == [])
    #expect(try #require(run["gate", "p"]?.number) < 0.05)
    #expect(try #require(run["gate", "exactP"]?.number) >= (run["gate", "p"]?.number ?? 1))
    #expect((run["improvement", "heldOut", "fixed"]?.elements.count ?? 0) >= 7)

    let shown = try await place.whet("run", "show", "--output", "json").json()
    #expect(shown["outcomes"]?.elements.count == 16)
    #expect(shown["sessionList"]?.elements.count == 16)
    for outcome in shown["outcomes"]?.elements ?? [] where outcome["correction"]?.text?.contains("keep") == true {
      #expect(outcome["difference"] == 0)
    }
    let explained = try await place.whet("gate", "explain")
    expect(explained, endsWith: 0)
    for words in ["strict deploys run r1", "McNemar mid-p", "fixed", "broken", "engineer-comparison-"] {
      #expect(explained.output.contains(words))
    }
  }

  @Test func `without verifiers the scores decide, by permutation`() async throws {
    let run = try await train()
    #expect(run["gate", "test"] == "paired permutation")
    #expect(run["gate", "verdict"] == "deploy")
    #expect(try #require(run["improvement", "heldOut", "mean"]?.number) > 0)
  }

  @Test func `every step of a session can be shown`() async throws {
    try await train()
    let whole = try await place.whet("session", "show", "last", "--output", "json").json()
    let names = ["input", "strategy", "prompt", "response", "evaluation", "adaptation", "deployment"]
    for name in names {
      let step = try #require(whole["steps", name], "\(name)")
      #expect(step != .null)
      let alone = try await place.whet("session", "show", "last", "--step", name)
      expect(alone, endsWith: 0)
      #expect(alone.output.contains(name))
    }
    #expect(whole["steps", "strategy", "reason"]?.text?.isEmpty == false)
    #expect(
      whole["steps", "prompt", "text"]?.text?.contains("write it") == true
        || whole["steps", "prompt", "text"]?.text?.contains("keep it") == true)
    // Half way through a kind is known, and the first of a kind cannot help itself.
    let sessions = try await place.whet("session", "list", "--output", "json").json().elements
    #expect(sessions.first?["improvement"] == 0)
    #expect(sessions.contains { ($0["improvement"]?.number ?? 0) > 0 })
  }

  @Test(arguments: DefinitionFile.all)
  func `deploying keeps every byte outside the section, and rolling back every byte`(file: DefinitionFile) async throws
  {
    try await train()
    let name = "project/.claude/agents/engineer.md"
    try place.write(file.bytes, to: name)
    let deployed = try await place.whet("deploy", "engineer", "--output", "json")
    expect(deployed, endsWith: 0)
    #expect(try deployed.json()["kind"] == "deployed")
    let after = try place.read(name)
    #expect(after.starts(with: file.bytes))
    let written = String(decoding: after.dropFirst(file.bytes.count), as: UTF8.self)
    #expect(written.contains("is None") && written.contains("<!-- whet:begin -->"))
    #expect(written.trimmingCharacters(in: .newlines).hasSuffix("<!-- whet:end -->"))
    // The section has the file's own line ends.
    #expect(written.replacing("\r\n", with: "\n").contains("\r") == false)
    #expect(
      written.contains("\r\n") == file.isCRLF && (!file.isCRLF || !written.replacing("\r\n", with: "").contains("\n")))
    #expect(place.exists("project/.claude/agents/engineer.rules.json"))

    let back = try await place.whet("rollback", "engineer")
    expect(back, endsWith: 0)
    #expect(try place.read(name) == file.bytes)
    #expect(!place.exists("project/.claude/agents/engineer.rules.json"))
    #expect(
      try await place.whet("deployment", "list", "--output", "json").json().texts("kind") == [
        "deployed", "rolled-back",
      ])
  }

  /// A definition as a user may have written it.
  struct DefinitionFile: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: Data

    var isCRLF: Bool { bytes.contains(UInt8(ascii: "\r")) }

    private static let text =
      "---\nname: engineer\ndescription: Writes code.\ncolor: green\n---\n\nYou write code.  \n\n\n"
      + "# Rules\n- be brief\n"
    static let all = [
      DefinitionFile(testDescription: "plain", bytes: Data(text.utf8)),
      DefinitionFile(testDescription: "CRLF", bytes: Data(text.replacing("\n", with: "\r\n").utf8)),
      DefinitionFile(testDescription: "no final newline", bytes: Data(text.dropLast().utf8)),
      DefinitionFile(testDescription: "byte-order mark", bytes: Data([0xEF, 0xBB, 0xBF] + text.utf8)),
      DefinitionFile(
        testDescription: "broken YAML", bytes: Data(text.replacing("color: green", with: "color: [\t").utf8)),
    ]
  }

  @Test func `what the user wrote around the section stays when a new version goes out`() async throws {
    try await train()
    let name = "project/.claude/agents/engineer.md"
    let (head, tail) = (Data("---\nname: engineer\n---\nAbove.\n".utf8), Data("\nBelow, without an end".utf8))
    try place.write(head, to: name)
    expect(try await place.whet("deploy", "engineer"), endsWith: 0)
    let first = try place.read(name)
    try place.write(first + tail, to: name)
    var writer = SampleWriter(seed: 33, mistakes: [.encoding])
    let more = try place.write(writer.corrections(8).lines, to: "more.jsonl")
    let outcome = try await place.whet(
      "-c", "correction import \(more)", "-c", "train engineer", "-c", "deploy engineer")
    expect(outcome, endsWith: 0)
    let second = try place.read(name)
    #expect(second != first + tail)
    #expect(second.starts(with: head) && second.suffix(tail.count) == tail)
    #expect(second.ranges(of: Data("<!-- whet:begin -->".utf8)).count == 1)
    expect(try await place.whet("rollback", "engineer"), endsWith: 0)
    #expect(try place.read(name) == first + tail)
  }

  @Test(arguments: [
    ("def f(x):\n    if x == None:\n        return 1\n", "def f(x):\n    if x is None:\n        return 1\n"),
    (
      "def f(x):\n    if x == None:\n        return 'é\u{1F600}'",
      "def f(x):\n    if x is None:\n        return 'é\u{1F600}'"
    ),
    ("x = 1\r\ny = 2", "x = 1\r\ny = 2"), ("", ""), ("\u{FEFF}x = 1\n\n\n", "\u{FEFF}x = 1\n\n\n"),
    ("\t \n x\u{1B}[31m", "\t \n x\u{1B}[31m"),
  ])
  func `improve is a filter that gives the bytes and nothing else`(text: String, better: String) async throws {
    try await train()
    for source in ["learned", "deployed"] {
      if source == "deployed" { expect(try await place.whet("deploy", "engineer"), endsWith: 0) }
      let piped = try await place.whet("improve", "engineer", "-", "--language", "python", input: Array(text.utf8))
      expect(piped, endsWith: 0)
      #expect(piped.outputBytes == Array(better.utf8))
      let read = try await place.whet("improve", "engineer", "@" + place.write(text, to: "answer.py"))
      #expect(read.outputBytes == Array(better.utf8))
    }
  }

  @Test func `a refused deployment ends with 3 and writes nothing`() async throws {
    var writer = SampleWriter(seed: 32, mistakes: Self.mistakes)
    let file = try place.write(writer.corrections(3).lines, to: "few.jsonl")
    let trained = try await place.whet("-c", "correction import \(file)", "-c", "train engineer", "--output", "json")
    expect(trained, endsWith: 0)
    #expect(try trained.json().elements.last?["gate", "verdict"] == "refuse")
    let before = try place.tree("project")
    let refused = try await place.whet("deploy", "engineer")
    expect(refused, endsWith: 3)
    #expect(refused.output.isEmpty)
    #expect(try place.tree("project") == before)
  }

  @Test func `going against the gate needs a word and is recorded`() async throws {
    let run = try await train()
    try #require(run["gate", "verdict"] == "deploy")
    let samples = try await place.whet("correction", "list", "--output", "json").json()
    // One pinned accepted answer more: the evidence stays, and the token budget of one token makes the gate refuse.
    #expect(samples.elements.count == 16)
    let strict = try await place.whet("train", "engineer", "--set", "gate.tokens=1", "--output", "json")
    #expect(try strict.json()["gate", "verdict"] == "refuse")
    expect(try await place.whet("deploy", "engineer"), endsWith: 3)
    let unasked = try await place.whet("deploy", "engineer", "--force")
    expect(unasked, endsWith: 64)
    #expect(!place.exists("project/.claude/agents/engineer.md"))
    let forced = try await place.whet("deploy", "engineer", "--force", "--yes", "--output", "json")
    expect(forced, endsWith: 0)
    #expect(try forced.json()["kind"] == "forced")
  }

  @Test func `rolling back keeps what was written outside the section since`() async throws {
    try await train()
    let name = "project/.claude/agents/engineer.md"
    let before = Data("---\nname: engineer\n---\nMine.\n".utf8)
    try place.write(before, to: name)
    expect(try await place.whet("deploy", "engineer"), endsWith: 0)
    try place.write(Data("# A comment\n".utf8) + place.read(name), to: name)
    expect(try await place.whet("rollback", "engineer"), endsWith: 0)
    #expect(try place.read(name) == Data("# A comment\n".utf8) + before)
  }

  @Test(arguments: ["is None", "<!-- whet:end -->"])
  func `a section changed since is a conflict or damage, and nothing is touched`(words: String) async throws {
    try await train()
    let name = "project/.claude/agents/engineer.md"
    expect(try await place.whet("deploy", "engineer"), endsWith: 0)
    let rules = try place.read("project/.claude/agents/engineer.rules.json")
    let changed = String(decoding: try place.read(name), as: UTF8.self).replacing(words, with: "other words")
    try place.write(changed, to: name)
    for command in words == "is None" ? ["rollback"] : ["rollback", "deploy"] {
      let outcome = try await place.whet(command, "engineer")
      expect(outcome, endsWith: 1)
      #expect(
        outcome.errors.contains(words == "is None" ? "[agent.conflict]" : "[section.damaged]"), "\(outcome.errors)")
      #expect(try place.read(name) == Data(changed.utf8))
      #expect(try place.read("project/.claude/agents/engineer.rules.json") == rules)
    }
  }

  @Test func `a response without a correction is improved and measured too`() async throws {
    try await train()
    let answer = try place.write("def g(y):\n    if y == None:\n        return 2\n", to: "answer.py")
    let outcome = try await place.whet(
      "-c",
      "train engineer --response @\(answer) --task 'write g' --language python "
        + "--verify ['grep', '-q', ' is None', '{response}']",
      "-c", "session show last", "--output", "json")
    expect(outcome, endsWith: 0)
    let session = try #require(try outcome.json().elements.last)
    #expect(session["correction"] == .null)
    #expect(try #require(session["improvement"]?.number) > 0)
    let correctness = session["steps", "evaluation", "criteria"]?.elements.first { $0["criterion"] == "correctness" }
    #expect(correctness?["before"] == 0)
    #expect(correctness?["after"] == 100)
    #expect(session["steps", "response", "text"] == "def g(y):\n    if y is None:\n        return 2\n")
  }
}
