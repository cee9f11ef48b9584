import Foundation
import LineEditing
import Testing
import WhetCore

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct StartFileTests {
  private func run(rights: Int, _ change: (inout ProgramOptions) -> Void = { _ in }) async throws -> CapturedStreams {
    let test = try TestShell(registry: Probe.registry, options: change)
    defer { test.remove() }
    let file = try #require(test.shell.environment.startFile)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("say hello".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: file.path(percentEncoded: false))
    // Neither of these is the user's configuration folder.
    try test.write("say wrong", to: "rc.whet")
    try test.write("say wrong", to: ".whetrc")
    _ = await PromptLoop(shell: test.shell).run(on: ScriptedEditor(lines: ["say there"]))
    return test.captured
  }

  @Test(arguments: [0o600, 0o644, 0o400])
  func `a file that only its owner can write runs first`(rights: Int) async throws {
    #expect(try await run(rights: rights).output == "hello\nthere\n")
  }

  @Test(arguments: [0o666, 0o620, 0o602])
  func `a file that others can write to is refused, and the prompt comes`(rights: Int) async throws {
    let captured = try await run(rights: rights)
    #expect(captured.output == "there\n")
    #expect(captured.errors.contains("[start-file.unsafe]"))
  }

  @Test func `--no-rc does without it`() async throws {
    #expect(try await run(rights: 0o600) { $0.skipsStartFile = true }.output == "there\n")
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "relative"], ["XDG_CONFIG_HOME": "relative"]])
  func `without a known home there is none, as it would be the working directory's`(variables: [String: String]) {
    let environment = ShellEnvironment(variables: variables, currentFolder: URL(filePath: "/tmp"))
    #expect(environment.startFile == nil)
  }
}
