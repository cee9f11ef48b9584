/// A small text plot of one series over run numbers.
public struct Plot: Sendable {
  /// One run.
  public struct Point: Sendable {
    /// Run number, the horizontal position.
    public var x: Int
    /// Measured value; nil where nothing was measured.
    public var y: Double?
    /// Interval of the value, in the same unit.
    public var interval: ClosedRange<Double>?

    /// A point; values that are not finite count as nil.
    public init(x: Int, y: Double?, interval: ClosedRange<Double>? = nil) {
      self.x = x
      self.y = y.flatMap { $0.isFinite ? $0 : nil }
      self.interval = interval.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite ? $0 : nil }
    }
  }

  /// What is plotted; shown above, sanitised.
  public var title: String
  /// The runs in any order.
  public var points: [Point]

  /// A plot.
  public init(title: String, points: [Point]) {
    self.title = title
    self.points = points
  }

  /// A plot of values in order, numbered from 1.
  public init(title: String, values: [Double?]) {
    self.init(title: title, points: values.enumerated().map { Point(x: $0.offset + 1, y: $0.element) })
  }

  /// The plot as rows of text: the title, the grid with labels at the left, the axis, the run numbers, and a
  /// note on runs without a value.
  ///
  /// `●` is a value, `│` its interval, `·` at the axis a run without a value. When there are more runs than
  /// columns, runs that share a column are shown by their mean, with the hull of their intervals.
  ///
  /// - Parameters:
  ///   - width: columns in all, at least 24.
  ///   - height: rows of the grid, at least 3.
  public func lines(width: Int = 72, height: Int = 12, painter: Painter = .plain) -> [TerminalText] {
    let head = painter.paint(TerminalText(TableLayout.singleLine(title, limit: width)), .bold)
    let sorted = points.sorted { $0.x < $1.x }
    guard let first = sorted.first, let last = sorted.last, let scale = PlotScale(points: sorted, rows: max(3, height))
    else { return [head, "no values"] }
    let lead = scale.labels.map(\.count).max() ?? 0
    let grid = PlotGrid(
      points: sorted, span: first.x...last.x, columns: max(24, width) - lead - 2, scale: scale)
    let rows = zip(scale.labels, grid.rows).map { label, row -> TerminalText in
      "\(DisplayWidth.padded(label, to: lead, leading: true)) ┤\(painter.paint(TerminalText(row), .cyan))"
    }
    let blank = String(repeating: " ", count: lead + 1)
    let axis: TerminalText = "\(blank)└\(grid.axis)"
    return [head] + rows + [axis, "\(blank) \(grid.axisLabels)"] + missingNote(sorted)
  }

  private func missingNote(_ sorted: [Point]) -> [TerminalText] {
    let missing = sorted.filter { $0.y == nil }.map(\.x)
    guard !missing.isEmpty else { return [] }
    let shown = missing.prefix(8).map(String.init).joined(separator: ", ")
    return ["no value: \(shown)\(missing.count > 8 ? " and \(missing.count - 8) more" : "")"]
  }
}
