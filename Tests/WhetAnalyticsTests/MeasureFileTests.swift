import Foundation
import Testing
import WhetCore

@testable import WhetAnalytics

/// What is read from a file to measure on, and what is refused.
struct MeasureFileTests {
  @Test func `a line needs both texts, and all else may be missing`() throws {
    let file = try MeasureFile(
      Data(
        """
        \u{FEFF}{"original": "x = 1;", "corrected": "y = 1;", "colour": "red", "n": 4}

        {"id": "b", "original": "# A", "corrected": "# A", "format": "mixed", "language": "Python", "preferences": {"p": "q"}}
        """.utf8), name: "f.jsonl")
    #expect(file.faults == [])
    #expect(file.lines.map(\.number) == [1, 3])
    #expect(file.lines[0].format == ResponseFormat.detect(in: "x = 1;"))
    #expect((file.lines[0].id, file.lines[0].language, file.lines[0].isAccepted) == (nil, nil, false))
    #expect(file.lines[1].format == .mixed)
    #expect((file.lines[1].id, file.lines[1].language, file.lines[1].isAccepted) == ("b", "python", true))
    #expect(file.lines[1].preferences == ["p": "q"])
  }

  @Test(arguments: [
    (#"{"original": "a""#, "is not valid JSON"), (#"["a"]"#, "is not a JSON object"),
    (#"{"original": "a"}"#, "'corrected' is missing"), (#"{"corrected": "a"}"#, "'original' is missing"),
    (#"{"original": "a", "corrected": null}"#, "'corrected' is missing"),
    (#"{"original": 1, "corrected": "a"}"#, "'original' is not a text"),
    (#"{"original": "a\u0000", "corrected": "a"}"#, "NUL"),
    (#"{"original": "a", "corrected": "b", "format": "poem"}"#, "'format' is 'poem'"),
    (#"{"original": "a", "corrected": "b", "preferences": ["p"]}"#, "'preferences' is not an object"),
    (#"{"original": "a", "corrected": "b", "preferences": {"p": 1}}"#, "'p' is not a text"),
  ])
  func `a bad line is a fault with its place, and the rest goes on`(line: String, reason: String) throws {
    let good = #"{"original": "a", "corrected": "b"}"#
    let file = try MeasureFile(Data([good, line, good].joined(separator: "\n").utf8), name: "f.jsonl")
    #expect(file.lines.map(\.number) == [1, 3])
    #expect(file.faults.map(\.location) == [SourceLocation(file: "f.jsonl", line: 2)])
    #expect(file.faults.first?.message.contains(reason) == true, "\(file.faults)")
    #expect(file.faults.first?.code == .measureInvalid)
  }

  @Test func `a line that is not UTF-8 is a fault`() throws {
    let file = try MeasureFile(Data(#"{"original": ""#.utf8 + [0xFF] + #"", "corrected": "a"}"#.utf8), name: "f")
    #expect(file.lines == [] && file.faults.count == 1)
  }

  @Test func `responses that stay as they are need no corrected text and may have no other`() throws {
    let lines = [
      #"{"original": "a"}"#, #"{"original": "a", "corrected": "a"}"#, #"{"original": "a", "corrected": "b"}"#,
    ]
    let file = try MeasureFile(Data(lines.joined(separator: "\n").utf8), name: "f", isUntouched: true)
    #expect(file.lines.map(\.number) == [1, 2])
    #expect(file.lines.map(\.isAccepted) == [true, true])
    #expect(file.faults.map(\.location?.line) == [3])
  }

  @Test func `texts too long to compare are left out`() throws {
    let long = String(repeating: "a ", count: 400_000)
    let longer = String(repeating: "b ", count: 400_000)
    let file = try MeasureFile(Data("{\"original\": \"\(long)\", \"corrected\": \"\(longer)\"}".utf8), name: "f")
    #expect(file.lines == [] && file.faults.first?.message.contains("too long") == true)
  }
}
