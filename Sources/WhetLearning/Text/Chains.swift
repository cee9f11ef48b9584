/// The shapes that holes match: chains such as `a.b(c)[0].d` and balanced expressions.
extension TokenText {
  /// The most tokens one hole may stand for; keeps matching linear in bad texts.
  static let longestHole = 200

  func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { tokens[$0].text == tokens[$1].text }
  }

  /// The width of the indentation of a token's line, in columns; a tab counts 4.
  func columns(ofLineAt index: Int) -> Int {
    indentation(ofLineAt: index).unicodeScalars.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
  }

  /// Where a chain that begins at `start` may end, shortest first; empty if none begins there.
  func chainEnds(from start: Int) -> [Int] {
    guard var end = primaryEnd(from: start) else { return [] }
    var ends = [end]
    while end < count, end - start < Self.longestHole, tokens[end].isAttached {
      if tokens[end].text == ".", end + 1 < count, tokens[end + 1].isAttached, tokens[end + 1].kind == .word {
        end += 2
      } else if tokens[end].text == "(" || tokens[end].text == "[", partner[end] > end {
        end = partner[end] + 1
      } else {
        break
      }
      ends.append(end)
    }
    return ends
  }

  /// Whether no chain that begins earlier runs through this token.
  func isChainStart(_ index: Int) -> Bool {
    guard index > 0, index < count, tokens[index].isAttached else { return true }
    if tokens[index].text == "." || tokens[index].isBracketClosing { return false }
    let before = tokens[index - 1]
    return
      !(before.text == "." || before.isQuote && partner[index - 1] >= 0 && partner[index - 1] < index - 1
      || (tokens[index].isBracketOpening && (before.kind == .word || before.isBracketClosing)))
  }

  /// Whether the chain a token stands in begins before it.
  func continuesChain(_ index: Int) -> Bool {
    index < count && (tokens[index].text == "." || !isChainStart(index))
  }

  /// The starts of chains that can reach up to `position`, nearest first.
  func chainStarts(before position: Int) -> [Int] {
    var starts: [Int] = []
    var index = position - 1
    while index >= 0, position - index <= Self.longestHole, tokens[index].kind != .newline {
      if tokens[index].isBracketClosing || tokens[index].isQuote, partner[index] >= 0, partner[index] < index {
        index = partner[index]
      }
      if isChainStart(index) {
        starts.append(index)
        if starts.count >= 4 { break }
      }
      index -= 1
    }
    return starts
  }

  /// Where an expression that begins at `start` may end, shortest first.
  func expressionEnds(from start: Int) -> [Int] {
    var ends: [Int] = []
    var end = start
    while end < count, end - start < Self.longestHole {
      let token = tokens[end]
      if token.kind == .newline || token.text == "," || token.text == ";" || token.isBracketClosing { break }
      if token.isBracketOpening || (token.isQuote && token.zone.isCode) {
        guard partner[end] > end else { break }
        end = partner[end] + 1
      } else {
        end += 1
      }
      ends.append(end)
    }
    return ends
  }

  /// The end of what stands in a bracket, without line ends at its end; `nil` for an empty or unclosed bracket.
  func contentEnd(after opening: Int) -> Int? {
    var end = partner[opening]
    while end > opening + 1, tokens[end - 1].kind == .newline { end -= 1 }
    return end > opening + 1 ? end : nil
  }

  /// Where balanced tokens that begin at `start` may end inside their bracket, shortest first, `start` included.
  func argumentsEnds(from start: Int) -> [Int] {
    var ends = [start]
    var end = start
    while end < count, end - start < Self.longestHole, !tokens[end].isBracketClosing {
      let opens = tokens[end].isBracketOpening || (tokens[end].isQuote && partner[end] > end)
      if opens, partner[end] <= end { break }
      end = opens ? partner[end] + 1 : end + 1
      if tokens[end - 1].text == "," || (end < count && (tokens[end].isBracketClosing || tokens[end].text == ",")) {
        ends.append(end)
      }
    }
    return ends
  }

  /// The end of a triple-quoted string that stands alone from `start` to a line end, the line end included.
  func docstringEnd(from start: Int) -> Int? {
    guard start + 2 < count, tokens[start].isQuote else { return nil }
    let quote = tokens[start].text
    func isTriple(_ index: Int) -> Bool {
      index + 2 < count
        && (0..<3).allSatisfy { tokens[index + $0].text == quote && ($0 == 0 || tokens[index + $0].isAttached) }
    }
    guard isTriple(start) else { return nil }
    var index = start + 3
    while index < count, !isTriple(index) { index += 1 }
    return index + 3 < count && tokens[index + 3].kind == .newline ? index + 4 : nil
  }

  /// Where a documenting string begins that ends, with its line end, right before `end`.
  func docstringStart(before end: Int) -> Int? {
    guard end > 6, tokens[end - 1].kind == .newline, tokens[end - 2].isQuote else { return nil }
    var start = lineStart(end - 1)
    for _ in 0..<20 {
      if docstringEnd(from: start) == end { return start }
      guard start > 0 else { return nil }
      start = lineStart(start - 1)
    }
    return nil
  }

  /// The end of words and numbers that only signs without white space join: paths, versions, names with hyphens.
  func runEnd(from start: Int) -> Int? {
    guard start < count, tokens[start].kind == .word || tokens[start].kind == .number else { return nil }
    var end = start + 1
    while end < count, tokens[end].isAttached, end - start < Self.longestHole {
      if tokens[end].kind == .word || tokens[end].kind == .number {
        end += 1
      } else if Self.runSigns.contains(tokens[end].text), end + 1 < count,
        tokens[end + 1].isAttached,
        tokens[end + 1].kind == .word || tokens[end + 1].kind == .number
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Whether a run of words and numbers begins before that one.
  func isInsideRun(_ index: Int) -> Bool {
    guard index > 0, tokens[index].isAttached else { return false }
    let before = tokens[index - 1]
    if before.kind == .word || before.kind == .number { return true }
    return index > 1 && before.isAttached && Self.runSigns.contains(before.text)
      && (tokens[index - 2].kind == .word || tokens[index - 2].kind == .number)
  }

  private static let runSigns: Set<String> = [".", "/", "-", ":", "@", "_", "+"]

  /// The end of numbers that signs join, as in dates and times.
  func valueEnd(from start: Int) -> Int? {
    guard start < count, tokens[start].kind == .number else { return nil }
    var end = start + 1
    while end + 1 < count, tokens[end].isAttached, tokens[end + 1].isAttached,
      [",", ".", ":", "-", "/"].contains(tokens[end].text), tokens[end + 1].kind == .number, end - start < 12
    { end += 2 }
    return end
  }

  /// The end of a number with its separators.
  func figureEnd(from start: Int) -> Int? {
    guard start < count, tokens[start].kind == .number else { return nil }
    var end = start + 1
    while end + 1 < count, tokens[end].isAttached, tokens[end + 1].isAttached, [",", "."].contains(tokens[end].text),
      tokens[end + 1].text.isDecimal, end - start < 12
    { end += 2 }
    return end
  }

  /// The end of the lines from `start` on that are indented deeper than the line before them, without the last line
  /// end; `nil` if the first is not.
  func blockEnd(from start: Int) -> Int? {
    guard start > 1, start < count, tokens[start - 1].kind == .newline, tokens[start - 2].kind != .newline else {
      return nil
    }
    let base = columns(ofLineAt: start - 2)
    var end: Int?
    var line = start
    while line < count {
      let next = lineEnd(line)
      if tokens[line].kind != .newline {
        guard columns(ofLineAt: line) > base else { break }
        end = next
      }
      line = next + 1
    }
    return end
  }

  private func primaryEnd(from start: Int) -> Int? {
    guard start < count else { return nil }
    let token = tokens[start]
    switch token.kind {
    case .word: return Keyword.isKeyword(token.text) && token.text != "self" && token.text != "this" ? nil : start + 1
    case .number: return start + 1
    case .symbol:
      guard token.isQuote || token.isBracketOpening, partner[start] > start else { return nil }
      return partner[start] + 1
    case .newline: return nil
    }
  }
}
