import WhetCore

/// A lesson on lines of a Markdown text, each of which it leaves or writes otherwise.
protocol LineLesson: TriedLesson {
  /// The line as the lesson wants it; `nil` where it is so already or the lesson says nothing about it.
  func rewritten(_ line: Int, in text: MarkdownText) -> String?
  /// The lines that it writes otherwise, in order.
  func rewrites(in text: MarkdownText) -> [(line: Int, text: String)]
  /// What a person could have meant who made `after` of `before`; each is tried on all lines.
  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [Self]
}

extension LineLesson {
  static func ideas(in pair: DocumentPair) -> [Self] {
    pair.targetLine.enumerated().flatMap { before, after -> [Self] in
      guard let after, pair.source.lines[before].text != pair.target.lines[after].text else { return [] }
      return ideas(from: before, to: after, in: pair)
    }
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    format == .code ? nil : rewritten(text.markdown)
  }

  func rewrites(in text: MarkdownText) -> [(line: Int, text: String)] {
    text.lines.indices.compactMap { index in
      guard let line = rewritten(index, in: text), line != text.lines[index].text else { return nil }
      return (index, line)
    }
  }

  /// The text after the lesson; `nil` where no line changes.
  func rewritten(_ text: MarkdownText) -> String? {
    let rewrites = rewrites(in: text)
    guard !rewrites.isEmpty else { return nil }
    var lines = text.lines
    for (index, line) in rewrites { lines[index].text = line }
    return MarkdownText.text(of: lines)
  }

  /// On how many lines of a pair the lesson does what the person did, and on how many it does not.
  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    var right = 0
    var wrong: Set<Int> = []
    if !pair.isAccepted {
      for (index, result) in rewrites(in: pair.source) {
        guard let other = pair.targetLine[index] else { continue }
        let (line, wanted) = (pair.source.lines[index].text, pair.target.lines[other].text)
        if result == wanted {
          right += 1
          continue
        }
        let change = LineTokens.distance(line, result)
        let excess = change + LineTokens.distance(result, wanted) - LineTokens.distance(line, wanted)
        if excess == 0, change > 0 { right += 1 } else if excess > 0 { wrong.insert(other) }
      }
    }
    for (index, result) in rewrites(in: pair.target)
    where LineTokens.distance(result, pair.target.lines[index].text) > 0 {
      wrong.insert(index)
    }
    return (right, wrong.count)
  }
}
