import Testing
import WhetCore
import WhetScript
import WhetTerminal

@testable import WhetShell

struct HelpTests {
  private static let pages = HelpPages(CommandRegistry.standard.table)

  @Test(arguments: [
    ("lang", "help language"), ("language", "help language"), ("import", "help correction import"),
    ("untrained", "help correction list"), ("corrections export", "help correction export"),
    ("settings file", "help settings"), ("busy", "explain store.busy"),
  ])
  func `words find what there is to read`(words: String, line: String) throws {
    let found = HelpIndex(CommandRegistry.standard.table).search([words]).map(\.line)
    #expect(found.prefix(4).contains(line), "\(found.prefix(6))")
  }

  @Test func `a name comes before a word of a text`() throws {
    let found = HelpIndex(CommandRegistry.standard.table).search(["deploy"]).map(\.line)
    #expect(found.first == "help deploy")
  }

  @Test func `what is nearly a name is suggested`() {
    #expect(throws: WhetError.self) { try Self.pages.page(for: ["dashbord"]) }
    #expect(HelpIndex(CommandRegistry.standard.table).suggestion(for: ["dashbord"]) == "dashboard")
  }

  @Test(arguments: HelpTopic.all.map(\.name) + [""])
  func `pages fit 80 columns`(name: String) throws {
    let page = try Self.pages.page(for: name.isEmpty ? [] : [name])
    guard !["language", "grammar"].contains(name) else { return }
    for line in page.text.split(separator: "\n") where line.split(separator: " ").allSatisfy({ $0.count < 30 }) {
      #expect(DisplayWidth.columns(of: line) <= 80, "\(line)")
    }
  }

  @Test func `every format has its meaning`() {
    #expect(OutputFormat.allCases.filter { HelpTopic.formatMeanings[$0.rawValue] == nil } == [])
  }

  @Test func `each command is listed once, under a heading`() {
    let groups = CommandRegistry.standard.table.groups
    #expect(groups.allSatisfy { !$0.title.isEmpty && !$0.commands.isEmpty })
    #expect(Set(groups.map(\.title)).count == groups.count)
  }
}
