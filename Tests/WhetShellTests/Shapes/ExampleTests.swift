import Testing
import WhetCore
import WhetScript

@testable import WhetShell

/// Every example of a help page does what a reader expects of it: it works.
@Suite(.timeLimit(.minutes(5)))
struct ExampleTests {
  private static let commands = CommandRegistry.standard.table.commands
  private static let writing = commands.filter {
    $0.effect != .reads || $0.endsScript || ["output", "step"].contains($0.path[0])
  }
  .map(\.name)

  /// Commands whose examples need more than every home has, run before each of them.
  private static let needed: [String: [String]] = {
    let stepping = ["correction import new.jsonl", "train engineer --step", "step next --count 3"]
    var needed = Dictionary(
      uniqueKeysWithValues: commands.filter { $0.path[0] == "step" }.map { ($0.name, stepping) })
    needed["correction add"] = ["capture run --agent engineer --task 'reverse a list' -- cat answer.py"]
    needed["lesson merge"] = ShapeScenario.wordedLessons
    needed["train"] = ["correction import new.jsonl"]
    return needed
  }()

  /// Examples that cannot run here, and why; the tests in a terminal run the commands.
  private static let elsewhere = [
    "edit": "needs the prompt", "step edit": "needs an editor", "step edit prompt": "needs an editor",
    "edit 'train engineer'": "needs the prompt",
    "source helpers.whet": "needs the prompt", "watch stats --every 5s": "goes on until it is interrupted",
  ]

  @Test func `every command has an example, and those left out are there`() {
    #expect(Self.commands.filter { $0.examples.isEmpty }.map(\.name) == [])
    let all = Set(Self.commands.flatMap(\.examples).map(\.command))
    #expect(Self.elsewhere.keys.filter { !all.contains($0) } == [])
  }

  @Test func `the examples of the commands that read work, all in one home`() async throws {
    let home = try await PreparedHome()
    defer { home.remove() }
    for command in Self.commands where !Self.writing.contains(command.name) { try await run(command, in: home) }
  }

  @Test(arguments: writing)
  func `the examples of a command that writes work`(name: String) async throws {
    let command = try #require(Self.commands.first { $0.name == name })
    for example in command.examples {
      let home = try await PreparedHome()
      defer { home.remove() }
      var only = command
      only.examples = [example]
      try await run(only, in: home)
    }
  }

  private func run(_ command: CommandSpecification, in home: PreparedHome) async throws {
    for line in Self.needed[command.name] ?? [] { #expect(try await home.run(line).code == .success, "\(line)") }
    for example in command.examples where Self.elsewhere[example.command] == nil {
      let (code, value) = try await home.run(example.command)
      #expect(code == .success, "\(example.command): \(home.test.captured.errors.suffix(500))")
      // A redirected value was checked as it passed.
      guard code == .success, let value, let shape = command.shape, !example.command.contains(" > ") else { continue }
      #expect(shape.faults(in: value) == [], "\(example.command)")
      #expect(SchemaValidator(shape.schema(title: command.name)).faults(in: value) == [], "\(example.command)")
    }
  }
}
