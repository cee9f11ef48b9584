/// The vertical axis of a plot: from values to rows, row 0 at the top.
struct PlotScale {
  let rows: Int
  let range: ClosedRange<Double>

  /// Covers all values and intervals; nil when there is no value. A constant series gets one unit of room.
  init?(points: [Plot.Point], rows: Int) {
    let measured = points.filter { $0.y != nil }
    let values = measured.flatMap { [$0.y, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap { $0 } }
    guard let least = values.min(), let most = values.max() else { return nil }
    self.rows = rows
    let room = max(abs(most) * 0.05, 0.5)
    range = least == most ? (least - room)...(most + room) : least...most
  }

  /// The row that shows a value.
  func row(of value: Double) -> Int {
    let share = (range.upperBound / 2 - value / 2) / (range.upperBound / 2 - range.lowerBound / 2)
    return min(rows - 1, max(0, Int((share * Double(rows - 1)).rounded())))
  }

  /// A label for each row: top, middle and bottom have one, the others are empty.
  var labels: [String] {
    let places = [0, (rows - 1) / 2, rows - 1]
    let digits = Decimals.digits(for: range.upperBound - range.lowerBound)
    return (0..<rows).map { row in
      guard places.contains(row) else { return "" }
      let share = Double(row) / Double(rows - 1)
      return Decimals.fixed(range.upperBound * (1 - share) + range.lowerBound * share, digits: digits)
    }
  }
}

/// The cells of a plot.
struct PlotGrid {
  private(set) var rows: [String] = []
  private(set) var axis: String
  private(set) var axisLabels: String

  init(points: [Plot.Point], span: ClosedRange<Int>, columns: Int, scale: PlotScale) {
    let width = Double(span.upperBound) - Double(span.lowerBound)
    let used = width < Double(columns) ? Int(width) * max(1, min(4, (columns - 1) / max(1, Int(width)))) + 1 : columns
    let column = { (x: Int) in
      width == 0 ? 0 : Int((Double(x) - Double(span.lowerBound)) / width * Double(used - 1) + 0.5)
    }
    var cells = Array(repeating: Array(repeating: Character(" "), count: used), count: scale.rows)
    var ticks = Array(repeating: Character("─"), count: used)
    for (place, bin) in Dictionary(grouping: points, by: { column($0.x) }) {
      guard let shown = Self.summary(of: bin) else {
        ticks[place] = "·"
        continue
      }
      if let interval = shown.interval {
        for row in scale.row(of: interval.upperBound)...scale.row(of: interval.lowerBound) { cells[row][place] = "│" }
      }
      cells[scale.row(of: shown.mean)][place] = "●"
    }
    rows = cells.map { String($0) }
    axis = String(ticks)
    let left = String(span.lowerBound)
    let right = String(span.upperBound)
    let gap = String(repeating: " ", count: max(1, used - left.count - right.count))
    axisLabels = span.lowerBound == span.upperBound ? left : left + gap + right
  }

  /// Mean of the values in one column and the hull of their intervals; nil when no run there has a value.
  private static func summary(of points: [Plot.Point]) -> (mean: Double, interval: ClosedRange<Double>?)? {
    let values = points.compactMap(\.y)
    guard !values.isEmpty else { return nil }
    let intervals = points.compactMap { $0.y == nil ? nil : $0.interval }
    let low = intervals.map(\.lowerBound).min()
    let high = intervals.map(\.upperBound).max()
    let mean = values.reduce(0) { $0 + $1 / Double(values.count) }
    guard let low, let high else { return (mean, nil) }
    return (mean, low...high)
  }
}
