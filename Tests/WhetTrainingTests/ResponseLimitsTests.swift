import Foundation
import Testing
import WhetCore
import WhetLearning
import WhetStore

@testable import WhetTraining

@Suite(.timeLimit(.minutes(1))) struct ResponseLimitsTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: @Sendable () -> String
  }

  static let bad = [
    Bad(testDescription: "a NUL character") { "a\u{0}b" },
    Bad(testDescription: "50 MB") { String(repeating: "x", count: 50 << 20) },
    Bad(testDescription: "one byte too many") { String(repeating: "x", count: CorrectionDraft.maximumTextBytes + 1) },
  ]

  @Test(arguments: bad)
  func `a response that no text can be is refused everywhere and nothing is stored`(_ bad: Bad) async throws {
    let place = try await Workplace()
    let text = bad.text()
    let trained = await #expect(throws: WhetError.self) {
      try await place.trainer.train(response: text, agent: place.agent)
    }
    #expect(trained?.code == .responseInvalid && trained?.message.utf8.count ?? 1000 < 200)
    let improved = #expect(throws: WhetError.self) { try place.trainer.improve(text, agent: place.agent) }
    #expect(improved?.code == .responseInvalid)
    let corrected = #expect(throws: WhetError.self) { try place.add([Sample(id: "x", original: text, corrected: "y")]) }
    #expect(corrected?.code == .correctionInvalid)
    #expect(try place.store.runs().isEmpty && place.store.corrections().isEmpty)
  }

  @Test func `a context that no text can be is refused too`() async throws {
    let place = try await Workplace()
    let error = await #expect(throws: WhetError.self) {
      try await place.trainer.train(response: "x", agent: place.agent, context: ["task": "a\u{0}"])
    }
    #expect(error?.code == .responseInvalid)
    #expect(try place.store.runs().isEmpty)
  }

  @Test func `secrets of a response are redacted before they are stored`() async throws {
    let place = try await Workplace()
    let secret = "AKIAIOSFODNN7REALKEY"
    let report = try await place.trainer.train(
      response: "key \(secret)", agent: place.agent, context: ["task": "use \(secret)", "env": secret])
    let session = try place.trainer.sessionReport(#require(report.sessions.first).id)
    #expect(session.original == "key [redacted:aws-access-key]")
    #expect(session.prompt?.contains(secret) == false && session.prompt?.contains("use [redacted") == true)
  }

  @Test func `an agent nobody knows improves nothing`() async throws {
    let place = try await Workplace(agent: "nobody")
    let error = #expect(throws: WhetError.self) { try place.trainer.improve("x", agent: place.agent) }
    #expect(error?.code == .notFound)
  }

  @Test func `an agent without lessons leaves a response as it is`() async throws {
    let place = try await Workplace()
    let improved = try place.trainer.improve("x = None\r\n", agent: place.agent)
    #expect(
      improved.improvement.text == "x = None\r\n" && improved.source == "nothing learned" && improved.lessons.isEmpty)
  }
}
