import Foundation
import Testing
import WhetCore

@testable import WhetAgents

@Suite struct FrontMatterTests {
  func definition(_ text: String, stem: String = "file") throws -> AgentDefinition {
    try AgentDefinition(bytes: Data(text.utf8), tier: .project, stem: stem)
  }

  @Test func `fields keep their order and become text`() throws {
    let text = """
      ---
      name: reviewer
      description: >
        Reviews
        code.
      tools: [Read, "Grep"]
      model: sonnet
      maxTurns: 3
      background: yes
      color:
      hooks:
        Stop:
          - command: x
      skills: ['a: b']
      ---
      Body
      """
    let agent = try definition(text)
    #expect(agent.frontMatter.isValid && agent.warnings.isEmpty)
    #expect(agent.name.rawValue == "reviewer")
    #expect(agent.frontMatter.description == "Reviews code.\n")
    #expect(agent.frontMatter.tools == ["Read", "Grep"])
    #expect(agent.frontMatter.model == "sonnet")
    #expect(agent.frontMatter["maxTurns"] == "3")
    #expect(agent.frontMatter["background"] == "yes")
    #expect(agent.frontMatter["color"] == "")
    #expect(agent.frontMatter["hooks"] == "Stop:\n  - command: x")
    #expect(agent.frontMatter["skills"] == "a: b")
    #expect(
      agent.frontMatter.fields.map(\.name)
        == ["name", "description", "tools", "model", "maxTurns", "background", "color", "hooks", "skills"])
    #expect(agent.body == "Body")
  }

  @Test(arguments: [
    ("Read, Write", ["Read", "Write"]), ("Task(a, b), Bash(git:*)", ["Task(a, b)", "Bash(git:*)"]), ("", []),
    ("Read,,Write,", ["Read", "Write"]), ("Read)", ["Read)"]),
  ])
  func `tools are separated by commas outside parentheses`(_ value: String, _ tools: [String]) throws {
    #expect(try definition("---\nname: x\ndescription: d\ntools: '\(value)'\n---\n").frontMatter.tools == tools)
  }

  @Test func `front matter that is no YAML is read line by line and named with its place`() throws {
    let text =
      "---\r\nname: tester\r\ndescription: Use when: always. Context: tests\r\ntools: Read, Bash\r\n---\r\nBody\r\n"
    let agent = try definition(text)
    #expect(agent.name.rawValue == "tester")
    #expect(agent.frontMatter.description == "Use when: always. Context: tests")
    #expect(agent.frontMatter.tools == ["Read", "Bash"])
    let warning = try #require(agent.warnings.first)
    #expect(warning.code == .frontMatterInvalid)
    #expect(warning.location?.line == 3)
  }

  @Test(arguments: [
    "name: [", "- a\n- b", "just words", "name: a\nname: b", "a: *missing", "\"", "name: a\n\tb: c", "? [x", "%",
  ])
  func `every broken front matter loads with one warning`(_ yaml: String) throws {
    let agent = try definition("---\n\(yaml)\ndescription: d\n---\nBody\n", stem: "stem")
    #expect(!agent.frontMatter.isValid)
    #expect(agent.warnings.map(\.code).contains(.frontMatterInvalid))
    #expect(agent.body == "Body\n")
  }

  @Test(.timeLimit(.minutes(1)))
  func `aliases that would expand without bound are not expanded`() throws {
    var yaml = "l0: &l0 [x, x]\n"
    for level in 1...40 { yaml += "l\(level): &l\(level) [*l\(level - 1), *l\(level - 1)]\n" }
    let agent = try definition("---\nname: bomb\ndescription: d\n\(yaml)? *l40\n: x\n---\n")
    #expect(agent.name.rawValue == "bomb")
    #expect(agent.warnings.first?.code == .frontMatterInvalid)
  }

  @Test(arguments: [
    ("no front matter\n", "no front matter\n"), ("---\nname: x\nbody\n", "---\nname: x\nbody\n"), ("", ""),
  ])
  func `without closed front matter the stem names the agent and all is prompt`(_ text: String, _ body: String) throws {
    let agent = try definition(text, stem: "from-stem")
    #expect(agent.name.rawValue == "from-stem")
    #expect(agent.body == body)
    #expect(agent.warnings.map(\.code) == [.frontMatterInvalid])
  }

  @Test func `a byte order mark is no part of the text`() throws {
    let agent = try definition("\u{FEFF}---\nname: marked\ndescription: d\n---\nBody")
    #expect(agent.name.rawValue == "marked")
    #expect(agent.warnings.isEmpty)
    #expect(agent.body == "Body")
  }

  @Test(arguments: 0..<20)
  func `random front matter never crashes and never loses its bytes`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: 500 + seed)
    let pieces = [
      "name: ", "x", "\n", "  ", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "|", ">", "\"", "'", "#", "\t", "é", "!!",
      "%", "? ", ",",
    ]
    for _ in 0..<200 {
      let yaml = (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random, or: "") }
      let text = "---\n\(yaml.joined())\n---\nBody\n"
      guard let agent = try? definition(text, stem: "s") else { continue }
      #expect(agent.bytes == Data(text.utf8))
    }
  }
}
