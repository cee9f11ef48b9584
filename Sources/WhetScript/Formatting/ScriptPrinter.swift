/// Writes statements one after the other, and each comment before the first thing that stood after it.
struct ScriptPrinter {
  /// `nil` for a tree of its own, which has no comments and goes on one line.
  private let source: SourceText?
  private var comments: ArraySlice<Span>
  private(set) var text = ""
  private var level = 0
  /// The source line on which the last thing written ended; 0 at the beginning of a block.
  private var lastLine = 0

  /// Whether everything goes on one line, as in an interpolation.
  let isInline: Bool

  init(isInline: Bool = false) {
    source = nil
    comments = []
    self.isInline = isInline
  }

  init(source: SourceText, comments: [Span]) {
    self.source = source
    isInline = false
    self.comments = comments[...]
  }

  /// Statements with their comments, and the comments up to an offset after them.
  mutating func printStatements(_ statements: [Statement], until end: Int) {
    lastLine = 0
    for (index, statement) in statements.enumerated() {
      printComments(before: statement.span.start)
      begin(statement.span)
      let start = text.utf8.count
      print(statement)
      insertComments(before: statement.span.end, at: start)
      lastLine = line(of: max(statement.span.start, statement.span.end - 1))
      printTrailingComment(before: index + 1 < statements.count ? statements[index + 1].span.start : end)
      text += "\n"
    }
    printComments(before: end)
  }

  /// `{`, the statements, `}`.
  mutating func print(_ body: Body) {
    let hasComments = comments.contains { $0.start < body.span.end }
    guard !body.statements.isEmpty || hasComments else {
      text += "{}"
      return
    }
    text += "{"
    lastLine = line(of: body.span.start)
    printTrailingComment(before: body.statements.first?.span.start ?? body.span.end)
    text += "\n"
    level += 1
    printStatements(body.statements, until: body.span.end)
    level -= 1
    indent()
    text += "}"
    lastLine = line(of: body.span.end - 1)
  }

  /// Bracketed elements: on one line, or each on its own if a line ended between any two of them.
  mutating func printElements<Element>(
    _ elements: [Element], _ open: String, _ close: String, at span: Span, start: (Element) -> Int,
    end: (Element) -> Int,
    print: (inout ScriptPrinter, Element) -> Void
  ) {
    text += open
    let ends = [span.start] + elements.map { end($0) - 1 }
    let starts = elements.map(start) + [span.end - 1]
    guard !elements.isEmpty, zip(ends, starts).contains(where: isBroken) else {
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        print(&self, element)
      }
      text += close
      return
    }
    level += 1
    for (index, element) in elements.enumerated() {
      newline()
      for comment in takeComments(before: start(element)) {
        text += commentText(comment)
        newline()
      }
      print(&self, element)
      text += ","
      lastLine = line(of: end(element) - 1)
      printTrailingComment(before: index + 1 < elements.count ? start(elements[index + 1]) : span.end)
    }
    for comment in takeComments(before: span.end) {
      newline()
      text += commentText(comment)
    }
    level -= 1
    newline()
    text += close
  }

  mutating func write(_ part: String) { text += part }

  private mutating func printComments(before offset: Int) {
    for comment in takeComments(before: offset) {
      begin(comment)
      text += commentText(comment) + "\n"
      lastLine = line(of: comment.start)
    }
  }

  /// Puts the comments of a statement that found no place in it before it.
  private mutating func insertComments(before end: Int, at offset: Int) {
    let lines = takeComments(before: end).map { commentText($0) + "\n" + indentation }
    guard !lines.isEmpty else { return }
    text.insert(contentsOf: lines.joined(), at: text.utf8.index(text.startIndex, offsetBy: offset))
  }

  private mutating func takeComments(before offset: Int) -> [Span] {
    let taken = Array(comments.prefix { $0.start < offset })
    comments.removeFirst(taken.count)
    return taken
  }

  /// A comment on the line where the last thing ended, before the next one begins.
  private mutating func printTrailingComment(before next: Int) {
    guard let comment = comments.first, comment.start < next, line(of: comment.start) == lastLine else { return }
    comments.removeFirst()
    text += "  " + commentText(comment)
  }

  /// Goes to where a statement or comment begins; a blank line before it stays.
  private mutating func begin(_ span: Span) {
    if lastLine > 0, line(of: span.start) > lastLine + 1 { text += "\n" }
    indent()
  }

  var indentation: String { String(repeating: "  ", count: level) }

  private mutating func indent() { text += indentation }

  private mutating func newline() {
    text += "\n"
    indent()
  }

  private func line(of offset: Int) -> Int { source?.lineNumber(at: offset) ?? 0 }

  private func isBroken(_ open: Int, _ first: Int) -> Bool { line(of: open) != line(of: first) }

  private func commentText(_ span: Span) -> String {
    guard let text = source?.text(of: span) else { return "" }
    return String(text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
