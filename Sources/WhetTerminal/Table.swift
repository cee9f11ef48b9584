/// Rows and columns of text, to be printed in the width at hand.
///
/// Headers and cells are sanitised while rendering, so they may come from anywhere.
public struct Table: Sendable {
  /// On which side of its column a cell stands.
  public enum Alignment: Sendable {
    /// Trailing when every cell is a number, `n/a`, `-` or empty and at least one is a number; else leading.
    case automatic
    /// At the left edge.
    case leading
    /// At the right edge.
    case trailing
  }

  /// Head of a column.
  public struct Column: Sendable {
    /// Title shown above the column.
    public var title: String
    /// Side on which cells and title stand.
    public var alignment: Alignment
    /// Whether cells may be cut where the width is short; a moment or a state that is cut says nothing.
    public var mayBeCut: Bool

    /// A column.
    public init(_ title: String, alignment: Alignment = .automatic, mayBeCut: Bool = true) {
      self.title = title
      self.alignment = alignment
      self.mayBeCut = mayBeCut
    }
  }

  /// One cell: text of any origin and the style it is shown in.
  public struct Cell: Sendable, ExpressibleByStringInterpolation {
    /// Text; may have several lines.
    public var text: String
    /// Style of the whole cell.
    public var style: Style

    /// A cell.
    public init(_ text: String, style: Style = []) {
      self.text = text
      self.style = style
    }

    /// A cell without style.
    public init(stringLiteral value: String) { self.init(value) }
  }

  /// What happens to a text that is wider than its column.
  public enum Overflow: Sendable {
    /// Cut, with `…` at the end; a line end inside is shown as `↵`.
    case truncate
    /// The last column is broken into several rows; the others are cut.
    case wrapLast
  }

  /// Heads of the columns, in order.
  public var columns: [Column]
  /// The cells of each row; missing cells at the end are empty, surplus ones are not shown.
  public var rows: [[Cell]]

  /// A table.
  public init(columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// A table of plain text; every column has automatic alignment.
  public init(_ titles: [String], rows: [[String]]) {
    self.init(columns: titles.map { Column($0) }, rows: rows.map { $0.map { Cell($0) } })
  }

  /// The table as rows of a terminal: a head, a rule, one row or more for each record.
  ///
  /// Columns are separated by two spaces; trailing spaces are left out. When the columns cannot be made to fit,
  /// the expanded form is given instead.
  ///
  /// - Parameter width: columns of the terminal; nil means no limit, the right value off a terminal.
  public func lines(width: Int?, overflow: Overflow = .truncate, painter: Painter = .plain) -> [TerminalText] {
    guard !columns.isEmpty else { return [] }
    guard let layout = TableLayout(self, width: width, overflow: overflow) else {
      return expandedLines(width: width, painter: painter)
    }
    return layout.lines(painter: painter)
  }

  /// The cell at a place, empty where the row is too short.
  func cell(_ row: [Cell], _ column: Int) -> Cell { column < row.count ? row[column] : "" }
}
