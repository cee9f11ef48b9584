import Foundation
import Testing
import WhetAgents
import WhetCore
import WhetEvaluation
import WhetIntegration
import WhetStore
import WhetTraining

@Suite(.timeLimit(.minutes(2))) struct SubprocessTrainingTests {
  private func train(_ index: Int, _ sample: SampleIntegration) async throws -> IntegrationResult {
    let mistake = Mistake(index)
    return try await sample.integration.trainSubprocessResponse(
      subprocessID: "task_\(index)", agent: "engineer", original: mistake.original, correction: mistake.corrected,
      context: ["task": "check \(index)", "repository": "shop"])
  }

  @Test func `a reported correction is stored with its source and trained`() async throws {
    let sample = try await SampleIntegration()
    let result = try await train(1, sample)
    let correction = try sample.store.correction(result.correctionID)
    #expect(correction.source == "subprocess:task_1")
    #expect(correction.task == "check 1")
    #expect(correction.context == ["repository": "shop"])
    let session = try sample.store.session(result.sessionID)
    #expect(session.run == result.runID)
    #expect(session.state == .finished)
    #expect(result.isNew)
  }

  @Test func `the first correction improves nothing and the gate refuses`() async throws {
    let sample = try await SampleIntegration()
    let result = try await train(1, sample)
    #expect(result.local == 0)
    #expect(result.decision?.verdict == .refuse)
    let error = await #expect(throws: WhetError.self) {
      try await sample.integration.deploy(agent: "engineer", run: result.runID, tier: .user)
    }
    #expect(error?.exitCode == .refused)
  }

  @Test func `enough corrections of one kind raise the score until the gate deploys`() async throws {
    let sample = try await SampleIntegration()
    var last: IntegrationResult?
    for index in 0..<16 { last = try await train(index, sample) }
    let result = try #require(last)
    #expect(try #require(result.improvementScore) > 0)
    #expect(try #require(result.local) > 0)
    #expect(result.engine == "offline")
    #expect(result.decision?.verdict == .deploy)
    let deployment = try await sample.integration.deploy(agent: "engineer", run: result.runID, tier: .user)
    #expect(deployment.record.tier == "user")
    #expect(deployment.definitionAfter?.contains("whet:begin") == true)
  }

  @Test func `a correction that is reported twice is trained once`() async throws {
    let sample = try await SampleIntegration()
    let first = try await train(1, sample)
    _ = try await train(2, sample)
    let again = try await train(1, sample)
    #expect(!again.isNew)
    #expect((again.runID, again.sessionID, again.local) == (first.runID, first.sessionID, first.local))
    #expect(try sample.store.sessions().count == 2)
  }

  @Test func `a removed correction is not trained again`() async throws {
    let sample = try await SampleIntegration()
    let result = try await train(1, sample)
    try sample.store.hide(result.correctionID)
    let error = await #expect(throws: WhetError.self) { try await train(1, sample) }
    #expect(error?.code == .correctionRemoved)
  }

  @Test func `without a task the sub-process names the correction`() async throws {
    let sample = try await SampleIntegration()
    let result = try await sample.integration.trainSubprocessResponse(
      subprocessID: "42", agent: sample.agent, original: "a", correction: "b")
    #expect(try sample.store.correction(result.correctionID).task == "answer of the sub-process 42")
  }

  @Test(arguments: ["../../etc/x", "", "a/b", "x\u{0}"])
  func `an agent's name that leaves its folder is refused and nothing is stored`(name: String) async throws {
    let sample = try await SampleIntegration()
    let error = await #expect(throws: WhetError.self) {
      try await sample.integration.trainSubprocessResponse(
        subprocessID: "1", agent: name, original: "a", correction: "b")
    }
    #expect(error?.code == .agentNameInvalid)
    #expect(try sample.store.corrections().isEmpty)
  }

  @Test func `a NUL character is refused and nothing is stored`() async throws {
    let sample = try await SampleIntegration()
    let error = await #expect(throws: WhetError.self) {
      try await sample.integration.trainSubprocessResponse(
        subprocessID: "1", agent: "engineer", original: "a\u{0}", correction: "b")
    }
    #expect(error?.code == .correctionInvalid)
    #expect(try sample.store.corrections().isEmpty)
  }

  @Test func `what was not measured is null in JSON, and the result survives coding`() async throws {
    let sample = try await SampleIntegration()
    let result = try await train(1, sample)
    #expect(try JSONDecoder().decode(IntegrationResult.self, from: JSONEncoder().encode(result)) == result)
    #expect(result.value["low"] == .null)
    #expect(result.value["gate"] == "refuse")
    #expect(result.value["session"] == .string(result.sessionID.rawValue))
  }
}
