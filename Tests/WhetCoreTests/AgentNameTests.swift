import Foundation
import Testing
import WhetCore

@Suite struct `Agent names` {
  @Test(arguments: [
    "a", "7", "engineer", "code review", "v1.2-beta_3", "Zoë", "作家", String(repeating: "x", count: 64),
  ])
  func `takes a name that is safe as a file's stem`(text: String) throws {
    #expect(try AgentName(text).rawValue == text)
  }

  @Test(arguments: [
    "", " ", "-a", "a-", ".a", "a.", "_a", "a ", "../etc", "a..b", "a/b", "a\\b", "a\nb", "a\0b", "a:b", "🙂", "a🙂b",
    "a\u{202E}b", "~root", "$HOME", String(repeating: "x", count: 65),
  ])
  func `refuses a name that could leave its folder or confuse a reader`(text: String) throws {
    let error = #expect(throws: WhetError.self) { try AgentName(text) }
    #expect(error?.code == .agentNameInvalid)
    #expect(error?.advice != nil)
    #expect((error?.message.count ?? 0) < 120)
  }

  @Test func `is a plain string in JSON and is checked when it is read`() throws {
    let name = try AgentName("code review")
    let data = try JSONEncoder().encode([name])
    #expect(String(decoding: data, as: UTF8.self) == #"["code review"]"#)
    #expect(try JSONDecoder().decode([AgentName].self, from: data) == [name])
    #expect(throws: WhetError.self) { try JSONDecoder().decode([AgentName].self, from: Data(#"["../x"]"#.utf8)) }
  }

  @Test func `sorts by text`() throws {
    #expect(try [AgentName("b"), AgentName("a")].sorted().map(\.description) == ["a", "b"])
  }

  @Test func `accepts no random name with a separator, a control or two dots`() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<3_000 {
      let text = generator.text(
        of: ["a", "Z", "0", ".", "..", "/", " ", "-", "_", "\\", "\n", "é", "\u{301}", "\0"], most: 6)
      guard let name = try? AgentName(text) else { continue }
      #expect(!name.rawValue.contains("..") && !name.rawValue.contains("/") && !name.rawValue.contains("\\"))
      #expect(name.rawValue.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }
  }
}
