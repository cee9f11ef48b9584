import Foundation
import Testing
import WhetCore
import WhetTerminal

@testable import WhetShell

struct FlatTableTests {
  private static let table = TableDescription(
    [.init("id"), .init("local", "gain.local", .points), .init("points", "gain.local"), .init("when", nil, .moment)],
    whenEmpty: "none")

  private static let record = JSONValue.record([
    "id": "r1", "gain": .record(["local": 12.345678901, "held": nil]), "when": "2026-01-02T03:04:05.678Z",
    "more": [1, 2],
  ])

  @Test func `a list has the columns of its table, with exact values`() {
    let flat = FlatTable(.list([Self.record, .record(["id": "r2"])], Self.table))
    #expect(flat.columns == ["id", "gain.local", "when"])
    #expect(flat.rows == [["r1", 12.345678901, "2026-01-02T03:04:05.678Z"], ["r2", .null, .null]])
  }

  @Test func `any other value keeps everything`() {
    for view in [ResultView.record(Self.table), .nothing, .text("t"), .document([]), .exact("x")] {
      let flat = FlatTable(CommandResult(Self.record, as: view))
      #expect(flat.columns == ["id", "gain.local", "gain.held", "when", "more"])
      #expect(flat.rows == [["r1", 12.345678901, .null, "2026-01-02T03:04:05.678Z", [1, 2]]])
    }
    let mixed = FlatTable(CommandResult(["a", .record(["b": true, "c": .object([])])], as: .nothing))
    #expect(mixed.columns == ["value", "b", "c"])
    #expect(mixed.rows == [["a", .null, .null], [.null, true, .object([])]])
    #expect(FlatTable(CommandResult(nil, as: .nothing)).columns.isEmpty)
    #expect(FlatTable(.text("hi")).rows == [["hi"]])
  }

  private static let odd = [
    "", " ", "a", "a,b", "say \"x\"", "\"", "\n", "a\r\nb\r", "tab\tand \\ and \\t", "漢字 🙂", "e\u{301}", ",",
    "\u{1B}[2J",
    "\u{FEFF}x", "|", "\\|", "-1", "=1+1",
  ]

  @Test func `values are read back from CSV`() throws {
    let flat = FlatTable(
      CommandResult(.array(Self.odd.map { .record(["a": .string($0), "b,\n": nil]) }), as: .nothing))
    let rows = CSVReader.rows(of: FlatTableText.csv(flat))
    #expect(rows.first == ["a", "b,\n"])
    #expect(rows.dropFirst().map { Array($0[0].utf8) } == Self.odd.map { Array($0.utf8) })
    #expect(rows.dropFirst().allSatisfy { $0.count == 2 && $0[1].isEmpty })
  }

  @Test func `CSV tells no value from an empty one`() {
    let flat = FlatTable(CommandResult([.record(["a": nil, "b": "", "c": 1.5, "d": false])], as: .nothing))
    #expect(FlatTableText.csv(flat) == "a,b,c,d\n,\"\",1.5,false\n")
    #expect(FlatTableText.csv(FlatTable(.text(""))) == "value\n\"\"\n")
  }

  @Test func `values are read back from TSV`() {
    let flat = FlatTable(CommandResult(.array(Self.odd.map { .record(["a": .string($0), "b": 1]) }), as: .nothing))
    let lines = FlatTableText.tsv(flat).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
    let cells = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) } }
    #expect(cells.allSatisfy { $0.count == 2 })
    let read = cells.dropFirst().map { unescaped($0[0]) }
    #expect(read.map { Array($0.utf8) } == Self.odd.map { Array($0.utf8) })
  }

  private func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        result.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  @Test func `Markdown is one line for each row, and text stays text`() {
    let rows: [JSONValue] = [
      .record(["a|b": "x|y\\ <b>*z*_q_\nnext", "n": 1]), .record(["a|b": "\u{1B}[2J", "n": 22.5]),
    ]
    #expect(
      FlatTableText.markdown(FlatTable(CommandResult(.array(rows), as: .nothing))).printable == #"""
        | a\|b | n |
        | --- | ---: |
        | x\|y\\ &lt;b>\*z\*\_q\_<br>next | 1 |
        | \\u{1B}\[2J | 22.5 |

        """#)
    #expect(FlatTableText.markdown(FlatTable(.list([], Self.table))).printable.hasPrefix("| id | gain.local | when |"))
  }

  @Test func `a command's format, a file's format and the program's`() async throws {
    let test = try TestShell(registry: Probe.registry)
    defer { test.remove() }
    #expect(await test.run("rows | csv", "rows | tsv > x") == .script)
    #expect(await test.run("rows | csv", "rows | csv", "say a,b | csv", "rows > r.tsv | tsv") == .success)
    #expect(test.captured.output == "id,score\na,91.25\nb,\na,91.25\nb,\n\nvalue\n\"a,b\"\n")
    let file = test.folder.appending(path: "project/r.tsv")
    #expect(try String(contentsOf: file, encoding: .utf8) == "id\tscore\na\t91.25\nb\t\n")
  }

  @Test(arguments: [OutputFormat.csv, .tsv, .markdown])
  func `--output wins over the command's format`(format: OutputFormat) async throws {
    let test = try TestShell(output: format, registry: Probe.registry)
    defer { test.remove() }
    #expect(await test.run("rows | json", "exit") == .success)
    #expect(test.captured.output.hasPrefix(format == .csv ? "id,score\n" : format == .tsv ? "id\tscore\n" : "| id |"))
    #expect(test.captured.output.split(separator: "\n").count == (format == .markdown ? 4 : 3))
  }
}

/// Reads comma-separated values as RFC 4180 has them.
enum CSVReader {
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field.append(scalar)
        } else if rest.first == "\"" {
          field.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        rows[rows.count - 1].append(String(field))
        field = .init()
        if scalar == "\n" { rows.append([]) }
      } else {
        field.append(scalar)
      }
    }
    return rows.dropLast()
  }
}
