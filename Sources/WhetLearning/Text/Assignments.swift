/// Which names code assigns, and which it uses afterwards.
extension TokenText {
  /// The longest code, in tokens, whose assignments are looked at.
  private static var longestCode: Int { 200 }

  /// Whether a statement of a range of code uses a name that an earlier one assigns.
  func hasDependence(in range: Range<Int>) -> Bool {
    guard range.count > 4, range.count <= Self.longestCode, range.upperBound <= count,
      tokens[range.lowerBound].zone.isCode
    else { return false }
    var assigned: Set<String> = []
    for statement in statements(in: range) {
      let targets = targets(of: statement)
      if !assigned.isEmpty, statement.contains(where: { !targets.contains($0) && uses(one: assigned, at: $0) }) {
        return true
      }
      assigned.formUnion(targets.map(member))
    }
    return false
  }

  /// A range cut where a line or a semicolon ends a statement; what stands in brackets stays whole, a block does not.
  private func statements(in range: Range<Int>) -> [Range<Int>] {
    var statements: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      if opensBlock(index) || closesBlock(index) {
        depth = 0
      } else if tokens[index].isBracketOpening {
        depth += 1
      } else if tokens[index].isBracketClosing {
        depth = max(0, depth - 1)
      }
      if depth == 0, endsStatement(index) {
        statements.append(start..<index)
        start = index + 1
      }
    }
    return (statements + [start..<range.upperBound]).filter { !$0.isEmpty }
  }

  private func endsStatement(_ index: Int) -> Bool {
    if tokens[index].kind == .newline { return index + 1 >= count || tokens[index + 1].text != "." }
    return tokens[index].text == ";" || opensBlock(index) || closesBlock(index)
  }

  private func opensBlock(_ index: Int) -> Bool {
    tokens[index].text == "{" && index + 1 < count && tokens[index + 1].kind == .newline
  }

  private func closesBlock(_ index: Int) -> Bool {
    tokens[index].text == "}" && index > 0 && tokens[index - 1].kind == .newline
  }

  /// Where the names stand that a statement assigns: in each part of what is left of its `=` the last word, so that
  /// neither a type nor a keyword before it counts; not in its subscripts, type arguments and type annotation.
  private func targets(of statement: Range<Int>) -> Set<Int> {
    guard let sign = assignment(in: statement) else { return [] }
    var targets: Set<Int> = []
    var last: Int?
    var depth = 0
    var index = statement.lowerBound
    while index < sign {
      let token = tokens[index]
      if token.text == "," {
        if let last { targets.insert(last) }
        last = nil
      } else if token.text == ":", depth == 0 {
        break
      } else if let end = endOfArguments(from: index, before: sign) {
        index = end
      } else if token.isBracketOpening {
        depth += 1
      } else if token.isBracketClosing {
        depth -= 1
      } else if token.kind == .word, !Keyword.isKeyword(token.text) {
        last = index
      }
      index += 1
    }
    if let last { targets.insert(last) }
    return targets
  }

  /// Where a subscript or the arguments of a type end that begin at a token.
  private func endOfArguments(from index: Int, before end: Int) -> Int? {
    guard index > 0, tokens[index].isAttached, tokens[index - 1].kind == .word else { return nil }
    if tokens[index].isBracketOpening { return partner[index] > index && partner[index] < end ? partner[index] : nil }
    return tokens[index].text == "<" ? (index..<end).last { tokens[$0].text == ">" } : nil
  }

  /// The sign by which a statement assigns; one in brackets gives an argument its value.
  private func assignment(in statement: Range<Int>) -> Int? {
    var depth = 0
    for index in statement {
      if tokens[index].isBracketOpening { depth += 1 }
      if tokens[index].isBracketClosing { depth -= 1 }
      if depth == 0, ["=", ":="].contains(tokens[index].text), codeParts[index] == .statement { return index }
    }
    return nil
  }

  private func uses(one names: Set<String>, at index: Int) -> Bool {
    guard tokens[index].kind == .word, codeParts[index] == .statement, names.contains(member(index)) else {
      return false
    }
    return !isLabel(index)
  }

  /// A word with what it is a member of, such as `self.size`.
  private func member(_ index: Int) -> String {
    var name = tokens[index].text
    var index = index
    while index > 1, tokens[index - 1].text == ".", tokens[index].isAttached, tokens[index - 2].kind == .word {
      index -= 2
      name = tokens[index].text + "." + name
    }
    return index > 0 && tokens[index - 1].text == "." ? "." + name : name
  }

  /// Whether a word names an argument or a field: `a` in `f(a: 2)`, `f(a=2)` and `{a: 2}`.
  private func isLabel(_ index: Int) -> Bool {
    guard index > 0, index + 1 < count, [":", "="].contains(tokens[index + 1].text) else { return false }
    return ["(", ",", "{"].contains(tokens[index - 1].text)
  }
}
