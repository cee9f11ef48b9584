import Foundation
import Testing
import WhetCore

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct RunningTests {
  private func run(
    _ commands: [String], output: OutputFormat = .table, isClosed: Bool = false
  ) async throws -> (code: ExitCode, output: String, errors: String) {
    let test = try TestShell(output: output, registry: Probe.registry, isClosed: isClosed)
    defer { test.remove() }
    let code = await Program(shell: test.shell).run(.commands(commands))
    return (code, test.captured.output, test.captured.errors)
  }

  @Test(arguments: [
    (["say"], ExitCode.success), (["fail"], .failure), (["refuse"], .refused), (["partly"], .failure),
    (["stop"], .interrupted), (["nonsense"], .script), (["say 'open"], .script), (["say | xml"], .script),
    (["say", "fail"], .failure), (["ask"], .usage), (["ask --yes"], .success), (["exit", "fail"], .success),
  ])
  func `each ending has its exit status`(commands: [String], expected: ExitCode) async throws {
    #expect(try await run(commands).code == expected)
  }

  @Test(arguments: [
    (["say"], ExitCode.success), (["nonsense"], .usage), (["say", "--bogus"], .usage), (["fail"], .failure),
  ])
  func `a command given as words has its exit status`(words: [String], expected: ExitCode) async throws {
    let test = try TestShell(registry: Probe.registry)
    defer { test.remove() }
    #expect(await Program(shell: test.shell).run(.command(words)) == expected)
  }

  @Test func `a closed pipe ends quietly with its own status`() async throws {
    let result = try await run(["say", "say"], isClosed: true)
    #expect(result.code == .closedPipe)
    #expect(result.errors == "")
  }

  @Test func `nothing runs when a later command does not bind`() async throws {
    let result = try await run(["say", "say --bogus"])
    #expect(result.code == .script)
    #expect(result.output == "")
    #expect(result.errors.contains("-c 2:1"))
  }

  @Test func `a failing command stops the script`() async throws {
    let result = try await run(["say one", "fail", "say two"])
    #expect(result.output == "one\n")
    #expect(result.errors.contains("there is nothing"))
    #expect(result.errors.contains("-c 2:1:1"))
  }

  @Test func `a partial success shows its result and stops the script`() async throws {
    let result = try await run(["partly", "say two"])
    #expect(result.output == "one is bad\n")
    #expect(result.code == .failure)
  }

  @Test func `one command gives its value as JSON`() async throws {
    let result = try await run(["say hi"], output: .json)
    #expect(result.output == "\"hi\"\n")
  }

  @Test(arguments: [["say a", "rows"], ["say a; rows"]])
  func `several commands give one JSON array with an element for each`(commands: [String]) async throws {
    let result = try await run(commands, output: .json)
    let values = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [Any])
    #expect(values.count == 2)
    #expect(values.first as? String == "a")
    #expect((values.last as? [Any])?.count == 2)
  }

  @Test func `what ran before a failure is still a whole JSON array`() async throws {
    let result = try await run(["say a", "fail"], output: .json)
    #expect(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String] == ["a"])
    #expect(result.code == .failure)
  }

  @Test func `a script gives an array even of one command`() async throws {
    let test = try TestShell(output: .json, registry: Probe.registry)
    defer { test.remove() }
    try test.write("# only one\nsay a\n", to: "one.whet")
    #expect(await Program(shell: test.shell).run(.scripts(["one.whet"])) == .success)
    #expect(test.captured.output == "[\n  \"a\"\n]\n")
  }

  @Test func `JSON lines have a line for each row`() async throws {
    let result = try await run(["rows", "say a"], output: .jsonl)
    #expect(result.output == "{\"id\":\"a\",\"score\":91.25}\n{\"id\":\"b\",\"score\":null}\n\"a\"\n")
  }

  @Test func `a redirected result goes to its file and nowhere else`() async throws {
    let test = try TestShell(registry: Probe.registry)
    defer { test.remove() }
    #expect(await test.run("rows | json > rows.json", "exactly 'no end' > text") == .script)
    #expect(await test.run("exactly 'no end' > text", "rows > table", "rows > rows.json | json") == .success)
    #expect(test.captured.output == "")
    let written = try String(contentsOf: test.folder.appending(path: "project/text"), encoding: .utf8)
    #expect(written == "no end")
    let table = try String(contentsOf: test.folder.appending(path: "project/table"), encoding: .utf8)
    #expect(table.hasPrefix("id  score"))
  }

  @Test func `a format after a bar holds for its command`() async throws {
    let result = try await run(["say a | json", "say b"])
    #expect(result.output == "\"a\"\nb\n")
  }

  @Test func `the JSON flag keeps standard output pure`() async throws {
    let result = try await run(["say a | table", "say b"], output: .json)
    #expect(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String] == ["a", "b"])
  }

  @Test func `help is a result of any command`() async throws {
    let result = try await run(["fail --help"])
    #expect(result.code == .success)
    #expect(result.output.hasPrefix("fail [TEXT]"))
  }
}
