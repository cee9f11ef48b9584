import WhetTerminal

/// What the Tab key does at one place.
enum CompletionPlan: Equatable {
  /// Nothing fits.
  case nothing
  /// Deletes this many scalars before the cursor and inserts the text.
  case insert(deleting: Int, text: String)
  /// Shows the candidates below the line.
  case list([Completion])

  /// One candidate is inserted with its suffix; several give what they have in common, or else the list.
  init(line: String, cursor: Int, result: CompletionResult) {
    let bytes = Array(line.utf8)
    guard let first = result.candidates.first, 0...cursor ~= result.start, cursor <= bytes.count,
      let typed = String(validating: bytes[result.start..<cursor], as: UTF8.self)
    else {
      self = .nothing
      return
    }
    let typedCount = typed.unicodeScalars.count
    if result.candidates.count == 1 {
      self = .insert(deleting: typedCount, text: first.text + first.suffix)
      return
    }
    // The quote or the capitals that the candidates begin with may differ from what was typed. Half an escape means
    // nothing, so nothing is inserted from the first one on.
    let common = result.isCut ? [] : Self.commonStart(of: result.candidates.map(\.text)).prefix { $0 != "\\" }
    self =
      common.count > typedCount
      ? .insert(deleting: typedCount, text: String(String.UnicodeScalarView(common))) : .list(result.candidates)
  }

  private static func commonStart(of texts: [String]) -> [Unicode.Scalar] {
    guard let first = texts.first else { return [] }
    return texts.dropFirst().reduce(Array(first.unicodeScalars)) { common, text in
      zip(common, text.unicodeScalars).prefix { $0 == $1 }.map(\.0)
    }
  }
}

/// Draws the list of candidates.
enum CompletionList {
  /// Rows with a candidate and its summary each, or several candidates in a row when none has a summary.
  /// At most `size.rows - 2` rows; the rest is counted.
  static func lines(_ candidates: [Completion], size: TerminalSize, painter: Painter) -> [TerminalText] {
    let entries = candidates.map { (text: shown($0.text), summary: $0.summary.map(shown) ?? "") }
    let widest = entries.reduce(0) { max($0, DisplayWidth.columns(of: $1.text)) }
    let lead = min(widest, max(8, size.columns / 2))
    let rows =
      entries.allSatisfy(\.summary.isEmpty)
      ? grid(entries.map(\.text), lead: lead, columns: size.columns)
      : entries.map { entry -> TerminalText in
        let text = DisplayWidth.padded(DisplayWidth.truncated(entry.text, to: lead), to: lead)
        let summary = TerminalText(DisplayWidth.truncated(entry.summary, to: size.columns - lead - 5))
        return summary.isEmpty ? "  \(text)" : "  \(text)  \(painter.paint(summary, .dim))"
      }
    let limit = max(3, size.rows - 2)
    guard rows.count > limit else { return rows }
    return rows.prefix(limit - 1) + ["  … and \(rows.count - limit + 1) more rows"]
  }

  private static func grid(_ texts: [String], lead: Int, columns: Int) -> [TerminalText] {
    let perRow = max(1, (columns - 3) / (lead + 2))
    return stride(from: 0, to: texts.count, by: perRow).map { start in
      texts[start..<min(start + perRow, texts.count)].reduce(into: .empty) { row, text in
        row += "  \(DisplayWidth.padded(DisplayWidth.truncated(text, to: lead), to: lead))"
      }
    }
  }

  private static func shown(_ text: String) -> String {
    Sanitiser.visible(String(text.unicodeScalars.prefix(400))).split(separator: "\n").joined(separator: " ")
  }
}
