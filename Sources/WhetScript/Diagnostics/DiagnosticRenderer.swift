import WhetCore

/// Shows diagnostics to a person: place and message, the source line, a caret under the fault, notes.
///
/// ```
/// scenario.whet:3:1: error: there is no command 'agnet list' [command.unknown]
///   3 | agnet list
///     | ^~~~~~~~~~
///     = did you mean 'agent list'?
/// ```
public struct DiagnosticRenderer: Sendable {
  private let source: SourceText
  private let width: @Sendable (Character) -> Int
  /// Columns of source shown of a long line.
  private let columns: Int

  /// - Parameters:
  ///   - width: the columns a terminal uses for a character.
  ///   - columns: the most columns of a source line to show; a longer line is cut around the fault.
  public init(source: SourceText, columns: Int = 100, width: @escaping @Sendable (Character) -> Int) {
    self.source = source
    self.columns = max(columns, 20)
    self.width = width
  }

  /// The diagnostic as lines without a final line end.
  public func text(of diagnostic: Diagnostic) -> String {
    let label = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code.rawValue)]"
    var lines = ["\(place(of: diagnostic.span)): \(label)"]
    let gutter = String(repeating: " ", count: gutterWidth(of: diagnostic) + 2)
    lines += excerpt(of: diagnostic.span, gutter: gutter)
    if let suggestion = diagnostic.suggestion {
      lines.append("\(gutter) = did you mean '\(VisibleText.quoted(suggestion))'?")
    }
    for note in diagnostic.notes {
      lines.append("\(gutter) = \(note.span.map { "\(place(of: $0)): " } ?? "")\(note.message)")
      if let span = note.span, source.lineNumber(at: span.start) != source.lineNumber(at: diagnostic.span.start) {
        lines += excerpt(of: span, gutter: gutter)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The line of a span with a caret under it, as `text(of:)` shows it, without a final line end.
  public func excerpt(of span: Span) -> String {
    let digits = String(source.lineNumber(at: span.start)).count
    return excerpt(of: span, gutter: String(repeating: " ", count: digits + 2)).joined(separator: "\n")
  }

  private func place(of span: Span) -> String {
    var location = source.location(of: span.start)
    location.file = VisibleText.quoted(location.file, limit: 200)
    return location.description
  }

  private func gutterWidth(of diagnostic: Diagnostic) -> Int {
    let spans = [diagnostic.span] + diagnostic.notes.compactMap(\.span)
    return spans.map { String(source.lineNumber(at: $0.start)).count }.max() ?? 1
  }

  private func excerpt(of span: Span, gutter: String) -> [String] {
    let number = String(source.lineNumber(at: span.start))
    let line = source.line(source.lineNumber(at: span.start))
    let start = min(span.start, line.end)
    let end = min(max(span.end, start), line.end)
    var before = cells(Span(line.start, start))
    let marked = cells(Span(start, end))
    let after = cells(Span(end, line.end))
    let isCut = trim(&before, to: columns * 2 / 3)
    let shown = fit(before + marked + after, in: columns)
    let caretColumn = before.reduce(0) { $0 + $1.width }
    let markedWidth = min(marked.reduce(0) { $0 + $1.width }, max(1, columns - caretColumn))
    let lead = isCut ? "..." : ""
    let padding = String(repeating: " ", count: gutter.count - number.count)
    return [
      "\(padding)\(number) | \(lead)\(shown)",
      "\(gutter) | " + String(repeating: " ", count: caretColumn + lead.count) + "^"
        + String(repeating: "~", count: max(0, markedWidth - 1)),
    ]
  }

  private typealias Cell = (text: String, width: Int)

  private func cells(_ span: Span) -> [Cell] {
    source.text(of: span).map { character in
      if character == "\t" { return (" ", 1) }
      let visible = VisibleText.visible(character)
      return (visible, visible == String(character) ? max(0, width(character)) : visible.count)
    }
  }

  /// Drops cells from the front until the rest is at most `limit` wide; says whether it did.
  private func trim(_ cells: inout [Cell], to limit: Int) -> Bool {
    var total = cells.reduce(0) { $0 + $1.width }
    guard total > limit else { return false }
    var dropped = 0
    while total > limit {
      total -= cells[dropped].width
      dropped += 1
    }
    cells.removeFirst(dropped)
    return true
  }

  private func fit(_ cells: [Cell], in limit: Int) -> String {
    var text = ""
    var used = 0
    for cell in cells {
      used += cell.width
      if used > limit { return text + "..." }
      text += cell.text
    }
    return text
  }
}
