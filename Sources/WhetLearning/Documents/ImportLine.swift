import WhetCore

/// A name that code uses must be imported, by a statement people added.
///
/// It fires only where the name is used and nothing in the file brings it in, so it adds nothing to code that
/// no other lesson changed. The statement is one of Python's or JavaScript's `import`, or C's `#include`.
struct ImportLine: DocumentLesson {
  static let kind = "import-line"

  /// The whole statement, such as `from datetime import timezone`.
  var statement: String
  /// The name it brings in.
  var name: String

  var summary: String { "uses ‹\(name)› -> \(statement)" }
  var words: String { "Where you use `\(name)`, add `\(statement)` to the imports." }

  /// `from MODULE import` of the statement, if it has that form.
  private var source: String? {
    guard statement.hasPrefix("from "), let end = statement.firstRange(of: " import ") else { return nil }
    return String(statement[..<end.upperBound])
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard let block = ImportBlock(in: text, using: name), !block.bringsIn(name), block.uses(name) else { return nil }
    if let source, let line = block.lines.first(where: { text.text(in: $0).hasPrefix(source) && !text.text(in: $0).hasSuffix("(") }) {
      return text.inserting(", " + name, at: line.upperBound)
    }
    guard let last = block.lines.last else { return nil }
    let isOwnGroup = block.lines.count == 1 && text.lines.first == last
    let position = block.sortedPosition(for: statement) ?? (isOwnGroup ? last.upperBound : last.upperBound)
    return position == last.upperBound
      ? text.inserting("\n" + statement, at: position) : text.inserting(statement + "\n", at: position)
  }

  struct Inducer: DocumentLessonInducer {
    private var found: [ImportLine: [CorrectionID]] = [:]
    private var order: [ImportLine] = []

    mutating func add(_ analysis: PairAnalysis) {
      guard !analysis.pair.isAccepted else { return }
      for hunk in analysis.alignment.hunks {
        for index in hunk.target where analysis.target.tokens[index].kind == .word {
          guard let lesson = Self.lesson(at: index, in: analysis) else { continue }
          if found[lesson] == nil { order.append(lesson) }
          if found[lesson]?.last != analysis.pair.id { found[lesson, default: []].append(analysis.pair.id) }
        }
      }
    }

    func lessons() -> [(form: LessonBody.Form, supports: [CorrectionID])] {
      order.map { (.importLine($0), found[$0] ?? []) }
    }

    /// The import a person added at this token, if the corrected code uses its name and the original had no such import.
    private static func lesson(at index: Int, in analysis: PairAnalysis) -> ImportLine? {
      let target = analysis.target
      guard target.tokens[index].zone == .code, ImportBlock.isImport(target.lineStart(index), in: target) else { return nil }
      let name = target.tokens[index].text
      guard let before = ImportBlock(in: analysis.source, using: nil), !before.bringsIn(name),
        let after = ImportBlock(in: target, using: nil), after.bringsIn(name), after.uses(name)
      else { return nil }
      let line = target.lineStart(index)..<target.lineEnd(index)
      let text = target.text(in: line)
      if text.hasPrefix("from "), let end = text.firstRange(of: " import ") {
        guard index > line.lowerBound + 2, !text.hasSuffix("(") else { return nil }
        return ImportLine(statement: text[..<end.upperBound] + name, name: name)
      }
      return ImportLine(statement: text, name: name)
    }
  }
}

/// The import statements at the head of a piece of code.
struct ImportBlock {
  let text: TokenText
  /// The statements' lines that stand at the left margin, before any other code.
  let lines: [Range<Int>]

  /// `nil` where the text has no import statement to stand beside.
  init?(in text: TokenText, using name: String?) {
    self.text = text
    lines = text.lines.filter { !$0.isEmpty && Self.isImport($0.lowerBound, in: text) }
    if lines.isEmpty { return nil }
  }

  static func isImport(_ start: Int, in text: TokenText) -> Bool {
    guard start < text.count, text.tokens[start].leading.isEmpty, text.tokens[start].zone == .code else { return false }
    let first = text.tokens[start].text
    return first == "import" || first == "from"
      || (first == "#" && start + 1 < text.count && text.tokens[start + 1].text == "include")
  }

  /// Whether an import or a definition of the file makes the name known.
  func bringsIn(_ name: String) -> Bool {
    (text.positions[name] ?? []).contains { index in
      if Self.isImport(text.lineStart(index), in: text) { return true }
      let next = index + 1 < text.count ? text.tokens[index + 1].text : ""
      let previous = index > 0 ? text.tokens[index - 1].text : ""
      let isAssigned = next == "=" && (index + 2 >= text.count || text.tokens[index + 2].text != "=")
      return isAssigned || ["def", "class", "for", "as", "lambda", "let", "var", "const", "func"].contains(previous)
    }
  }

  /// Whether code outside the imports uses the name as a name of its own, not as a member of something.
  func uses(_ name: String) -> Bool {
    (text.positions[name] ?? []).contains { index in
      text.tokens[index].zone == .code && !Self.isImport(text.lineStart(index), in: text)
        && !(index > 0 && text.tokens[index - 1].text == ".") && !isInString(index)
    }
  }

  /// Where the statement belongs if the statements of its first word are in alphabetical order; `nil` for the end.
  func sortedPosition(for statement: String) -> Int? {
    lines.first { line in
      let other = text.text(in: line)
      return other.prefix(5) == statement.prefix(5) && other > statement
    }?.lowerBound
  }

  private func isInString(_ index: Int) -> Bool {
    var quotes = 0
    var position = text.lineStart(index)
    while position < index {
      if text.tokens[position].isQuote { quotes += 1 }
      position += 1
    }
    return quotes % 2 == 1
  }
}

extension TokenText {
  /// The text with `insertion` put before the white space of the token at `index`.
  func inserting(_ insertion: String, at index: Int) -> String {
    var output = ""
    for (position, token) in tokens.enumerated() {
      if position == index { output += insertion }
      output += token.leading + token.text
    }
    return output + (index >= count ? insertion : "") + trailing
  }
}
