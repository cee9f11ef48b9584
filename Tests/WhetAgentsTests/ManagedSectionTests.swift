import Foundation
import Testing
import WhetCore

@testable import WhetAgents

@Suite struct ManagedSectionTests {
  static let begin = "<!-- whet:begin -->"
  static let end = "<!-- whet:end -->"

  func replaced(_ text: String, _ section: String = "A\nB") throws -> String {
    String(decoding: try ManagedSection.replacing(section, in: Data(text.utf8)), as: UTF8.self)
  }

  func removed(_ text: String) throws -> String {
    String(decoding: try ManagedSection.removing(from: Data(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("a\n", "a\n\n\(begin)\nA\nB\n\(end)\n"),
    ("a", "a\n\n\(begin)\nA\nB\n\(end)"),
    ("", "\(begin)\nA\nB\n\(end)\n"),
    ("\u{FEFF}", "\u{FEFF}\(begin)\nA\nB\n\(end)\n"),
    ("\n", "\n\n\(begin)\nA\nB\n\(end)\n"),
    ("a\r\nb\r\n", "a\r\nb\r\n\r\n\(begin)\r\nA\r\nB\r\n\(end)\r\n"),
    ("a\r\nb", "a\r\nb\r\n\r\n\(begin)\r\nA\r\nB\r\n\(end)"),
    ("---\nname: x\n---", "---\nname: x\n---\n\n\(begin)\nA\nB\n\(end)"),
    ("a\n```\nb\n", "a\n\n\(begin)\nA\nB\n\(end)\n```\nb\n"),
    ("```\nb", "\(begin)\nA\nB\n\(end)\n```\nb"),
    ("a\n<!-- open\nb\n", "a\n\n\(begin)\nA\nB\n\(end)\n<!-- open\nb\n"),
  ])
  func `a new section goes to the end and comes off again without a trace`(_ before: String, _ after: String) throws {
    #expect(try replaced(before) == after)
    #expect(try Array(removed(after).utf8) == Array(before.utf8))
  }

  @Test(arguments: [
    ("x\n\(begin)\nold\n\(end)\ny\n", "x\n\(begin)\nA\nB\n\(end)\ny\n"),
    ("x\r\n  \(begin)  \r\nold\r\n\(end)\r\ny", "x\r\n\(begin)\r\nA\r\nB\r\n\(end)\r\ny"),
    ("\(begin)\n\(end)", "\(begin)\nA\nB\n\(end)"),
    ("x\n\(begin)\r\na\r\nb\r\nc\r\n\(end)\n", "x\n\(begin)\nA\nB\n\(end)\n"),
    ("x\n\(begin)\n```\n\(end)\n```\n\(end)\n", "x\n\(begin)\nA\nB\n\(end)\n"),
  ])
  func `an old section is replaced in its place`(_ before: String, _ after: String) throws {
    #expect(try replaced(before) == after)
  }

  @Test func `an empty section is two markers`() throws {
    #expect(try replaced("a\n", "") == "a\n\n\(Self.begin)\n\(Self.end)\n")
  }

  @Test func `a section says its lines and its words`() throws {
    let data = Data("---\r\nname: x\r\n---\r\nhi\r\n\(Self.begin)\r\nA\r\n\r\nB\r\n\(Self.end)\r\n".utf8)
    let location = try #require(try ManagedSection.locate(in: data))
    #expect((location.beginLine, location.endLine) == (5, 9))
    #expect(String(decoding: data[location.content], as: UTF8.self) == "A\r\n\r\nB\r\n")
    #expect(try ManagedSection.text(in: data) == "A\n\nB")
    #expect(String(decoding: data[location.range], as: UTF8.self).hasPrefix(Self.begin))
  }

  @Test(arguments: [
    "```\n\(begin)\n```\n", "~~~~\n\(begin)\n~~~\n\(end)\n~~~~\n", "   ```md\n\(begin)\n\(end)\n   ```\n",
    "- ```\n  \(begin)\n  ```\ntext\n", "1. ~~~\n   \(begin)\n   ~~~\n", "    \(begin)\n",
    "---\nname: x\nnote: |\n  \(begin)\n---\nbody\n", "<!--\n\(end)\n", "text \(begin) text\n", "`\(begin)`\n",
    "> \(end)\n", "\t\(begin)\n", "```\n\(begin)\n",
  ])
  func `a marker that is not text of its own is ordinary`(_ text: String) throws {
    #expect(try ManagedSection.locate(in: Data(text.utf8)) == nil)
    #expect(try Array(removed(replaced(text)).utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    ("x\n\(begin)\n", WhetError.Code.sectionDamaged, 2),
    ("\(end)\n", .sectionDamaged, 1),
    ("\(end)\n\(begin)\n", .sectionDamaged, 1),
    ("\(begin)\n\(begin)\n\(end)\n", .sectionDamaged, 2),
    ("\(begin)\n\(end)\n\(end)\n", .sectionDoubled, 3),
    ("\(begin)\n\(end)\n\n\(begin)\n\(end)\n", .sectionDoubled, 4),
    ("a\n<!-- whet:begin\n\(end)\n", .sectionDamaged, 2),
    ("<!--whet:begin-->\n\(end)\n", .sectionDamaged, 1),
    ("\(begin)\n<!-- WHET:END -->\n", .sectionDamaged, 2),
    ("\(begin) text\n\(end)\n", .sectionDamaged, 1),
    ("<!-- whet:start -->\n", .sectionDamaged, 1),
    ("\(begin)\n```\n\(end)\n", .sectionDamaged, 1),
    ("\(begin)\nlast words \(end)\n", .sectionDamaged, 1),
    ("---\nname: x\n---\n\(begin)\n", .sectionDamaged, 4),
  ])
  func `damaged and doubled markers are refused with their line`(
    _ text: String, _ code: WhetError.Code, _ line: Int
  ) throws {
    for attempt in [{ try self.replaced(text) }, { try self.removed(text) }] {
      let error = #expect(throws: WhetError.self) { try attempt() }
      #expect(error?.code == code)
      #expect(error?.location?.line == line)
      #expect(error?.advice != nil)
    }
  }

  @Test(arguments: [begin, "a\n  \(end)", "<!-- whet:x -->", "```\nopen", "a\u{0}b", "<!-- open", "- ```\n  x"])
  func `words that would hide or imitate a marker are refused`(_ words: String) {
    let error = #expect(throws: WhetError.self) { try replaced("a\n", words) }
    #expect(error?.code == .sectionTextInvalid)
  }

  @Test func `words may show markers and rules in a fence`() throws {
    let words = "Example:\n```md\n---\n\(Self.begin)\n\(Self.end)\n```"
    for text in ["a\n", "---\nname: never closed\n", "---\nname: x\n---\n"] {
      let once = try replaced(text, words)
      #expect(try ManagedSection.text(in: Data(once.utf8)) == words)
      #expect(try replaced(once, words) == once)
      #expect(try removed(once) == text)
    }
  }
}
