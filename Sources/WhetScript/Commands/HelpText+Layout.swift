extension HelpText {
  /// Terms in a column, their texts in a second one; a long term has its text on the next line.
  ///
  /// - Parameter widest: columns of the terms; `nil` for those of the longest at hand.
  public func rows(_ rows: [(term: String, text: String)], widest: Int? = nil) -> String {
    let widest = widest ?? widestTerm(of: rows.map(\.term))
    return rows.map { term, text in
      let column = widest + 4
      let body = wrap(text, indent: column)
      guard term.count <= widest else { return "  \(term)\n\(body)" }
      return "  " + term + String(repeating: " ", count: column - 2 - term.count) + body.dropFirst(column)
    }.joined(separator: "\n")
  }

  func widestTerm(of terms: [String]) -> Int { terms.map(\.count).filter { $0 <= 28 }.max() ?? 0 }

  /// Words in lines that fit the width.
  public func wrap(_ text: String, indent: Int = 0, hanging: Int = 0) -> String {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: indent + hanging)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
