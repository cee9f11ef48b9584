/// Lines put around lines that are indented deeper since (or taken away from around lines that are indented less): one
/// change, however much stands between.
struct Wrap: Sendable {
  /// The whole of it: what was put before, what was kept, what was put after.
  var whole: Hunk
  /// The numbers of the hunks it consists of.
  var hunks: [Int]

  /// The longest block that may be wrapped, in tokens.
  static let longest = 200

  /// The wraps of an alignment.
  static func all(in alignment: Alignment, _ source: TokenText, _ target: TokenText) -> [Wrap] {
    let finder = Finder(alignment: alignment, source: source, target: target)
    return alignment.hunks.indices.compactMap { finder.wrap(openedBy: $0) }
  }

  private struct Finder {
    let alignment: Alignment
    let source: TokenText
    let target: TokenText

    func wrap(openedBy number: Int) -> Wrap? {
      let opening = alignment.hunks[number]
      guard isWholeLines(opening), let end = blockEnd(from: opening.source.upperBound) else { return nil }
      let keptEnd = alignment.targetOf[end - 1]
      guard keptEnd >= 0 else { return nil }
      var whole = Hunk(
        source: opening.source.lowerBound..<end, target: opening.target.lowerBound..<(keptEnd + 1))
      var numbers = [number]
      if let closing = alignment.hunks.indices.dropFirst(number + 1).first(where: {
        alignment.hunks[$0].source.lowerBound == end || alignment.hunks[$0].source.lowerBound == end + 1
      }), isWholeLines(alignment.hunks[closing]) || alignment.hunks[closing].source.isEmpty {
        let hunk = alignment.hunks[closing]
        whole = withoutLineEnd(
          Hunk(
            source: whole.source.lowerBound..<max(hunk.source.upperBound, end),
            target: whole.target.lowerBound..<hunk.target.upperBound))
        numbers.append(closing)
      }
      return Wrap(whole: whole, hunks: numbers)
    }

    /// The end of the kept lines that moved by as many columns as the first.
    private func blockEnd(from start: Int) -> Int? {
      guard start < source.count, shift(at: start) != 0 else { return nil }
      let wanted = shift(at: start)
      var index = start
      var end: Int?
      while index < source.count, index - start < Wrap.longest, alignment.targetOf[index] >= 0 {
        let lineEnd = source.lineEnd(index)
        if source.tokens[index].kind != .newline {
          guard shift(at: index) == wanted, (index..<lineEnd).allSatisfy({ alignment.targetOf[$0] >= 0 }) else { break }
          end = lineEnd
        }
        index = lineEnd + 1
      }
      return end
    }

    private func withoutLineEnd(_ hunk: Hunk) -> Hunk {
      guard let end = hunk.source.last, source.tokens[end].kind == .newline, let targetEnd = hunk.target.last,
        target.tokens[targetEnd].kind == .newline
      else { return hunk }
      return Hunk(source: hunk.source.dropLast(), target: hunk.target.dropLast())
    }

    private func isWholeLines(_ hunk: Hunk) -> Bool { PairAnalysis.isWholeLines(hunk, source, target) }

    /// By how many columns the line of a kept token has moved.
    private func shift(at index: Int) -> Int {
      let kept = alignment.targetOf[index]
      guard kept >= 0, source.tokens[index].kind != .newline else { return 0 }
      return target.columns(ofLineAt: kept) - source.columns(ofLineAt: index)
    }
  }
}
