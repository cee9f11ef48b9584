import Foundation
import Testing
import WhetCore
import WhetScript

@testable import WhetShell

/// What the commands give is what their help pages say, in each of the ways they say.
@Suite(.timeLimit(.minutes(5)))
struct ShapeTests {
  private static let commands = CommandRegistry.standard.table.commands

  @Test func `every command says what its value looks like`() {
    #expect(Self.commands.filter { $0.shape == nil }.map(\.name) == [])
  }

  @Test func `records of one title are one record, and their members have meanings`() {
    var known: [String: [ValueShape.Member]] = [:]
    for record in Self.commands.compactMap(\.shape).flatMap(\.records) {
      #expect(known[record.title] == nil || known[record.title] == record.members, "\(record.title)")
      known[record.title] = record.members
      #expect(Set(record.members.map(\.name)).count == record.members.count, "\(record.title)")
      for member in record.members { #expect(!member.meaning.isEmpty, "\(record.title).\(member.name)") }
    }
  }

  /// Ways that these runs do not bring about, each with its reason.
  private static let unmet = [
    "deployed rules.run: null": "rules that whet itself wrote name their run",
    "demo figures.heldOutInterval: null": "the cases of a demo are of several groups",
    "edited text.text: null": "needs the prompt", "edited text.text: a value": "needs the prompt",
    "held-out case.before: null": "a case that nothing measures takes no part",
    "held-out case.after: null": "a case that nothing measures takes no part",
    "held-out case.difference: null": "a case that nothing measures takes no part",
    "demo figures.gate: null": "a demo that gets so far has a decision",
    "demo figures.heldOutMean: null": "a demo without a measured case fails before",
    "run.failure: a value": "a run fails by a fault of the machine only",
    "run with its parts.failure: a value": "a run fails by a fault of the machine only",
    "next move.session: a value": "needs a second session waiting in a stepped run",
    "sameness of steps.evaluation: null": "needs a session that was left in the middle",
    "sameness of steps.input: null": "needs a session that was left in the middle",
    "sameness of steps.prompt: null": "needs a session that was left in the middle",
    "sameness of steps.response: null": "needs a session that was left in the middle",
    "sameness of steps.strategy: null": "needs a session that was left in the middle",
    "session with steps.startedAt: null": "needs a session of which no step is done",
    "session with steps.step: null": "needs a session of which no step is done",
    "session.startedAt: null": "needs a session of which no step is done",
    "session.step: null": "needs a session of which no step is done",
    "stepped session.step: null": "needs a session of which no step is done",
    "steps of a session.input: null": "needs a session of which no step is done",
    "stepped session.correction: null": "a bare response is not stepped through here",
  ]

  @Test func `runs of every command meet every null, every lack and every variant that is declared`() async throws {
    var coverage = ShapeCoverage()
    for scenario in ShapeScenario.all {
      let home = try await scenario.home()
      defer { home.remove() }
      for line in scenario.lines {
        let (code, value) = try await home.run(line)
        let command = try #require(Self.specification(of: line), "\(line)")
        // A command that fails without a result gives null, whatever it is.
        guard let value, let shape = command.shape, code == .success || value != .null else { continue }
        coverage.note(value, shape, of: command.name)
        let schema = SchemaValidator(shape.schema(title: command.name))
        #expect(schema.faults(in: value) == [], "\(line)")
        for spoiled in Spoiling.variants(of: value) {
          #expect(
            shape.faults(in: spoiled).isEmpty == schema.faults(in: spoiled).isEmpty,
            "shape and schema differ on \(line): \(spoiled.json().prefix(300))")
        }
      }
    }
    let ways = Self.commands.reduce(into: Set<String>()) { ways, command in
      if let shape = command.shape { ways.formUnion(ShapeCoverage.ways(of: shape, command.name)) }
    }
    #expect(ways.subtracting(coverage.met).subtracting(Self.unmet.keys).sorted() == [])
    #expect(Self.unmet.keys.filter { coverage.met.contains($0) || !ways.contains($0) }.sorted() == [])
  }

  /// The shape that the line's value has; `nil` where it writes none.
  private static func specification(of line: String) -> CommandSpecification? {
    guard case .command(let command) = Parser.parse(line, name: "").statements.first else { return nil }
    return CommandRegistry.standard.table.match(command.leadingWords)?.specification
  }
}
