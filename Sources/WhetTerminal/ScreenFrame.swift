/// One picture of a screen that is drawn again and again in the same place.
public struct ScreenFrame: Sendable, Equatable {
  /// Rows of the picture, from the top of the screen; those that have no room are counted in the last one.
  public let rows: [TerminalText]

  /// - Parameters:
  ///   - text: a row that is wider than the terminal is cut, and loses its styles.
  ///   - size: of the terminal, whose last row stays free for the cursor.
  public init(_ text: TerminalText, size: TerminalSize) {
    let all = (text.printable.hasSuffix("\n") ? text.rows.dropLast() : text.rows[...]).map { row in
      row.columns <= size.columns ? row : TerminalText(DisplayWidth.truncated(row.plain, to: size.columns))
    }
    let room = max(2, size.rows - 1)
    let more = all.count - room + 1
    rows = all.count <= room ? all : all.prefix(room - 1) + ["… and \(more) more rows"]
  }

  /// What draws it over the one before, without a moment in which nothing is seen.
  public var drawing: TerminalText {
    TerminalText(trusted: "\u{1B}[H" + rows.map { $0.printable + "\u{1B}[K\n" }.joined() + "\u{1B}[J")
  }
}
