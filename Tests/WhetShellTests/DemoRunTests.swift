import Foundation
import Testing
import WhetCore

@testable import WhetShell

/// A demo of a few cases whose verifiers only look for words, so that it runs in a second.
@Suite(.timeLimit(.minutes(3)))
struct DemoRunTests {
  private static let names = ["alpha", "beta", "gamma", "delta", "omega", "sigma", "kappa", "theta", "lambda", "zeta"]

  private func demo(overrides: [String: String] = [:], output: OutputFormat = .table) throws -> TestShell {
    let test = try TestShell(output: output, overrides: overrides)
    let folder = test.folder.appending(path: "demos/tiny")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let corrections = Self.names.enumerated().map { index, name in Self.line(index, name) } + [Self.kept]
    try Data(corrections.joined(separator: "\n").utf8).write(to: folder.appending(component: "corrections.jsonl"))
    try Data("def late(x):\n    if x == None:\n        return 1\n".utf8).write(
      to: folder.appending(component: "new-response.py"))
    try Data("# A tiny demo\n".utf8).write(to: folder.appending(component: "README.md"))
    return test
  }

  private static func line(_ index: Int, _ name: String) -> String {
    let text = "def \(name)_\(index)(in_\(name)):\\n    if in_\(name) == None:\\n        return '\(name)'\\n"
    let corrected = text.replacing("== None", with: "is None")
    return #"{"id":"\#(name)","agent":"engineer","task":"check \#(name)","format":"code","language":"python","#
      + #""original":"\#(text)","corrected":"\#(corrected)","verify":{"run":["grep","-q","is None","{response}"]}}"#
  }

  private static let kept =
    #"{"id":"keep","agent":"engineer","task":"keep","format":"code","language":"python","#
    + #""original":"def same(a):\n    return a\n","corrected":"def same(a):\n    return a\n","verify":{"run":["grep","-q","return a","{response}"]}}"#

  @Test func `a demo tells its story and holds`() async throws {
    let test = try demo()
    defer { test.remove() }
    #expect(await test.run("demo list", "demo run tiny") == .success)
    for words in [
      "A tiny demo", "One session, step by step", "6 adaptation", "The gate deploys", "Rollback", "The demo holds",
    ] {
      #expect(test.captured.output.contains(words))
    }
    #expect(test.captured.output.contains("+    if x is None:"))
  }

  @Test func `its JSON is one value and nothing else`() async throws {
    let test = try demo(output: .json)
    defer { test.remove() }
    #expect(await test.run("demo run tiny") == .success)
    let value = try #require(try JSONSerialization.jsonObject(with: Data(test.captured.output.utf8)) as? [String: Any])
    #expect(value["holds"] as? Bool == true)
    #expect(value["failing"] as? Int == 10)
    #expect(value["restored"] as? Bool == true)
  }

  @Test func `with the learner off the gate refuses and the demo fails`() async throws {
    let test = try demo(overrides: ["learner": "off"], output: .json)
    defer { test.remove() }
    #expect(await test.run("demo run tiny") == .refused)
    #expect(test.captured.errors.contains("the strict gate refuses"))
    #expect(test.captured.output.contains("\"holds\": false"))
  }

  @Test func `nothing of the user's is touched`() async throws {
    let test = try demo()
    defer { test.remove() }
    #expect(await test.run("demo run tiny") == .success)
    #expect(!FileManager.default.fileExists(atPath: test.folder.appending(path: "whet.db").path(percentEncoded: false)))
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.folder.appending(path: "project").path()).isEmpty)
  }
}
