import Foundation
import WhetCore
import WhetScript

@testable import WhetShell

/// A home in which the examples of the help pages work: the files they name are there, the engineer is trained twice and
/// deployed twice.
struct PreparedHome {
  let test: TestShell

  /// - Parameter isTrained: `false` for a home without corrections.
  init(isTrained: Bool = true, overrides: [String: String] = [:]) async throws {
    test = try TestShell(output: .json, overrides: overrides)
    test.shell.setAsker { _ in true }
    try test.write(Self.corrections.joined(separator: "\n") + "\n", to: "corrections.jsonl")
    try test.write("def late(x):\n    if x == None:\n        return 1\n", to: "answer.py")
    try test.write("def late(x):\n    if x is None:\n        return 1\n", to: "better.py")
    try test.write("echo 'hello'\n", to: "nightly.whet")
    try test.write(Self.line(90, "second"), to: "more.jsonl")
    try test.write(Self.line(92, "fourth"), to: "new.jsonl")
    try test.write(Self.stream, to: "stream.jsonl")
    try test.write(Self.corrections.joined(separator: "\n"), to: "known.jsonl")
    try writeDemo()
    for line in isTrained ? Self.preparation : [] { _ = await test.run(line) }
  }

  private static let preparation = [
    "correction import corrections.jsonl", "train engineer", "deploy engineer", "correction import more.jsonl",
    "train engineer", "deploy engineer",
  ]

  /// Runs a line on its own and gives its exit status with the JSON value it wrote; no value where it wrote none.
  func run(_ line: String) async throws -> (code: ExitCode, value: JSONValue?) {
    let before = test.captured.output.utf8.count
    let code = await test.run(line)
    let written = test.captured.output.utf8.dropFirst(before)
    return (code, try? JSONValue.reading(written))
  }

  func remove() { test.remove() }

  private static let names = ["alpha", "beta", "gamma", "delta", "omega", "sigma", "kappa", "theta"]

  static let corrections = names.enumerated().map { line($0, $1) }

  /// A correction of one mistake, with other names around it.
  static func line(_ index: Int, _ name: String, verify: String = "") -> String {
    let text = "def \(name)_\(index)(in_\(name)):\\n    if in_\(name) == None:\\n        return '\(name)'\\n"
    let corrected = text.replacing("== None", with: "is None")
    return #"{"id":"n\#(index)","agent":"engineer","task":"check \#(name)","format":"code","language":"python","#
      + #""original":"\#(text)","corrected":"\#(corrected)"\#(verify)}"#
  }

  /// Corrected responses of a person whose one preference is named; one line is accepted.
  private static let stream =
    names.enumerated().map { index, name in
      let original = "Ask \(name) for the db of \(index) hosts!\\n"
      let corrected = original.replacing("db", with: "database")
      return #"{"id":"m\#(index)","original":"\#(original)","corrected":"\#(corrected)","#
        + #""preferences":{"database":"\#(original)"}}"#
    }.joined(separator: "\n") + "\n" + #"{"original":"All is well.","corrected":"All is well."}"# + "\n"

  private func writeDemo() throws {
    let folder = test.folder.appending(path: "demos/engineer")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let verify = #","verify":{"run":["grep","-q","is None","{response}"]}"#
    let lines = Self.names.enumerated().map { Self.line($0, $1, verify: verify) }
    try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(component: "corrections.jsonl"))
    try Data("def late(x):\n    if x == None:\n        return 1\n".utf8).write(
      to: folder.appending(component: "new-response.py"))
    try Data("# A tiny demo\n".utf8).write(to: folder.appending(component: "README.md"))
  }
}
