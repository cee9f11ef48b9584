import Foundation
import Testing
import WhetCore

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct CorrectionCommandTests {
  private static let lines = """
    {"id":"a","agent":"engineer","task":"one","format":"code","language":"python","original":"x = 1","corrected":"x = 2"}
    {"id":"b","agent":"engineer","task":"two","original":"y","corrected":"y","format":"conversation"}
    {"id":"c","agent":"qa","task":"three","original":"z","feedback":"be brief","format":"conversation","pinned":true}
    """

  @Test func `a file is imported once, listed, shown and exported`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    try test.write(Self.lines, to: "c.jsonl")
    #expect(await test.run("correction import c.jsonl", "correction import c.jsonl") == .success)
    #expect(test.captured.output == "c.jsonl: 3 added\n\nc.jsonl: 0 added, 3 unchanged\n")
    #expect(
      await test.run("correction show a", "correction list --agent qa", "correction export > out.jsonl") == .success)
    #expect(test.captured.output.contains("+x = 2"))
    #expect(await test.run("correction import out.jsonl") == .success)
    #expect(test.captured.output.hasSuffix("out.jsonl: 0 added, 3 unchanged\n"))
  }

  @Test func `bad lines are reported with their place, the rest goes in, and the command fails`() async throws {
    let test = try TestShell(output: .json)
    defer { test.remove() }
    try test.write("not json\n" + Self.lines + "\n{\"agent\":\"../../etc/x\"}\n", to: "c.jsonl")
    #expect(await test.run("correction import c.jsonl") == .failure)
    let value = try #require(try JSONSerialization.jsonObject(with: Data(test.captured.output.utf8)) as? [String: Any])
    #expect(value["added"] as? Int == 3)
    #expect(value["bad"] as? Int == 2)
    #expect(test.captured.errors.contains("c.jsonl:1: "))
    #expect(test.captured.errors.contains("c.jsonl:5: "))
  }

  @Test func `a correction is added from flags, edited, removed and brought back`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    try test.write("print(1)\n", to: "a.py")
    try test.write("print(2)\n", to: "b.py")
    let add = "correction add --id k --agent engineer --task t --original @a.py --corrected @b.py --language python"
    #expect(await test.run(add, add) == .success)
    #expect(test.captured.output == "added correction k\n\ncorrection k is there already\n")
    #expect(
      await test.run(
        "correction edit k --verify ['python3', '{response}'] --pinned", "correction edit k --pinned",
        "correction show k",
        "correction remove k", "correction list") == .success)
    #expect(test.captured.output.contains("revision 2"))
    #expect(test.captured.output.contains("correction k says that already"))
    #expect(test.captured.output.contains("python3 {response}"))
    #expect(test.captured.output.contains("no corrections"))
  }

  @Test(arguments: [
    "correction add --agent engineer --task t --original o",
    "correction add --agent '../x' --task t --original o --accept",
    "correction add --agent engineer --task t --original o --verify 3", "correction add --agent engineer --corrected x",
    "correction show nothing", "correction edit nothing --task x", "correction remove nothing",
    "correction import none",
    "correction add --agent engineer --task t --original @none --accept",
  ])
  func `what cannot be done is said and changes nothing`(command: String) async throws {
    let test = try TestShell(output: .json)
    defer { test.remove() }
    #expect(await test.run(command) != .success)
    #expect(test.captured.output == "")
    #expect(test.captured.errors.contains("whet: "))
    #expect(await test.run("correction list") == .success)
    #expect(test.captured.output == "[]\n")
  }
}
