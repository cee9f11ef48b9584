import Foundation
import Testing
import WhetCore

@testable import WhetStore

@Suite struct AdditionTests {
  @Test func `a correction without an id gets one from its content`() throws {
    let store = try Store.sample()
    let draft = try Samples.draft(1)
    let expected = "c" + ArtefactDigest(of: draft.canonicalContent).hex.prefix(10)
    let addition = try #require(try store.add([draft]).first)
    guard case .added(let correction) = addition else { throw Unexpected(addition) }
    #expect(correction.id.rawValue == expected)
    #expect(try store.correction(correction.id) == correction)
  }

  @Test(arguments: [nil, "my-1"])
  func `adding twice changes nothing, in one call or two`(id: String?) throws {
    let store = try Store.sample()
    let draft = try Samples.draft(1, id: id)
    let first = try store.add([draft, draft])
    guard case .added(let correction) = first[0] else { throw Unexpected(first[0]) }
    #expect(first[1] == .unchanged(correction.id))
    #expect(try store.add([draft]) == [.unchanged(correction.id)])
    #expect(try store.corrections() == [correction])
  }

  @Test func `another content under the same id is a conflict and concerns only itself`() throws {
    let store = try Store.sample()
    let additions = try store.add([
      Samples.draft(1, id: "a"), Samples.draft(2, id: "a"), Samples.draft(3, id: "b"),
    ])
    guard case .conflict(let error) = additions[1] else { throw Unexpected(additions[1]) }
    #expect(error.code == .correctionConflict)
    #expect(error.advice?.contains("correction edit a") == true)
    #expect(try store.corrections().map(\.id.rawValue) == ["a", "b"])
    #expect(try store.correction(CorrectionID("a")).task == "task 1")
  }

  @Test func `a removed correction stays removed when its file is imported again`() throws {
    let store = try Store.sample()
    _ = try store.add([Samples.draft(1, id: "a")])
    try store.hide(CorrectionID("a"))
    #expect(try store.add([Samples.draft(1, id: "a")]) == [.hidden(CorrectionID("a"))])
    #expect(try store.corrections() == [])
    try store.restore(CorrectionID("a"))
    #expect(try store.corrections().count == 1)
  }

  @Test func `an edited correction's file is imported again without a conflict`() throws {
    let store = try Store.sample()
    _ = try store.add([Samples.draft(1, id: "a")])
    try store.edit(CorrectionID("a"), to: Samples.draft(2, id: "a"))
    #expect(try store.add([Samples.draft(1, id: "a")]) == [.unchanged(CorrectionID("a"))])
    #expect(try store.correction(CorrectionID("a")).task == "task 2")
  }

  @Test func `an id made from content that is taken by another content gets more digits`() throws {
    let store = try Store.sample()
    let draft = try Samples.draft(1)
    let hex = ArtefactDigest(of: draft.canonicalContent).hex
    _ = try store.add([Samples.draft(2, id: "c\(hex.prefix(10))"), Samples.draft(3, id: "c\(hex.prefix(16))")])
    let addition = try #require(try store.add([draft]).first)
    guard case .added(let correction) = addition else { throw Unexpected(addition) }
    #expect(correction.id.rawValue == "c\(hex.prefix(32))")
    #expect(try store.add([draft]) == [.unchanged(correction.id)])
  }

  @Test func `every field of a correction comes back`() throws {
    let store = try Store.sample()
    let draft = try CorrectionDraft(
      CorrectionFields(
        id: "all", agent: AgentName("qa"), task: "täsk",
        context: CorrectionContext(values: ["a": "b", "file": "x\ny"]),
        original: "before\r\n\u{202E}x", corrected: "after", feedback: "better", format: .analysis, language: "Swift",
        type: .missingInformation, severity: .critical,
        verify: VerifierSpecification(run: ["true", "{response}"], stdin: "in", files: ["a/b": "c"], timeout: 2.5),
        pinned: true, source: "review"))
    guard case .added(let correction) = try store.add([draft])[0] else { throw Unexpected("not added") }
    #expect(correction == draft.correction(id: CorrectionID("all"), createdAt: correction.createdAt))
    #expect(try store.correction(CorrectionID("all")) == correction)
  }
}

/// A case the test did not expect.
struct Unexpected: Error {
  let value: String

  init(_ value: Any) {
    self.value = "\(value)"
  }
}
