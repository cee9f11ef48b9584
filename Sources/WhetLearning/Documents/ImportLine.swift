import WhetCore

/// A name that code uses must be imported, by a statement people added.
///
/// It fires only where the name is used and nothing in the file brings it in, so it adds nothing to code that
/// no other lesson changed. The statement is one of Python's or JavaScript's `import`, or C's `#include`.
struct ImportLine: DocumentLesson {
  static let kind = "import-line"
  static let isOfCode = true

  /// The whole statement, such as `from datetime import timezone`.
  var statement: String
  /// The name it brings in.
  var name: String
  /// The language of the responses it was learned from, if they said.
  var language: String?

  var identity: String { statement }
  var summary: String { "uses ‹\(name)› -> \(statement)" }
  var words: String { "Where you use `\(name)`, add `\(statement)` to the imports." }

  /// `from MODULE import` of the statement, if it has that form.
  private var source: String? {
    guard statement.hasPrefix("from "), let end = statement.firstRange(of: " import ") else { return nil }
    return String(statement[..<end.upperBound])
  }

  static func inducer() -> any DocumentKindInducer { Inducer() }

  func covers(language other: String?) -> Bool { RuleScope(zones: [.code], language: language).covers(language: other) }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    var insertions: [Int: String] = [:]
    for block in ImportBlock.all(in: text) where block.uses(name) && !block.bringsIn(name) {
      let (position, insertion) = addition(to: block)
      insertions[position] = insertion
    }
    return insertions.isEmpty ? nil : text.inserting(insertions)
  }

  /// What to put before which token: the name beside others of its module, or the statement in its place.
  private func addition(to block: ImportBlock) -> (position: Int, insertion: String) {
    if let source,
      let line = block.statements.first(where: { block.text(of: $0).hasPrefix(source) && block.isOpenEnded($0) })
    {
      return (line.upperBound, ", " + name)
    }
    if let position = block.sortedPosition(for: statement) { return (position, statement + block.text.lineBreak) }
    return (block.statements[block.statements.count - 1].upperBound, block.text.lineBreak + statement)
  }

  /// Whether the corrected code uses the name and a person left the import out.
  private func isUnused(in analysis: PairAnalysis) -> Bool {
    analysis.target.positions[name] != nil && covers(language: analysis.pair.language)
      && apply(to: analysis.target, format: analysis.pair.format) != nil
  }

  struct Inducer: DocumentKindInducer {
    /// How many imports are kept in mind; those with one correction go first.
    private static let mostKept = 200

    private var found: [(lesson: ImportLine, evidence: Evidence)] = []

    mutating func add(_ document: DocumentPair) {
      let analysis = document.analysis
      for index in found.indices where found[index].lesson.isUnused(in: analysis) {
        found[index].evidence.oppose(document.id, isAccepted: document.isAccepted)
      }
      guard !analysis.pair.isAccepted else { return }
      for hunk in analysis.alignment.hunks {
        for index in hunk.target where analysis.target.tokens[index].kind == .word {
          guard let lesson = Self.lesson(at: index, in: analysis) else { continue }
          let place = found.firstIndex { $0.lesson == lesson } ?? begin(lesson, document)
          if found[place].evidence.supports.last != document.id { found[place].evidence.support(document.id) }
        }
      }
    }

    private mutating func begin(_ lesson: ImportLine, _ document: DocumentPair) -> Int {
      if found.count == Self.mostKept {
        found.remove(at: found.firstIndex { $0.evidence.supports.count < 2 } ?? 0)
      }
      var evidence = Evidence()
      for earlier in document.earlier where lesson.isUnused(in: earlier.analysis) {
        evidence.oppose(earlier.id, isAccepted: earlier.isAccepted)
      }
      found.append((lesson, evidence))
      return found.count - 1
    }

    func lessons() -> [LearnedDocumentLesson] {
      found.filter { $0.evidence.isActive }.map {
        LearnedDocumentLesson($0.lesson, supports: $0.evidence.supports, against: $0.evidence.against)
      }
    }

    /// The import a person added at this token, if the corrected code uses its name and the original lacked it.
    private static func lesson(at index: Int, in analysis: PairAnalysis) -> ImportLine? {
      let target = analysis.target
      guard target.tokens[index].zone == .code, ImportBlock.isImport(target.lineStart(index), in: target) else {
        return nil
      }
      let name = target.tokens[index].text
      let before = ImportBlock.all(in: analysis.source)
      guard !before.isEmpty, !before.contains(where: { $0.bringsIn(name) }),
        let after = ImportBlock.all(in: target).first(where: { $0.range.contains(index) }), after.bringsIn(name),
        after.uses(name)
      else { return nil }
      let line = target.lineStart(index)..<target.lineEnd(index)
      let text = target.text(in: line)
      if text.hasPrefix("from "), let end = text.firstRange(of: " import ") {
        guard index > line.lowerBound + 2, !text.hasSuffix("(") else { return nil }
        return ImportLine(statement: text[..<end.upperBound] + name, name: name, language: analysis.pair.language)
      }
      return ImportLine(statement: text, name: name, language: analysis.pair.language)
    }
  }
}

/// A piece of code with the import statements at its left margin.
struct ImportBlock {
  let text: TokenText
  let range: Range<Int>
  /// The statements with their further lines, without their line ends; at least one.
  let statements: [Range<Int>]
  /// The tokens of the statements.
  private let imported: Set<Int>

  private init(text: TokenText, range: Range<Int>, statements: [Range<Int>]) {
    self.text = text
    self.range = range
    self.statements = statements
    imported = Set(statements.joined())
  }

  /// The pieces of code of a text that have an import statement to stand beside: the whole of it, or its fenced blocks.
  static func all(in text: TokenText) -> [ImportBlock] {
    var blocks: [ImportBlock] = []
    var lines: ArraySlice<Range<Int>> = text.lines[...]
    while let first = lines.firstIndex(where: { isCode($0, in: text) }) {
      let end = lines[first...].firstIndex { !$0.isEmpty && !isCode($0, in: text) } ?? lines.endIndex
      let statements = lines[first..<end].filter { !$0.isEmpty && isImport($0.lowerBound, in: text) }.map {
        statement($0, in: text)
      }
      if !statements.isEmpty {
        blocks.append(
          ImportBlock(text: text, range: lines[first].lowerBound..<lines[end - 1].upperBound, statements: statements))
      }
      lines = lines[end...]
    }
    return blocks
  }

  private static func isCode(_ line: Range<Int>, in text: TokenText) -> Bool {
    line.first.map { text.tokens[$0].zone == .code } ?? false
  }

  /// A statement goes on to the end of its bracket, and over a line end after a backslash.
  private static func statement(_ line: Range<Int>, in text: TokenText) -> Range<Int> {
    var end = line.upperBound
    for index in line where text.tokens[index].isBracketOpening && text.partner[index] > end {
      end = text.lineEnd(text.partner[index])
    }
    while end + 1 < text.count, text.tokens[end - 1].text == "\\" { end = text.lineEnd(end + 1) }
    return line.lowerBound..<end
  }

  func text(of statement: Range<Int>) -> String { text.text(in: statement) }

  /// Whether a further name may be added at the end of the statement's line.
  func isOpenEnded(_ statement: Range<Int>) -> Bool {
    !statement.contains { ["#", "(", "\\", ";"].contains(text.tokens[$0].text) }
  }

  static func isImport(_ start: Int, in text: TokenText) -> Bool {
    guard start < text.count, text.tokens[start].leading.isEmpty, text.tokens[start].zone == .code else { return false }
    let first = text.tokens[start].text
    return first == "import" || first == "from"
      || (first == "#" && start + 1 < text.count && text.tokens[start + 1].text == "include")
  }

  /// Whether an import or a definition of the code makes the name known.
  func bringsIn(_ name: String) -> Bool {
    positions(of: name).contains { index in
      if imported.contains(index) { return true }
      let next = index + 1 < text.count ? text.tokens[index + 1].text : ""
      let previous = index > 0 ? text.tokens[index - 1].text : ""
      return next == "=" || ["def", "class", "for", "as", "lambda", "let", "var", "const", "func"].contains(previous)
    }
  }

  /// Whether code outside the imports uses the name as a name of its own, not as a member of something.
  func uses(_ name: String) -> Bool {
    positions(of: name).contains { index in
      !imported.contains(index) && !(index > 0 && text.tokens[index - 1].text == ".") && !isInString(index)
    }
  }

  private func positions(of name: String) -> [Int] {
    (text.positions[name] ?? []).filter(range.contains)
  }

  /// Where the statement belongs if the statements of its first word are in alphabetical order; `nil` for the end.
  func sortedPosition(for statement: String) -> Int? {
    statements.first { line in
      let other = text(of: line)
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
  /// The text with each insertion put before the white space of the token at its index.
  func inserting(_ insertions: [Int: String]) -> String {
    var output = ""
    for (position, token) in tokens.enumerated() { output += (insertions[position] ?? "") + token.leading + token.text }
    return output + (insertions[count] ?? "") + trailing
  }
}
