import Testing
import WhetCore

@testable import WhetShell

struct InvocationTests {
  struct Line: Sendable, CustomTestStringConvertible {
    var words: [String]
    var commands: [String] = []
    var rest: [String]?
    var expected: Invocation
    var testDescription: String { "\(commands) \(words) -- \(rest ?? [])" }
  }

  @Test(arguments: [
    Line(words: [], expected: .interactive),
    Line(words: [], rest: [], expected: .interactive),
    Line(words: [], commands: ["stats", "exit"], expected: .commands(["stats", "exit"])),
    Line(words: ["stats"], expected: .command(["stats"])),
    Line(words: ["demo", "run", "engineer"], expected: .command(["demo", "run", "engineer"])),
    Line(words: ["train", "--mode", "continuous"], expected: .command(["train", "--mode", "continuous"])),
    Line(words: ["nightly.whet"], expected: .scripts(["nightly.whet"])),
    Line(words: ["./nightly"], expected: .scripts(["./nightly"])),
    Line(words: ["a.whet", "b/c"], rest: [], expected: .scripts(["a.whet", "b/c"])),
    Line(words: ["a.whet"], rest: ["x", "--y"], expected: .scripts(["a.whet"], arguments: ["x", "--y"])),
    Line(words: ["improve", "engineer", "./a.py"], expected: .command(["improve", "engineer", "./a.py"])),
    Line(
      words: ["capture", "run", "--task", "t"], rest: ["cat", "--output", "x"],
      expected: .command(["capture", "run", "--task", "t", "--", "cat", "--output", "x"])),
    Line(words: ["--help"], expected: .command(["help"])),
    Line(words: ["-h", "train"], expected: .command(["help", "train"])),
  ])
  func `a command line is sorted`(line: Line) throws {
    #expect(try Invocation(words: line.words, commands: line.commands, rest: line.rest) == line.expected)
  }

  @Test(arguments: [
    Line(words: ["stats"], commands: ["exit"], expected: .interactive),
    Line(words: [], commands: ["exit"], rest: ["x"], expected: .interactive),
    Line(words: [], rest: ["x"], expected: .interactive),
    Line(words: ["a.whet", "stats"], expected: .interactive),
    Line(words: ["--bogus"], expected: .interactive),
  ])
  func `a command line that means nothing is a usage error`(line: Line) {
    let error = #expect(throws: WhetError.self) {
      try Invocation(words: line.words, commands: line.commands, rest: line.rest)
    }
    #expect(error?.exitCode == .usage)
    #expect(error?.advice != nil)
  }

  @Test(arguments: [
    (["seed=4"], ["seed": "4"], [:]), (["learner=", "n=c=d"], ["learner": ""], ["n": "c=d"]),
    (["n=1", "n=2"], [:], ["n": "2"]), ([], [:], [:]),
  ])
  func `settings and variables are read from flags`(
    texts: [String], settings: [String: String], variables: [String: String]
  ) throws {
    var options = ProgramOptions()
    try options.set(texts)
    #expect(options.overrides == settings)
    #expect(options.variables.mapValues(\.text) == variables)
  }

  @Test(arguments: ["a", "=b", ""])
  func `a setting without name or sign is a usage error`(text: String) {
    var options = ProgramOptions()
    #expect(throws: WhetError.self) { try options.set([text]) }
  }

  @Test(arguments: ["xml", "CSV", ""])
  func `a format that is none is refused with the names of all`(name: String) {
    let error = #expect(throws: WhetError.self) { try OutputFormat(named: name) }
    #expect(error?.advice == "use table, json, jsonl, csv, tsv, markdown or tap")
    #expect(error?.exitCode == .usage)
  }
}
