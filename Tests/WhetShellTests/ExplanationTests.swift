import Foundation
import Testing
import WhetCore
import WhetScript
import WhetTerminal

@testable import WhetShell

struct ExplanationTests {
  /// The codes that the sources declare or spell out, as a look through the text of each file finds them.
  private static func declaredCodes() throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Sources", directoryHint: .isDirectory)
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var codes: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /Code\(\s*rawValue:\s*"([^"]*)"/) { codes.insert(String(match.1)) }
      guard text.contains("extension WhetError.Code") || text.contains("extension Code") else { continue }
      for match in text.matches(of: /(?:Self|\.init)\(\s*rawValue:\s*"([^"]*)"/) { codes.insert(String(match.1)) }
    }
    return codes
  }

  @Test func `every code that the sources declare has exactly one explanation`() throws {
    let declared = try Self.declaredCodes()
    // A search that finds too little proves nothing.
    #expect(declared.count >= 68)
    #expect(declared.isSuperset(of: ["usage", "store.busy", "interrupted", "agent.conflict", "capture.empty"]))
    #expect(Explanations.programCodes.map(\.name).sorted() == declared.sorted())
  }

  @Test func `every code of the language is explained too`() {
    let names = Set(Explanations.all.map(\.name))
    #expect(names.isSuperset(of: DiagnosticCode.allCases.map(\.rawValue)))
    #expect(names.isSuperset(of: RuntimeCode.allCases.map(\.rawValue)))
  }

  @Test func `no name is explained twice`() {
    let names = Explanations.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.lowercased() })
  }

  @Test(arguments: Explanations.programCodes)
  func `an explanation is a paragraph of sentences with two different examples`(entry: Explanations.Entry) throws {
    #expect(entry.text.count > 120)
    #expect(entry.text.hasSuffix("."))
    #expect(!entry.text.contains("  ") && !entry.text.contains("\n"))
    let examples = [try #require(entry.wrong), try #require(entry.right)]
    #expect(examples[0] != examples[1])
    for example in examples {
      #expect(!example.isEmpty && !example.hasSuffix("\n"))
      #expect(example.split(separator: "\n").allSatisfy { $0.count <= 116 })
    }
  }

  @Test(arguments: Explanations.words)
  func `a word is explained by a sentence and has no examples`(entry: Explanations.Entry) {
    #expect(entry.text.hasSuffix("."))
    #expect(!entry.text.contains("\n"))
    #expect(entry.wrong == nil && entry.right == nil)
  }

  /// The examples' lines that begin with the first word of a command, without what is said beside them.
  static let commandLines: [String] = {
    let words = CommandRegistry.standard.table.firstWords
    var lines: [String] = []
    for entry in Explanations.programCodes {
      for example in [entry.wrong, entry.right].compactMap({ $0 }) {
        for line in example.split(separator: "\n") where words.contains(where: { line.hasPrefix($0 + " ") }) {
          lines.append(String(line.prefix { $0 != "(" }))
        }
      }
    }
    return lines
  }()

  @Test(arguments: commandLines)
  func `the commands of the examples are as the shell declares them`(line: String) {
    #expect(diagnostics(of: line) == [])
  }

  @Test func `there are enough commands among the examples to look at`() {
    #expect(Self.commandLines.count > 60)
  }

  @Test(arguments: CodeExplanations.all)
  func `the examples of the language hold with the commands of the shell`(explanation: CodeExplanation) {
    #expect(diagnostics(of: explanation.right) == [])
    let wrong = diagnostics(of: explanation.wrong)
    // An invalid byte cannot stand in a string of Swift; a fault of the run is none before it.
    if explanation.code == DiagnosticCode.invalidUTF8.rawValue {
      #expect(wrong == [])
    } else if DiagnosticCode(rawValue: explanation.code) == nil {
      #expect(wrong == [])
    } else {
      #expect(wrong.contains(explanation.code))
    }
  }

  private func diagnostics(of text: String) -> [String] {
    var session = ScriptSession(table: CommandRegistry.standard.table)
    let input = ScriptInput(SourceText(name: "main.whet", text: text))
    let preparation = session.prepare(input) { path throws(WhetError) in
      guard path == "common.whet" else { throw WhetError(.fileUnreadable, "there is no '\(path)'") }
      return SourceText(name: path, text: "")
    }
    return Set(preparation.reports.flatMap(\.diagnostics).map(\.code.rawValue)).sorted()
  }

  @Test(.timeLimit(.minutes(1)))
  func `explain shows the paragraph and both examples as they stand`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    #expect(await test.run("explain section.damaged") == .success)
    let lines = test.captured.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.first == "section.damaged")
    #expect(lines.contains("Wrong") && lines.contains("Right"))
    let wrong = try #require(lines.firstIndex(of: "Wrong"))
    let expected = ["  <!-- whet:begin -->", "  Return a sorted list.", "  <!-- whet: end -->"]
    #expect(Array(lines[wrong...].dropFirst().prefix(3)) == expected)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= 118 })
  }

  @Test(.timeLimit(.minutes(1)))
  func `explain gives programs the name, the text and both examples`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    #expect(await test.run("explain script.bare-word | json") == .success)
    let value = try JSONDecoder().decode([String: String].self, from: Data(test.captured.output.utf8))
    #expect(Set(value.keys) == ["name", "text", "wrong", "right"])
    #expect(value["wrong"]?.contains("ANN") == true)
  }

  @Test(.timeLimit(.minutes(1)))
  func `explain alone lists every name with a sentence`() async throws {
    let test = try TestShell()
    defer { test.remove() }
    #expect(await test.run("explain") == .success)
    for entry in Explanations.all { #expect(test.captured.output.contains(entry.name)) }
    #expect(Explanations.all.allSatisfy { $0.summary.hasSuffix(".") && $0.summary.count <= 250 })
  }

  @Test(arguments: [
    ("stroe.busy", "did you mean 'store.busy'?"), ("store.nothing-like-it", "'explain' lists them all"),
  ])
  func `an unknown code is refused with advice`(name: String, advice: String) async throws {
    let test = try TestShell()
    defer { test.remove() }
    #expect(await test.run("explain \(name)") == .failure)
    #expect(test.captured.errors.contains(advice))
  }
}
