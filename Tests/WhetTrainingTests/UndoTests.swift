import Foundation
import Testing
import WhetCore
import WhetEvaluation
import WhetStore

@testable import WhetAgents
@testable import WhetTraining

/// Taking back what goes with files.
@Suite(.timeLimit(.minutes(2))) struct UndoTests {
  private func trained() async throws -> Workplace {
    let place = try await Workplace()
    try place.add(Sample.many(8))
    try await place.train()
    return place
  }

  private func undo(_ place: Workplace) async throws -> UndoReport {
    try await place.trainer.undo(try place.trainer.undoPlan().change.id)
  }

  private func files(_ place: Workplace) -> [Data?] {
    [place.read("engineer.md"), place.read("engineer.rules.json"), place.read("reviewer.md")]
  }

  private func standing(_ place: Workplace) throws -> [String] {
    try place.store.deployments().filter { $0.state == .applied }.map(\.kind.rawValue)
  }

  @Test func `a deployment, its rollback and both undone give every byte back`() async throws {
    let place = try await trained()
    try place.write(Data("---\nname: engineer\n---\n\nYou write code.\n".utf8), to: "engineer.md")
    let before = files(place)
    _ = try await place.trainer.deploy(agent: place.agent)
    let deployed = files(place)
    _ = try await place.trainer.rollback(agent: place.agent)
    let plan = try place.trainer.undoPlan()
    #expect(plan.change.kind == .rolledBack && plan.change.words == "rolled engineer back in the project tier (d2)")
    let restored = try await undo(place)
    #expect(restored.deployment?.record.kind == .restored && restored.change.undoneAt != nil)
    #expect(files(place) == deployed)
    #expect(try await undo(place).deployment?.record.kind == .rolledBack)
    #expect(files(place) == before)
    #expect(try standing(place) == ["deployed", "rolled-back", "restored", "rolled-back"])
    let nothing = await #expect(throws: WhetError.self) { try await place.trainer.rollback(agent: place.agent) }
    #expect(nothing?.code == .deploymentNothing)
  }

  @Test func `what was restored can be rolled back as the deployment could`() async throws {
    let place = try await trained()
    _ = try await place.trainer.deploy(agent: place.agent)
    _ = try await place.trainer.rollback(agent: place.agent)
    _ = try await undo(place)
    _ = try await place.trainer.rollback(agent: place.agent)
    #expect(files(place) == [nil, nil, nil])
    // That rollback is a change of its own.
    #expect(try await undo(place).deployment?.record.kind == .restored)
    #expect(place.read("engineer.md") != nil)
  }

  @Test(arguments: ["engineer.md", "engineer.rules.json"])
  func `a deployment whose file somebody changed is passed over and the change before is taken back`(
    name: String
  ) async throws {
    let place = try await trained()
    _ = try await place.trainer.deploy(agent: place.agent)
    let change = try #require(try place.store.lastChange())
    try place.write(#require(place.read(name)) + Data("\n".utf8), to: name)
    let (before, records) = (files(place), try place.store.deployments())
    let plan = try place.trainer.undoPlan()
    #expect(plan.change.kind == .added && plan.passed.map(\.change) == [change])
    let reason = plan.passed.first?.reason
    #expect(reason?.code == .agentConflict && reason?.advice?.contains("'rollback engineer'") == true)
    // Not the one that was named: its file was touched while the question stood.
    let error = await #expect(throws: WhetError.self) { try await place.trainer.undo(change.id) }
    #expect(error == reason)
    #expect(try await undo(place).change.id == plan.change.id)
    #expect(try place.store.corrections() == [] && place.store.changes() == [change])
    #expect(try files(place) == before && place.store.deployments() == records)
  }

  @Test func `with a change that cannot be taken back alone there is nothing to take back, and why is said`()
    async throws
  {
    let place = try await Workplace()
    _ = try await place.trainer.createAgent(AgentName("reviewer"), tier: .project)
    try place.edit("reviewer.md", "reviewer", "writer")
    let error = #expect(throws: WhetError.self) { try place.trainer.undoPlan() }
    #expect(error?.code == .undoNothing && error?.location?.file.hasSuffix("reviewer.md") == true)
    #expect(error?.message.hasSuffix("the file is no longer the one that was made") == true)
    try place.add(Sample.many(1))
    #expect(try await undo(place).plan.passed == [])
  }

  @Test func `below a deployment that stays no older change of its file is taken back, though the file has its bytes`()
    async throws
  {
    let place = try await Workplace()
    _ = try await place.trainer.createAgent(place.agent, tier: .project)
    let made = try #require(place.read("engineer.md"))
    try place.add(Sample.many(8))
    try await place.train()
    _ = try await place.trainer.deploy(agent: place.agent)
    try place.edit("engineer.rules.json", "}", "} ")
    try place.write(made, to: "engineer.md")
    #expect(try place.trainer.undoPlan().passed.map(\.change.kind) == [.deployed])
    #expect(try await undo(place).change.kind == .added)
    let error = #expect(throws: WhetError.self) { try place.trainer.undoPlan() }
    #expect(error?.code == .undoNothing && place.read("engineer.md") == made)
  }

  @Test func `a deployment of another project is taken back there only`() async throws {
    let place = try await trained()
    _ = try await place.trainer.deploy(agent: place.agent)
    let elsewhere = try await place.otherTrainer(project: "elsewhere")
    let change = try #require(try place.store.lastChange()).id
    let plan = try elsewhere.undoPlan()
    #expect(plan.change.kind == .added && plan.passed.map(\.reason.code) == [.pathUnsafe])
    let error = await #expect(throws: WhetError.self) { try await elsewhere.undo(change) }
    #expect(error?.code == .pathUnsafe)
    #expect(try place.store.deployments().count == 1)
    _ = try await undo(place)
    #expect(files(place) == [nil, nil, nil])
  }

  @Test func `a definition that was made is removed only while it is byte for byte the same`() async throws {
    let place = try await Workplace()
    _ = try await place.trainer.createAgent(AgentName("reviewer"), tier: .project)
    let made = try #require(place.read("reviewer.md"))
    try place.write(made + Data("More.\n".utf8), to: "reviewer.md")
    let error = await #expect(throws: WhetError.self) { try await undo(place) }
    #expect(error?.code == .undoNothing && place.read("reviewer.md") == made + Data("More.\n".utf8))
    try place.write(made, to: "reviewer.md")
    #expect(try await undo(place).plan.effect.hasSuffix("reviewer.md' is removed"))
    #expect(place.read("reviewer.md") == nil)
    #expect(try place.store.changes() == [])
  }

  @Test func `a made definition that is gone already is no longer offered after one undo`() async throws {
    let place = try await Workplace()
    _ = try await place.trainer.createAgent(AgentName("reviewer"), tier: .project)
    try FileManager.default.removeItem(at: place.url("reviewer.md"))
    _ = try await undo(place)
    #expect(try place.store.changes() == [])
  }

  @Test func `a definition that could not be made is no change`() async throws {
    let place = try await Workplace()
    let name = try AgentName("reviewer")
    _ = try await place.trainer.createAgent(name, tier: .project)
    await #expect(throws: WhetError.self) { try await place.trainer.createAgent(name, tier: .project) }
    #expect(try place.store.changes().count == 1 && place.store.unsettledChanges() == [])
  }

  @Test func `what was trained meanwhile is named and stays, and its lesson is retired at the next learning`()
    async throws
  {
    let place = try await trained()
    let plan = try place.trainer.undoPlan()
    #expect(plan.remains.count == 2 && plan.remains[0].hasPrefix("8 sessions trained with it and stay;"))
    #expect(plan.remains[1].hasPrefix("The run r1 was at work after it;"))
    _ = try await undo(place)
    #expect(try place.store.lessons().map(\.status) == [.active] && place.store.sessions().count == 8)
    try place.add([.lonely])
    try await place.train()
    #expect(try place.store.lessons().first?.status == .retired)
    let nothing = try await Workplace()
    let error = #expect(throws: WhetError.self) { try nothing.trainer.undoPlan() }
    #expect(error?.code == .undoNothing)
  }

  @Test func `of two shells that undo one deployment one does`() async throws {
    let place = try await trained()
    _ = try await place.trainer.deploy(agent: place.agent)
    let change = try place.trainer.undoPlan().change.id
    let other = try await place.otherTrainer()
    _ = try await other.undo(change)
    let error = await #expect(throws: WhetError.self) { try await place.trainer.undo(change) }
    #expect(error?.code == .undoOvertaken)
    #expect(try standing(place) == ["deployed", "rolled-back"])
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `as many undos as there were changes of files and corrections give the beginning`(seed: UInt64) async throws {
    let place = try await trained()
    var generator = SeededGenerator(seed: seed)
    let first = try place.store.changes(limit: 100)
    var states = [files(place)]
    for _ in 0..<8 {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: _ = try await place.trainer.deploy(agent: place.agent)
      case 1: _ = try? await place.trainer.rollback(agent: place.agent)
      case 2: _ = try? await place.trainer.createAgent(AgentName("reviewer"), tier: .project)
      default: try place.store.edit(CorrectionID("none0"), to: edited(place, &generator))
      }
      if try place.store.changes(limit: 100).count == first.count + states.count { states.append(files(place)) }
    }
    while states.count > 1 {
      _ = try await undo(place)
      states.removeLast()
      #expect(files(place) == states.last)
    }
    #expect(try place.store.changes(limit: 100) == first)
    #expect(try place.store.correction(CorrectionID("none0")).revision == 1)
    #expect(try place.store.integrityFaults() == [])
  }

  private func edited(_ place: Workplace, _ generator: inout SeededGenerator) throws -> CorrectionDraft {
    var fields = CorrectionFields(try place.store.correction(CorrectionID("none0")))
    fields.feedback = "remark \(generator.next())"
    return try CorrectionDraft(fields)
  }
}
