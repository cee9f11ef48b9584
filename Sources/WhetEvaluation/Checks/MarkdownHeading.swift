/// An ATX heading (CommonMark 0.31, section 4.2).
struct MarkdownHeading: Equatable {
  /// From 1 to 6.
  var level: Int
  /// Without the marks and the white space around it.
  var text: String

  /// - Returns: `nil` for a line that is none.
  init?(_ line: Substring) {
    let trimmed = line.drop { $0 == " " }
    guard line.count - trimmed.count <= 3 else { return nil }
    level = trimmed.prefix { $0 == "#" }.count
    var rest = trimmed.dropFirst(level)
    guard (1...6).contains(level), rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    let marks = rest.reversed().prefix { $0 == "#" }.count
    if marks > 0, rest.dropLast(marks).last?.isWhitespace ?? true { rest = rest.dropLast(marks) }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    text = String(rest.drop(while: \.isWhitespace))
  }
}
