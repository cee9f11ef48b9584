import WhetCore

/// A training prompt taken apart again: which lessons it lists, and what stands in fences.
///
/// Only lines `- [ID] words` of the part `# Lessons` mean anything, and only outside of fences (CommonMark 0.31,
/// section 4.5): text that others wrote can never list or drop a lesson.
struct PromptText: Sendable {
  static let heading = "# Lessons"
  /// What stands in the part while there is none.
  static let noLessons = "None yet."

  private(set) var lines: [String]
  /// The fenced blocks at the top level with their fences, in order.
  private(set) var blocks: [String] = []
  /// The lessons listed, with the lines they stand in.
  private(set) var listed: [(line: Int, id: LessonID)] = []
  /// The line of the heading.
  private var headingLine: Int?

  init(_ text: String) {
    // By bytes: a Swift character may hold a line end with others.
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    var fence: (marker: String, start: Int)?
    var isInLessons = false
    for (index, line) in lines.enumerated() {
      if let open = fence {
        guard Self.closes(line, open.marker) else { continue }
        blocks.append(lines[open.start...index].joined(separator: "\n"))
        fence = nil
      } else if let marker = Self.opening(line) {
        fence = (marker, index)
      } else if line.hasPrefix("# ") {
        isInLessons = headingLine == nil && Self.trimmed(line) == Self.heading
        if isInLessons { headingLine = index }
      } else if isInLessons, let id = Self.lesson(line) {
        listed.append((index, id))
      }
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// The text without the lesson's lines.
  func removing(_ id: LessonID) -> String {
    let gone = Set(listed.filter { $0.id == id }.map(\.line))
    return lines.indices.filter { !gone.contains($0) }.map { lines[$0] }.joined(separator: "\n")
  }

  /// The text with a line for the lesson behind those listed; with the part itself where it is gone.
  func adding(_ line: String) -> String {
    guard let headingLine else { return "\(Self.heading)\n\n\(line)\n\n\(text)" }
    var lines = lines
    if let last = listed.last {
      lines.insert(line, at: last.line + 1)
    } else {
      lines.insert(contentsOf: ["", line], at: headingLine + 1)
    }
    return lines.joined(separator: "\n")
  }

  /// The text without blanks at the ends of lines and empty lines: what editors change unasked. An empty list of
  /// lessons is the same with and without its words.
  static func essence(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }.filter { !$0.isEmpty && $0 != noLessons }
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last?.isWhitespace == true { line.removeLast() }
    return String(line)
  }

  private static func lesson(_ line: String) -> LessonID? {
    guard line.hasPrefix("- ["), let end = line.firstIndex(of: "]") else { return nil }
    return LessonID(String(line[line.index(line.startIndex, offsetBy: 3)..<end]))
  }

  /// The run of backticks or tildes that opens a fence, indented by at most three blanks.
  private static func opening(_ line: String) -> String? {
    let text = line.drop { $0 == " " }
    guard line.count - text.count <= 3, let first = text.first, first == "`" || first == "~" else { return nil }
    let marker = text.prefix { $0 == first }
    guard marker.count >= 3, first == "~" || !text.dropFirst(marker.count).contains("`") else { return nil }
    return String(marker)
  }

  private static func closes(_ line: String, _ marker: String) -> Bool {
    let text = trimmed(line).drop { $0 == " " }
    return line.prefix { $0 == " " }.count <= 3 && text.count >= marker.count
      && text.allSatisfy { $0 == marker.first }
  }
}
