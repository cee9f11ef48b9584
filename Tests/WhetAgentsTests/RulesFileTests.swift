import Foundation
import Testing
import WhetCore

@testable import WhetAgents

@Suite struct RulesFileTests {
  static let lessons = [#"{"a":1.0,"b":[1,{"c":"],\"x"}]}"#, "1e400", "[]", #""a,\\""#, "null", "{ }"]

  func rules(_ lessons: [String]) throws -> RulesFile {
    try RulesFile(
      agent: AgentName("engineer"), version: 3, run: RunID("r7"), section: "A\nB",
      lessons: lessons.map { Data($0.utf8) })
  }

  @Test(arguments: 0...lessons.count)
  func `a rules file comes back as it was written`(_ count: Int) throws {
    let valid = Self.lessons.prefix(count).filter { JSONSlices.isJSON(Data($0.utf8)) }
    let file = try rules(Array(valid))
    let again = try RulesFile(decoding: file.encoded())
    #expect(again == file)
    #expect(again.encoded() == file.encoded())
  }

  @Test func `it is JSON that others can read`() throws {
    let object = try JSONSerialization.jsonObject(with: rules(["{}", "2"]).encoded()) as? [String: Any]
    #expect(object?["format"] as? String == "whet-rules")
    #expect(object?["formatVersion"] as? Int == 1)
    #expect(object?["run"] as? String == "r7")
    #expect((object?["lessons"] as? [Any])?.count == 2)
  }

  @Test func `it belongs to its section whatever the line ends`() throws {
    let file = try rules([])
    #expect(file.belongs(toSection: "A\r\nB\r\n"))
    #expect(!file.belongs(toSection: "A\nC"))
    #expect(!file.belongs(toSection: nil))
  }

  @Test func `reformatting keeps its meaning`() throws {
    let text = #"""
      {"version" : 3, "lessons":[ {"a" :
       1} , 2 ],
      "section":"x","agent":"engineer", "formatVersion":1,"format":"whet-rules", "more": {"lessons": [9]}}
      """#
    let file = try RulesFile(decoding: Data(text.utf8))
    #expect(file.lessons.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\" :\n 1}", "2"])
    #expect(file.run == nil)
  }

  @Test(arguments: ["", "[]", "{}", "{", #"{"format":"other"}"#, "\u{0}"])
  func `anything else is refused`(_ text: String) {
    let error = #expect(throws: WhetError.self) { try RulesFile(decoding: Data(text.utf8)) }
    #expect(error?.code == .rulesInvalid)
  }

  @Test func `a later format is named as such`() throws {
    let text = String(decoding: try rules([]).encoded(), as: UTF8.self)
      .replacing("\"formatVersion\": 1", with: "\"formatVersion\": 2")
    let error = #expect(throws: WhetError.self) { try RulesFile(decoding: Data(text.utf8)) }
    #expect(error?.code == .rulesVersionNewer)
  }

  @Test func `a lesson that is not JSON is refused`() {
    let error = #expect(throws: WhetError.self) { try rules(["{}", "{"]) }
    #expect(error?.code == .rulesInvalid)
  }

  @Test(arguments: 0..<10)
  func `damaged rules files are read or refused, and never crash`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let whole = [UInt8](try rules(["{}", #"{"a":"b"}"#]).encoded())
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...127, using: &random)
      }
      _ = try? RulesFile(decoding: Data(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))))
      _ = try? RulesFile(decoding: Data(bytes))
    }
  }
}
