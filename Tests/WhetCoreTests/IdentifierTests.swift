import Foundation
import Testing
import WhetCore

@Suite struct `Identifiers` {
  @Test(arguments: ["a", "9", "c0ffee1234", "open-file:3", "a.b_c", "a..b", "é1", String(repeating: "k", count: 100)])
  func `takes an id from outside`(text: String) throws {
    #expect(try CorrectionID(validating: text).rawValue == text)
  }

  @Test(arguments: [
    "", "-a", ".a", ":a", "_a", "a b", "a/b", "a\n", "a\0", "a\u{200B}", "🙂", String(repeating: "k", count: 101),
  ])
  func `refuses an id that could not be typed back`(text: String) {
    let error = #expect(throws: WhetError.self) { try CorrectionID(validating: text) }
    #expect(error?.code == .identifierInvalid)
    #expect(error?.advice != nil)
  }

  @Test func `is its text in JSON, in order and in print`() throws {
    let ids = [RunID("r2"), RunID("r1")]
    let data = try JSONEncoder().encode(ids)
    #expect(String(decoding: data, as: UTF8.self) == #"["r2","r1"]"#)
    #expect(try JSONDecoder().decode([RunID].self, from: data) == ids)
    #expect(ids.sorted().map(\.description) == ["r1", "r2"])
  }
}
