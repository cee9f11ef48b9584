import WhetCore
import WhetTerminal

/// Lays the blocks of a document out for reading.
struct DocumentRenderer: Sendable {
  /// Columns of the terminal; `nil` elsewhere, where words are wrapped at 100 columns and tables at 120.
  var width: Int?
  var painter: Painter

  private static let widest = 100
  private static let widestTable = 120
  private static let widestPlot = 72

  /// The blocks as text that ends with a line end; an empty line stands before each heading but the first block.
  func text(of blocks: [DocumentBlock]) -> TerminalText {
    var text = TerminalText.empty
    for (index, block) in blocks.enumerated() {
      let lines = lines(of: block)
      guard !lines.isEmpty else { continue }
      if case .heading = block, index > 0 { text += "\n" }
      text += lines.joined(separator: "\n") + "\n"
    }
    return text
  }

  private func lines(of block: DocumentBlock) -> [TerminalText] {
    switch block {
    case .heading(let words): [painter.paint(TerminalText(line: words), .bold)]
    case .paragraph(let words, let style): wrapped(words).map { painter.paint($0, style) }
    case .fields(let fields): self.fields(fields)
    case .table(let description, let rows): table(description, rows)
    case .verbatim(let text): Self.indented(Self.rows(of: text))
    case .difference(let old, let new, let oldName, let newName, let form):
      difference(TextDiff(old: old, new: new), oldName, newName, form)
    case .plot(let plot): plot.lines(width: min(width ?? Self.widestPlot, Self.widest), painter: painter)
    }
  }

  private func difference(
    _ difference: TextDiff, _ oldName: String, _ newName: String, _ form: DifferenceForm
  ) -> [TerminalText] {
    switch form {
    case .patch: difference.unified(oldName: oldName, newName: newName, painter: painter)
    case .lines: difference.unified(oldName: oldName, newName: newName, painter: painter).map { "  " + $0 }
    case .words: difference.words(oldName: oldName, newName: newName, painter: painter).map { "  " + $0 }
    }
  }

  private func wrapped(_ words: String) -> [TerminalText] {
    TextWrap.lines(words, width: min(width ?? Self.widest, Self.widest))
  }

  private func fields(_ fields: [(name: String, value: String)]) -> [TerminalText] {
    let names = fields.map { TerminalText(line: $0.name).columns }.max() ?? 0
    let room = max(20, min(width ?? Self.widest, Self.widest) - names - 4)
    return fields.flatMap { name, value in
      TextWrap.lines(value, width: room).enumerated().map { index, line in
        let head = (index == 0 ? TerminalText(line: name) : .empty).padded(to: names)
        return "  " + painter.paint(head, .dim) + "  " + line
      }
    }
  }

  private func table(_ description: TableDescription, _ rows: [JSONValue]) -> [TerminalText] {
    guard !rows.isEmpty else { return wrapped(description.whenEmpty).map { "  " + painter.paint($0, .dim) } }
    return description.table(of: rows)
      .lines(width: (width ?? Self.widestTable) - 2, overflow: .wrapLast, painter: painter).map { "  " + $0 }
  }

  /// The rows of a text as it stands; its last line end begins none.
  private static func rows(of text: String) -> [TerminalText] {
    let rows = TerminalText(text).rows
    return rows.last?.isEmpty == true ? rows.dropLast() : rows
  }

  private static func indented(_ rows: [TerminalText]) -> [TerminalText] { rows.map { $0.isEmpty ? $0 : "  " + $0 } }
}
