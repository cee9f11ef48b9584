extension TextDiff {
  /// The changed places of a text with the words that changed: `[-old-]{+new+}`, as `git diff --word-diff` shows them.
  ///
  /// Lines that only one text has are marked whole; `↵` is a line end that changed. Empty when the texts are the same.
  ///
  /// - Parameter context: unchanged lines around each change.
  public func words(
    oldName: String, newName: String, context: Int = 3, painter: Painter = .plain
  ) -> [TerminalText] {
    guard !isEmpty else { return [] }
    return names(oldName, newName, painter: painter)
      + hunks(context: max(0, context)).flatMap { hunk in
        [head(of: hunk, painter: painter)] + blocks(in: hunk).flatMap { wordRows(of: $0, painter: painter) }
      }
  }

  /// Runs of lines that stayed, and runs of removed lines with the added ones that follow them.
  private func blocks(in range: Range<Int>) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var lastRank = 0
    for index in range {
      let rank = rank(of: lines[index])
      let continues = lastRank == rank || (lastRank == 1 && rank == 2)
      if continues, let last = blocks.last {
        blocks[blocks.count - 1] = last.lowerBound..<(index + 1)
      } else {
        blocks.append(index..<(index + 1))
      }
      lastRank = rank
    }
    return blocks
  }

  private func rank(of line: Line) -> Int {
    switch line {
    case .same: 3
    case .removed: 1
    case .added: 2
    }
  }

  private func wordRows(of block: Range<Int>, painter: Painter) -> [TerminalText] {
    let old = block.filter { if case .removed = lines[$0] { true } else { false } }
    let new = block.filter { if case .added = lines[$0] { true } else { false } }
    guard !old.isEmpty || !new.isEmpty else { return block.map { Self.shown(text(at: $0)) } }
    var rows = WordRows(painter: painter)
    for piece in WordDiff(old: old.map(ended).joined(), new: new.map(ended).joined()).pieces { rows.append(piece) }
    return rows.finish()
  }

  private func text(at index: Int) -> String {
    switch lines[index] {
    case .same(let text), .removed(let text), .added(let text): text
    }
  }

  private func ended(_ index: Int) -> String { text(at: index) + (unendedLines.contains(index) ? "" : "\n") }

  // MARK: Words within lines

  /// For pairs of a removed and an added line that are close, the parts of each and whether they changed.
  ///
  /// The work is bounded: once pairs have cost `markLimit` comparisons of words, the rest is not marked.
  func wordMarks(in range: Range<Int>) -> [Int: [(text: String, isChanged: Bool)]] {
    var marks: [Int: [(text: String, isChanged: Bool)]] = [:]
    var budget = Self.markLimit
    for block in blocks(in: range) {
      let old = block.filter { if case .removed = lines[$0] { true } else { false } }
      for (before, after) in zip(old, block.dropFirst(old.count)) where budget > 0 {
        let (words, others) = (WordDiff.words(of: text(at: before)), WordDiff.words(of: text(at: after)))
        budget -= words.count * others.count
        guard budget >= 0, words.count + others.count <= WordDiff.limit else { continue }
        let difference = WordDiff(words, others)
        guard difference.isClose else { continue }
        marks[before] = difference.pieces.filter { $0.kind != .added }.map { ($0.text, $0.kind != .same) }
        marks[after] = difference.pieces.filter { $0.kind != .removed }.map { ($0.text, $0.kind != .same) }
      }
    }
    return marks
  }

  private static let markLimit = 2_000_000
}

/// Rows of words with marks around those that changed.
private struct WordRows {
  let painter: Painter
  private var rows: [TerminalText] = []
  private var row = TerminalText.empty
  private var hasRow = false

  init(painter: Painter) { self.painter = painter }

  mutating func append(_ piece: WordDiff.Piece) {
    let parts = piece.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    for (index, part) in parts.enumerated() {
      let endsLine = index < parts.count - 1
      let isAlone = part.isEmpty && endsLine && piece.kind != .same
      if !part.isEmpty || isAlone { row += marked(isAlone ? "↵" : TerminalText(part), piece.kind) }
      hasRow = hasRow || !part.isEmpty || endsLine
      if endsLine { flush() }
    }
  }

  mutating func finish() -> [TerminalText] {
    if hasRow { flush() }
    return rows
  }

  private mutating func flush() {
    rows.append(row)
    (row, hasRow) = (.empty, false)
  }

  private func marked(_ text: TerminalText, _ kind: WordDiff.Kind) -> TerminalText {
    switch kind {
    case .same: text
    case .removed: painter.paint("[-\(text)-]", .red)
    case .added: painter.paint("{+\(text)+}", .green)
    }
  }
}
