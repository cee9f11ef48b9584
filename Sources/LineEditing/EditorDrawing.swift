import CLibedit
import Glibc
import WhetTerminal

extension EditorTerminal {
  /// Size of the terminal now, or a safe guess.
  var size: TerminalSize {
    TerminalSize.current(of: input.descriptor) ?? TerminalSize(columns: 80, rows: 24)
  }

  /// Shows prompt and line as they are now, with a suggestion if there is one.
  func draw() {
    guard let editor else { return }
    if isDumb {
      _ = clibedit_refresh(editor)
      return
    }
    let size = size
    var image = image(size)
    offer = nil
    if search == nil, let cells = suggestion(fitting: image.free) { image.append(suggestion: cells) }
    write(display.show(image, size: size))
  }

  /// Shows a line for the last time: without a suggestion, the cursor at its end.
  func showLast(_ line: EditedLine) {
    guard !isDumb else { return }
    let size = size
    let image = LineImage(
      prompt: prompt.units, line: LineUnit.units(of: line.scalars), cursor: line.scalars.count, width: size.columns)
    write(display.show(image, size: size))
  }

  /// Prints rows below the line, which is drawn again below them.
  func printBelow(_ rows: [TerminalText]) {
    showLast(currentLine)
    write((isDumb ? "\r\n" : display.leave()) + rows.map { $0.printable + "\r\n" }.joined())
  }

  /// Prints text in the place of prompt and line, which are drawn again below it.
  func printAbove(_ text: TerminalText) {
    let rows = text.printable.split(separator: "\n", omittingEmptySubsequences: false)
    write((isDumb ? "\r\n" : display.wipe()) + rows.joined(separator: "\r\n") + (rows.last == "" ? "" : "\r\n"))
    draw()
  }

  /// Draws for another size of the terminal.
  func redrawResized() {
    guard let editor else { return }
    el_resize(editor)
    if !isDumb {
      // Most terminals have wrapped the rows anew, by the same rules as the image.
      let size = size
      write(display.wipe(rowsAbove: min(image(size).cursor.row, size.rows - 1)))
    }
    draw()
  }

  private func image(_ size: TerminalSize) -> LineImage {
    let line = search?.line(in: history) ?? currentLine
    let prompt = search.map { EditorPrompt($0.prompt) } ?? prompt
    return LineImage(
      prompt: prompt.units, line: LineUnit.units(of: line.scalars), cursor: line.cursor, width: size.columns)
  }

  /// What the newest fitting entry adds to the line in its first row, cut to the columns.
  private func suggestion(fitting columns: Int) -> [Cell]? {
    guard configuration.showsSuggestions, configuration.usesColour, columns > 1 else { return nil }
    let line = currentLine
    guard line.isAtEnd, !line.scalars.isEmpty else { return nil }
    let text = line.text
    guard let entry = history.suggestion(for: text), Sanitiser.visible(entry) == entry else { return nil }
    let rest = String(decoding: entry.utf8.dropFirst(text.utf8.count), as: UTF8.self)
    let row = rest.prefix { $0 != "\n" }
    guard !row.isEmpty, !row.contains("\t") else { return nil }
    offer = (text, entry)
    let shown = row.count < rest.count ? row + "…" : row
    return Cell.cells(of: DisplayWidth.truncated(String(shown), to: columns), style: "\u{1B}[2m")
  }
}
