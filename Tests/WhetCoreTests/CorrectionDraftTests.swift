import Foundation
import Testing
import WhetCore

@Suite struct `Correction drafts` {
  private static func draft(_ json: String) throws -> CorrectionDraft { try CorrectionDraft(json: Data(json.utf8)) }

  private static let minimal = #"{"agent":"engineer","task":"Add","original":"a","corrected":"b"}"#

  private static func with(_ members: String) -> String { minimal.dropLast() + "," + members + "}" }

  static let badLines: [(line: String, reason: String)] =
    [
      ("", "the line is not valid JSON"),
      ("{", "the line is not valid JSON"),
      ("hello", "the line is not valid JSON"),
      (minimal + minimal, "the line is not valid JSON"),
      ("[]", "the line is not a JSON object"),
      ("7", "the line is not a JSON object"),
      ("null", "the line is not a JSON object"),
      ("{}", "the field 'agent' is missing"),
      (#"{"agent":"e","original":"a","corrected":"b"}"#, "the field 'task' is missing"),
      (#"{"agent":"e","task":"t","corrected":"b"}"#, "the field 'original' is missing"),
      (
        #"{"agent":"e","task":"t","original":"a"}"#,
        "nothing to learn from: 'corrected', 'feedback' and 'verify' are all missing"
      ),
      (#"{"agent":7,"task":"t","original":"a"}"#, "the field 'agent' has the wrong type"),
      (#"{"agent":"e","task":["t"],"original":"a"}"#, "the field 'task' has the wrong type"),
      (#"{"agent":"../e","task":"t","original":"a","corrected":"b"}"#, "'../e' cannot be an agent's name"),
      (#"{"agent":"e","task":" \n\t","original":"a","corrected":"b"}"#, "'task' is empty"),
      (with(#""format":"poem""#), "the field 'format' has a value that is not allowed"),
      (with(#""type":"typo""#), "the field 'type' has a value that is not allowed"),
      (with(#""severity":"severe""#), "the field 'severity' has a value that is not allowed"),
      (with(#""pinned":"yes""#), "the field 'pinned' has the wrong type"),
      (with(#""context":[1]"#), "the field 'context' has the wrong type"),
      (with(#""id":"a b""#), "'a b' cannot be an id"),
      (with(#""feedback":"a\u0000b""#), "'feedback' contains a NUL character"),
      (with(#""context":{"log":"\u0000"}"#), "'context.log' contains a NUL character"),
      (with(#""verify":{}"#), "the field 'verify.run' is missing"),
      (with(#""verify":{"run":"make"}"#), "the field 'verify.run' has the wrong type"),
      (with(#""verify":{"run":[]}"#), "'verify.run' is empty"),
      (with(#""verify":{"run":[""]}"#), "'verify.run' is empty"),
      (with(#""verify":{"run":["a\u0000"]}"#), "'verify' contains a NUL character"),
      (with(#""verify":{"run":["a"],"timeout":0}"#), "'verify.timeout' must be a number of seconds above 0"),
      (with(#""verify":{"run":["a"],"timeout":-1}"#), "'verify.timeout' must be a number of seconds above 0"),
      (with(#""verify":{"run":["a"],"timeout":"1"}"#), "the field 'verify.timeout' has the wrong type"),
    ]
    + ["", "/etc/passwd", "../x", "a/../b", "a/./b", "a//b", "a/", ".", "..", "./a"].map { path in
      (
        with(#""verify":{"run":["a"],"files":{"\#(path)":"x"}}"#),
        "'verify.files' has the path '\(path)', which is not inside the verifier's folder"
      )
    }

  @Test(arguments: badLines)
  func `say in words what is wrong with a line`(line: String, reason: String) {
    let error = #expect(throws: WhetError.self) { try Self.draft(line) }
    #expect(error?.message == reason)
  }

  @Test func `refuse bytes that are no UTF-8`() {
    let error = #expect(throws: WhetError.self) { try CorrectionDraft(json: Data([0x7B, 0xFF, 0x7D])) }
    #expect(error?.message == "the line is not valid UTF-8")
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["original", "feedback", "verify.stdin", "verify.files.big"])
  func `refuse a text that is too large, wherever it stands`(field: String) throws {
    let big = String(repeating: "x", count: CorrectionDraft.maximumTextBytes + 1)
    var fields = CorrectionFields(agent: try AgentName("e"), task: "t", original: "a", corrected: "b")
    switch field {
    case "original": fields.original = big
    case "feedback": fields.feedback = big
    case "verify.stdin": fields.verify = VerifierSpecification(run: ["a"], stdin: big)
    default: fields.verify = VerifierSpecification(run: ["a"], files: ["big": big])
    }
    let error = #expect(throws: WhetError.self) { try CorrectionDraft(fields) }
    #expect(error?.message == "'\(field)' has 4194305 bytes; at most 4194304 are accepted")
  }

  @Test(arguments: [
    #""corrected":"b""#, #""feedback":"shorter""#, #""verify":{"run":["true"]}"#, #""corrected":"a""#,
    #""corrected":"b","unknown":1"#, #""corrected":"b","context":"why""#, #""corrected":"b","context":{"a":"1"}"#,
  ])
  func `take a line with something to learn from`(members: String) throws {
    let draft = try Self.draft(#"{"agent":"engineer","task":"t","original":"a",\#(members)}"#)
    #expect(draft.agent.rawValue == "engineer")
    #expect(draft.id == nil)
    #expect(draft.redactions.isEmpty)
  }

  @Test func `become a correction with every field`() throws {
    let draft = try Self.draft(
      #"""
      {"id":"k1","agent":"engineer","task":"t","context":"why","original":"x = 1","corrected":"x = 2","feedback":"f",
       "language":"Python","type":"missing-information","severity":"high","pinned":true,"source":"review",
       "verify":{"run":["a","{response}"],"stdin":"i","files":{"d/f":"c"},"timeout":2.5}}
      """#)
    let date = Date(timeIntervalSince1970: 7)
    let correction = draft.correction(id: CorrectionID("k1"), revision: 3, createdAt: date)
    #expect(draft.id == CorrectionID("k1"))
    #expect(correction.context == ["context": "why"])
    #expect(correction.language == "python")
    #expect(correction.format == .code)
    #expect(correction.type == .missingInformation)
    #expect(correction.severity == .high)
    #expect(correction.isPinned && !correction.isAccepted)
    #expect(correction.revision == 3 && correction.createdAt == date && correction.source == "review")
    #expect(
      correction.verifier
        == VerifierSpecification(run: ["a", "{response}"], stdin: "i", files: ["d/f": "c"], timeout: 2.5))
    #expect(
      try CorrectionDraft(CorrectionFields(correction)).correction(id: correction.id, revision: 3, createdAt: date)
        == correction)
  }

  @Test func `know an accepted response`() throws {
    let draft = try Self.draft(#"{"agent":"e","task":"t","original":"a","corrected":"a"}"#)
    #expect(draft.correction(id: CorrectionID("x"), createdAt: .distantPast).isAccepted)
  }

  @Test func `have the same canonical content whatever the id and the order of the fields`() throws {
    let one = try Self.draft(
      #"{"id":"k1","agent":"e","task":"t","original":"a","corrected":"b","context":{"x":"1","y":"2"}}"#)
    let two = try Self.draft(
      #"{"context":{"y":"2","x":"1"},"corrected":"b","original":"a","task":"t","agent":"e","id":"k2"}"#)
    let other = try Self.draft(#"{"agent":"e","task":"t","original":"a","corrected":"c"}"#)
    #expect(one.canonicalContent == two.canonicalContent)
    #expect(one.canonicalContent != other.canonicalContent)
  }

  @Test func `hold no secret in any field and name the fields that had one`() throws {
    let secret = "AK" + "IA" + "QWERTYUIOP234567"
    let fields = CorrectionFields(
      agent: try AgentName("e"), task: secret, context: CorrectionContext(values: ["log": secret]), original: secret,
      corrected: secret, feedback: secret,
      verify: VerifierSpecification(run: ["a", secret], stdin: secret, files: ["f": secret]), source: secret)
    let draft = try CorrectionDraft(fields)
    #expect(
      Set(draft.redactions.keys) == [
        "task", "context.log", "original", "corrected", "feedback", "source", "verify.run", "verify.stdin",
        "verify.files.f",
      ])
    #expect(!String(decoding: draft.canonicalContent, as: UTF8.self).contains(secret))
  }

  @Test(arguments: 0..<4)
  func `never fail on a mutated line`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let line = Array(Self.with(#""verify":{"run":["a"],"files":{"f":"x"},"timeout":1},"context":{"a":"b"}"#).utf8)
    for _ in 0..<500 {
      var bytes = line
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        if Bool.random(using: &generator) {
          bytes[index] = .random(in: 0...255, using: &generator)
        } else {
          bytes.remove(at: index)
        }
      }
      do {
        _ = try CorrectionDraft(json: Data(bytes))
      } catch {
        #expect(!error.message.isEmpty && error.message.count < 300)
      }
    }
  }
}
