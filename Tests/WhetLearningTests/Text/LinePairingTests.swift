import Testing

@testable import WhetLearning

@Suite struct `Line pairing` {
  private func lines(_ text: TokenText) -> [Range<Int>] {
    var start = 0
    return text.tokens.indices.filter { text.tokens[$0].kind == .newline }.map { end in
      defer { start = end + 1 }
      return start..<(end + 1)
    }
  }

  @Test(arguments: [
    ("a = f(1)\nb = g(2)\n", "a = f(3)\nb = g(4)\n", ["0 0", "1 1"]),
    ("total = sum(rows)\n", "import math\ntotal = sum(row)\n", ["0 1"]),
    ("one two three\nfour five six\n", "four five seven\n", ["1 0"]),
    ("one two three\n", "four five six\nseven eight\n", []), ("\nx y z\n", "\nx y w\n", ["0 0", "1 1"]),
    ("only this\n", "that\n", []),
  ])
  func `finds the lines that were edited`(source: String, target: String, wanted: [String]) {
    let (left, right) = (code(source), code(target))
    let (sourceLines, targetLines) = (lines(left), lines(right))
    let pairs = LinePairing.pairs(sourceLines, left, targetLines, right)
    let found = pairs.map { pair in
      "\(sourceLines.firstIndex(of: pair.0) ?? -1) \(targetLines.firstIndex(of: pair.1) ?? -1)"
    }
    #expect(found == wanted)
  }

  @Test(arguments: 0..<4)
  func `never crosses pairs and takes no line twice`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let (left, right) = (code(generator.program(lines: 8)), code(generator.program(lines: 8)))
      let pairs = LinePairing.pairs(lines(left), left, lines(right), right)
      for (first, second) in zip(pairs, pairs.dropFirst()) {
        #expect(first.0.upperBound <= second.0.lowerBound && first.1.upperBound <= second.1.lowerBound)
      }
    }
  }

  @Test func `takes very many lines as one, and none as none`() {
    let many = code(String(repeating: "a b c\n", count: LinePairing.mostLines + 1))
    let one = code("a b c\n")
    #expect(LinePairing.pairs(lines(many), many, lines(one), one).map(\.0) == [0..<many.count])
    #expect(LinePairing.pairs([], one, lines(one), one).isEmpty && LinePairing.pairs(lines(one), one, [], one).isEmpty)
  }
}
