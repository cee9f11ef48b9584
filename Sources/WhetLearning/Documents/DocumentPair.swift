import WhetCore

/// A pair as Markdown lines, and which line of the corrected text each line of the original became.
struct DocumentPair: Sendable {
  let analysis: PairAnalysis
  let source: MarkdownText
  let target: MarkdownText
  /// For each line of the original the line of the corrected text that it became; `nil` where it became none.
  let targetLine: [Int?]
  /// For each line of the corrected text the line of the original that became it.
  let sourceLine: [Int?]
  /// The newest pairs before this one, oldest first.
  var earlier: [DocumentPair] = []

  var id: CorrectionID { analysis.pair.id }
  var isAccepted: Bool { analysis.pair.isAccepted }
  /// Whether it is a document at all.
  var isMarkdown: Bool { analysis.pair.format != .code }

  init(_ analysis: PairAnalysis) {
    self.analysis = analysis
    guard analysis.pair.format != .code else {
      source = MarkdownText(TokenText("", format: .documentation))
      target = source
      targetLine = []
      sourceLine = []
      return
    }
    source = MarkdownText(analysis.source).withNames()
    if analysis.pair.isAccepted {
      target = source
      targetLine = source.lines.indices.map { $0 }
      sourceLine = targetLine
    } else {
      target = MarkdownText(analysis.target).withNames()
      targetLine = Self.filled(LineAlignment.lines(source, target), source, target)
      var back = [Int?](repeating: nil, count: target.lines.count)
      for (line, other) in targetLine.enumerated().reversed() {
        if let other, other < back.count { back[other] = line }
      }
      sourceLine = back
    }
  }
}

extension DocumentPair {
  /// A line that kept nothing became the only line of its kind between the places of its neighbours, if there is one.
  private static func filled(_ lines: [Int?], _ source: MarkdownText, _ target: MarkdownText) -> [Int?] {
    var lines = lines
    let written = source.lines.indices.filter { source.lines[$0].kind != .blank }
    for (place, line) in written.enumerated() where lines[line] == nil {
      let before = place == 0 ? -1 : lines[written[place - 1]]
      let after = place == written.count - 1 ? target.lines.count : lines[written[place + 1]]
      guard let before, let after, before < after else { continue }
      let between = (before + 1..<after).filter { target.lines[$0].kind != .blank }
      guard between.count == 1, target.lines[between[0]].kind == source.lines[line].kind else { continue }
      lines[line] = between[0]
    }
    return lines
  }
}

/// Tokens as the cost of a correction counts them: runs of letters, digits and underscores, and every other sign.
enum LineTokens {
  static func of(_ text: some StringProtocol) -> [Substring.UnicodeScalarView] {
    var tokens: [Substring.UnicodeScalarView] = []
    let scalars = Substring(text).unicodeScalars
    var start: Substring.UnicodeScalarView.Index?
    for index in scalars.indices {
      let scalar = scalars[index]
      let isWord =
        scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      if isWord {
        if start == nil { start = index }
        continue
      }
      if let first = start { tokens.append(scalars[first..<index]) }
      start = nil
      if !scalar.properties.isWhitespace { tokens.append(scalars[index..<scalars.index(after: index)]) }
    }
    if let first = start { tokens.append(scalars[first...]) }
    return tokens
  }

  /// How many tokens must be deleted and inserted to make one text of the other.
  static func distance(_ left: String, _ right: String) -> Int {
    if left == right { return 0 }
    return Myers.distance(of(left).map { String($0) }, of(right).map { String($0) })
  }
}
