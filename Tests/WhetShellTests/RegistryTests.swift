import Testing
import WhetCore
import WhetScript
import WhetTerminal

@testable import WhetShell

struct RegistryTests {
  static let table = CommandRegistry.standard.table

  @Test func `the declarations have no defects`() {
    #expect(Self.table.defects() == [])
  }

  @Test(arguments: table.commands.map(\.name))
  func `each command has a page that fits the width`(name: String) throws {
    let page = try #require(
      HelpText(table: Self.table, width: 80).page(for: name.split(separator: " ").map(String.init)))
    #expect(page.contains("Effect:"))
    for line in page.split(separator: "\n") {
      // Words are not broken, and examples stand as they are typed.
      let isLongWord = line.split(separator: " ").contains { $0.count > 40 }
      let isExample =
        page.contains("Examples") && Self.table.commands.flatMap(\.examples).contains { line.hasSuffix($0.command) }
      #expect(DisplayWidth.columns(of: line) <= 80 || isLongWord || isExample, "\(line)")
    }
  }

  @Test(arguments: table.commands.map(\.path))
  func `each command can be run`(path: [String]) throws {
    let bound = try #require(Binder.bind(words: path + ["--help"], Self.table).command)
    #expect(bound.specification.path == path)
    #expect(CommandRegistry.standard.command(for: bound) != nil)
  }

  @Test func `each command says what it may change and shows an example`() {
    #expect(Self.table.commands.filter { $0.examples.isEmpty }.map(\.name) == [])
    let writing = Self.table.commands.filter { $0.effect != .reads }.map(\.name)
    #expect(
      writing == [
        "correction add", "correction import", "correction edit", "correction remove", "train", "session resume",
        "step next", "step back", "step edit", "step set strategy", "step set lesson", "step set response",
        "step set model", "step run", "step abort", "lesson disable", "lesson enable", "lesson edit", "lesson merge",
        "deploy", "rollback", "agent new", "capture run", "demo run",
        "format", "history clear", "undo", "source",
      ])
  }

  @Test(arguments: [
    "agent.conflict", "store.busy", "script.unclosed", "verifier.invalid", "held-out", "gate", "not-found",
  ])
  func `words and codes are explained`(name: String) {
    #expect(Explanations.explanation(of: name) != nil)
  }

  @Test(arguments: DiagnosticCode.allCases)
  func `each code of the language is explained`(code: DiagnosticCode) {
    #expect(Explanations.explanation(of: code.rawValue) != nil)
  }
}
