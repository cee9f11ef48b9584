import Foundation
import Testing
import WhetCore
import WhetEvaluation
import WhetStore

@testable import WhetTraining

@Suite(.timeLimit(.minutes(1))) struct ImportTests {
  private static func line(_ id: String, _ corrected: String = "b", _ more: String = "") -> String {
    #"{"id":"\#(id)","agent":"engineer","task":"t","original":"a","corrected":"\#(corrected)"\#(more)}"#
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var added: [String] = []
    var unchanged = 0
    /// Lines of faults, each with a part of its message.
    var faults: [Int: String] = [:]
    var redactions = 0
    var ignored: [String] = []
  }

  static let cases = [
    Case(testDescription: "an empty file", text: ""),
    Case(testDescription: "only blank lines", text: "\n \n\t\r\n"),
    Case(testDescription: "one line without an end", text: line("x"), added: ["x"]),
    Case(testDescription: "a byte-order mark", text: "\u{FEFF}" + line("x") + "\n", added: ["x"]),
    Case(
      testDescription: "lines that end in CR LF", text: [line("x"), line("y"), ""].joined(separator: "\r\n"),
      added: ["x", "y"]),
    Case(
      testDescription: "blank lines count", text: "\n\r\n" + line("x") + "\n\nnonsense\n", added: ["x"],
      faults: [5: "not valid JSON"]),
    Case(testDescription: "the same line twice", text: line("x") + "\n" + line("x"), added: ["x"], unchanged: 1),
    Case(
      testDescription: "another content under one id", text: line("x") + "\n" + line("x", "c") + "\n" + line("y"),
      added: ["x", "y"], faults: [2: "says something else"]),
    Case(
      testDescription: "no object", text: "[1]\n7\n\"x\"\nnull", faults: [1: "not a JSON object", 2: "", 3: "", 4: ""]),
    Case(
      testDescription: "a cut line", text: String(line("x").dropLast(4)) + "\n" + line("y"), added: ["y"],
      faults: [1: "not valid JSON"]),
    Case(
      testDescription: "a missing and a wrong field",
      text: #"{"agent":"engineer","original":"a","corrected":"b"}"# + "\n"
        + #"{"agent":"engineer","task":7,"original":"a","corrected":"b"}"#,
      faults: [1: "'task' is missing", 2: "'task' has the wrong type"]),
    Case(
      testDescription: "nothing to learn from", text: #"{"agent":"engineer","task":"t","original":"a"}"#,
      faults: [1: "nothing to learn from"]),
    Case(
      testDescription: "an agent that leaves its folder",
      text: line("x").replacing("engineer", with: "../../etc/x"), faults: [1: "cannot be an agent's name"]),
    Case(testDescription: "an escaped NUL", text: line("x", #"b\u0000"#), faults: [1: "NUL"]),
    Case(testDescription: "a raw NUL", text: line("x", "b\u{0}") + "\n" + line("y"), added: ["y"], faults: [1: ""]),
    Case(
      testDescription: "secrets",
      text: line("x", "key AKIAIOSFODNN7REALKEY and ghp_0123456789abcdefghijklmnopqrstuvwxyz"),
      added: ["x"], redactions: 2),
    Case(
      testDescription: "fields that mean nothing",
      text: line("x", "b", #","zeal":1,"extra":{}"#) + "\n" + line("y", "b", #","extra":2"#) + "\nnot read",
      added: ["x", "y"], faults: [3: ""], ignored: ["extra", "zeal"]),
  ]

  @Test(arguments: cases)
  func `an import says what became of each line`(_ example: Case) async throws {
    let place = try await Workplace()
    let report = try place.trainer.importCorrections(Data(example.text.utf8), file: "c.jsonl")
    #expect(report.file == "c.jsonl")
    #expect(report.added.map(\.rawValue) == example.added)
    #expect(report.unchanged == example.unchanged)
    #expect(
      report.faults.map(\.location) == example.faults.keys.sorted().map { SourceLocation(file: "c.jsonl", line: $0) })
    for fault in report.faults {
      let part = fault.location?.line.flatMap { example.faults[$0] } ?? "?"
      #expect(part.isEmpty || fault.message.contains(part), "\(fault)")
    }
    #expect(report.redactions == example.redactions)
    #expect(report.ignoredFields == example.ignored)
    #expect(try place.store.corrections().map(\.id.rawValue) == example.added)
  }

  @Test(arguments: cases)
  func `importing twice changes nothing`(_ example: Case) async throws {
    let place = try await Workplace()
    _ = try place.trainer.importCorrections(Data(example.text.utf8), file: "c.jsonl")
    let before = try place.store.corrections()
    let again = try place.trainer.importCorrections(Data(example.text.utf8), file: "c.jsonl")
    #expect(again.added.isEmpty)
    #expect(again.unchanged == example.added.count + example.unchanged)
    #expect(again.faults.count == example.faults.count)
    #expect(try place.store.corrections() == before)
  }

  @Test func `no secret reaches the store`() async throws {
    let place = try await Workplace()
    _ = try place.trainer.importCorrections(
      Data(Self.line("x", "key AKIAIOSFODNN7REALKEY").utf8), file: "c.jsonl")
    #expect(try place.store.corrections().first?.corrected == "key [redacted:aws-access-key]")
  }

  @Test func `invalid UTF-8 spoils its own line only`() async throws {
    let place = try await Workplace()
    let bytes = Data(Self.line("x").utf8) + Data("\n{\"id\":\"".utf8) + Data([0xFF, 0xC3, 0x28]) + Data("\"}\n".utf8)
    let report = try place.trainer.importCorrections(bytes + Data(Self.line("y").utf8), file: "c.jsonl")
    #expect(report.added.map(\.rawValue) == ["x", "y"])
    #expect(report.faults.map(\.location?.line) == [2])
    #expect(report.faults.first?.message == "the line is not valid UTF-8")
  }

  @Test func `a removed correction stays removed and is counted`() async throws {
    let place = try await Workplace()
    let text = Data(Self.line("x").utf8)
    _ = try place.trainer.importCorrections(text, file: "c.jsonl")
    try place.store.hide(CorrectionID("x"))
    let report = try place.trainer.importCorrections(text, file: "c.jsonl")
    #expect(report.removed == 1 && report.added.isEmpty && report.faults.isEmpty)
    #expect(try place.store.corrections().isEmpty)
  }

  @Test func `a slice of bytes is read from its own start`() async throws {
    let place = try await Workplace()
    let bytes = Data(("skipped\u{FEFF}" + Self.line("x")).utf8).dropFirst(7)
    #expect(try place.trainer.importCorrections(bytes, file: "c.jsonl").added.map(\.rawValue) == ["x"])
  }

  @Test func `damaged lines are faults and never crash`() async throws {
    let place = try await Workplace()
    var generator = SeededGenerator(seed: 7)
    let good = Array(Self.line("x", "b", #","verify":{"run":["true"]},"context":{"k":"v"}"#).utf8)
    var bytes: [UInt8] = []
    for _ in 0..<300 {
      var line = good
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        line[Int.random(in: 0..<line.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      bytes += line.filter { $0 != 0x0A } + [0x0A]
    }
    let report = try place.trainer.importCorrections(Data(bytes), file: "c.jsonl")
    #expect(report.added.count + report.unchanged + report.faults.count == 300)
    #expect(report.faults.allSatisfy { (1...300).contains($0.location?.line ?? 0) })
  }
}
