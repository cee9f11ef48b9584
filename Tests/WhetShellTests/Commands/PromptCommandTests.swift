import Foundation
import LineEditing
import Testing
import WhetCore

@testable import WhetShell

/// The shell's own commands, where no terminal is needed to see them work.
@Suite(.timeLimit(.minutes(1)))
struct PromptCommandTests {
  private static let registry = CommandRegistry(
    Probe.all + [
      Watch(), Output(), Timing(), Source(), Edit(), History(), HistorySearch(), HistoryClear(),
      Probe("doze") { call in
        try await call.shell.environment.clock.sleep(for: .milliseconds(1500))
        return .text("rested")
      },
    ])

  /// What the prompt does with lines.
  private func prompt(
    _ lines: [String], files: [String: String] = [:], output: OutputFormat = .table
  ) async throws -> (captured: CapturedStreams, editor: ScriptedEditor) {
    let test = try TestShell(output: output, registry: Self.registry, clock: SteppedClock())
    defer { test.remove() }
    for (name, text) in files { try test.write(text, to: name) }
    let editor = ScriptedEditor(lines: lines)
    _ = await PromptLoop(shell: test.shell).run(on: editor)
    return (test.captured, editor)
  }

  /// What a run of `-c` texts gives.
  private func run(
    _ commands: [String], output: OutputFormat = .table, clock: SteppedClock = SteppedClock(), width: Int? = nil
  ) async throws -> (code: ExitCode, captured: CapturedStreams) {
    let test = try TestShell(output: output, registry: Self.registry, width: width, clock: clock)
    defer { test.remove() }
    return (await Program(shell: test.shell).run(.commands(commands)), test.captured)
  }

  @Test func `timing on tells the time of each entry on standard error, timing off no more`() async throws {
    let (captured, _) = try await prompt(["doze", "timing on", "doze", "timing off", "doze", "timing"])
    #expect(captured.errors == "time: 0.00 ms\ntime: 1.50 s\n")
    #expect(captured.output.hasSuffix("timing is off\n"))
  }

  @Test func `output holds for what comes after it`() async throws {
    let (captured, _) = try await prompt(["output jsonl", "rows", "say x | table", "output table", "say y"])
    #expect(
      captured.output == """
        {"output":"jsonl"}
        {"id":"a","score":91.25}
        {"id":"b","score":null}
        x
        results are written as table
        y

        """)
    let script = try await run(["output jsonl", "rows"]).captured.output
    #expect(script.hasSuffix("{\"id\":\"b\",\"score\":null}\n"))
  }

  @Test func `--output json of a script stays, and its array whole`() async throws {
    let result = try await run(["output table", "say x"], output: .json)
    let value = try JSONDecoder().decode([JSONText].self, from: Data(result.captured.output.utf8))
    #expect(value.count == 2)
  }

  private enum JSONText: Decodable {
    case any

    init(from decoder: any Decoder) throws { self = .any }
  }

  @Test func `source leaves variables and functions at the prompt`() async throws {
    let files = ["lib.whet": "let x = 5\ndef twice(n) { return $n * 2 }\necho \"read\"\n"]
    let (captured, _) = try await prompt(["source lib.whet", "echo (twice($x))"], files: files)
    #expect(captured.output == "read\n10\n")
  }

  @Test func `source says where it works, and what is wrong with its file`() async throws {
    #expect(try await run(["source lib.whet"]).code == .usage)
    let files = ["bad.whet": "nonsense\n"]
    let (captured, _) = try await prompt(
      ["source none.whet", "source bad.whet", "say a; source bad.whet"], files: files)
    #expect(captured.errors.contains("[file.unreadable]"))
    #expect(captured.errors.contains("bad.whet:1:1"))
    #expect(captured.errors.contains("'source' stands alone in its entry"))
  }

  @Test func `edit works at the prompt only`() async throws {
    let result = try await run(["edit 'x'"])
    #expect(result.code == .usage)
    #expect(result.captured.errors.contains("at the prompt only"))
  }

  @Test func `watch without a terminal gives each result after the same pause`() async throws {
    let clock = SteppedClock()
    let result = try await run(["watch say hello --every 5s --count 3"], clock: clock)
    #expect(result.code == .success)
    #expect(result.captured.output.matches(of: /hello/).count == 3)
    #expect(clock.sleeps == [.seconds(5), .seconds(5)])
  }

  @Test func `watch gives flags it does not have to the command, and its format`() async throws {
    let result = try await run(["watch given hello --tag a --tag=b --loud --count 2 --every 1s | jsonl"])
    let line = #"{"text":"hello","tags":["a","b"],"file":null,"count":null,"loud":true}"# + "\n"
    #expect(result.captured.output == line + line)
  }

  @Test func `watch on a terminal draws in one place under a line with the time`() async throws {
    let result = try await run(["watch say hello --count 2"], width: 80)
    let pictures = result.captured.output.split(separator: "\u{1B}[H")
    #expect(pictures.count == 2)
    for picture in pictures {
      #expect(picture.hasPrefix("every 2s · "))
      #expect(picture.contains("hello\u{1B}[K\n") && picture.hasSuffix("\u{1B}[J"))
    }
  }

  @Test func `watch gives a table's head once`() async throws {
    let result = try await run(["watch rows --count 3 --every 1s | csv"])
    #expect(result.captured.output == "id,score\n" + String(repeating: "a,91.25\nb,\n", count: 3))
  }

  @Test(arguments: [nil, 80]) func `watch shows no secret it was given`(width: Int?) async throws {
    let result = try await run([#"watch say (secret("hunter2")) --count 2 --every 1s"#], width: width)
    #expect(result.code == .success)
    #expect(result.captured.output.contains("***") || result.captured.output.contains("secret"))
    #expect(!result.captured.output.contains("hunter2"))
  }

  @Test(arguments: [
    ("watch write x", "cannot be watched"), ("watch exit", "cannot be watched"), ("watch spawn", "cannot be watched"),
    ("watch watch say x", "cannot be watched"), ("watch say x --every 1ms", "not from 100ms to 1d"),
    ("watch nonsense", "there is no command"), ("watch say --bogus", "has no flag"),
  ])
  func `watch refuses what changes something or never ends`(command: String, message: String) async throws {
    let result = try await run([command])
    #expect(result.code != .success)
    #expect(result.captured.errors.contains(message))
  }

  @Test func `watch ends with the first failure`() async throws {
    #expect(try await run(["watch fail"]).code == .failure)
  }

  @Test func `history shows, searches and forgets`() async throws {
    let test = try TestShell(registry: Self.registry)
    defer { test.remove() }
    let file = test.shell.environment.historyFile
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("train engineer\nstats\nfor x in [1] {\\n  Train $x\\n}\n".utf8).write(to: file)
    let editor = ScriptedEditor(lines: [
      "history --last 2", "history search train", "history search TRAIN engineer", "history clear --yes", "history",
    ])
    _ = await PromptLoop(shell: test.shell).run(on: editor)
    let block = "for x in [1] {\n  Train $x\n}\n"
    #expect(
      test.captured.output
        == "stats\n\(block)" + "train engineer\n\(block)" + "train engineer\n" + "forgot 3 entries\n" + "no history\n")
    #expect(editor.history == ["history"])
  }

  @Test func `a draft stands in the next line and nowhere else`() async throws {
    let registry = CommandRegistry(
      [
        Probe("draft") { call in
          call.shell.prompt?.draft("say drafted")
          return .text("")
        }
      ] + Probe.all)
    let test = try TestShell(registry: registry)
    defer { test.remove() }
    let editor = ScriptedEditor(lines: ["draft", "say x"])
    _ = await PromptLoop(shell: test.shell).run(on: editor)
    #expect(editor.initials == ["", "say drafted", ""])
  }
}
