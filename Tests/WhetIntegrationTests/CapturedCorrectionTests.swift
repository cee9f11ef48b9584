import Foundation
import Testing
import WhetCore
import WhetIntegration
import WhetStore
import WhetTraining

/// From a captured answer to its correction.
@Suite(.timeLimit(.minutes(1))) struct CapturedCorrectionTests {
  @Test func `a captured answer can be corrected later`() async throws {
    let sample = try await SampleIntegration()
    let captured = try await sample.capture("echo 'a = 1'")
    var fields = try sample.integration.correctionFields(of: captured.sessionID)
    #expect(fields.original == "a = 1\n")
    #expect(fields.task == "print something")
    #expect(fields.source == "session:s1")
    #expect(fields.context?.values.keys.sorted() == ["command"])
    fields.corrected = "a = 2\n"
    let report = try await sample.trainer.train(CorrectionDraft(fields))
    #expect(report.sessions.count == 1)
    #expect(try sample.store.corrections(agent: sample.agent).map(\.original) == ["a = 1\n"])
  }

  @Test func `the session of a correction is not a captured answer`() async throws {
    let sample = try await SampleIntegration()
    let result = try await sample.integration.trainSubprocessResponse(
      subprocessID: "1", agent: "engineer", original: "a", correction: "b")
    let error = #expect(throws: WhetError.self) { try sample.integration.correctionFields(of: result.sessionID) }
    #expect(error?.code == .captureInvalid)
  }

  @Test func `a session that is not there is an error`() async throws {
    let sample = try await SampleIntegration()
    let error = #expect(throws: WhetError.self) { try sample.integration.correctionFields(of: SessionID("s9")) }
    #expect(error?.code == .notFound)
  }
}
