import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Delimiters` {
  /// The index of each token's partner, with a dot for none.
  private static func shape(_ text: TokenText) -> String {
    text.partner.map { $0 < 0 ? "." : String($0) }.joined(separator: " ")
  }

  @Test(arguments: [
    ("f(x)", ". 3 . 1"), ("f([1], {})", ". 8 4 . 2 . 7 6 1"), ("(]", ". ."), ("([)]", ". 3 . 1"),
    ("'a' 'b'", "2 . 0 5 . 3"),
    ("\"it's\"", "4 . . . 0"), ("'a\nb'", ". . . . ."), ("'(' )", "2 . 0 ."), ("('a", ". . ."), ("(\n)", "2 . 0"),
    ("'\\''", "3 . . 0"), ("f('x)\ny)", ". 7 . . . . . 1"), ("(1\n'\n)", "5 . . . . 0"),
  ])
  func `pair in code`(text: String, partners: String) {
    #expect(Self.shape(code(text)) == partners)
  }

  @Test(arguments: [
    ("(a) it's", "2 . 0 . . ."), ("(a\nb)", ". . . . ."), ("`f('x')` (y)", "7 . 6 5 . 3 2 0 10 . 8"),
  ])
  func `pair in running text within a line, brackets and marks`(text: String, partners: String) {
    #expect(Self.shape(prose(text)) == partners)
  }

  @Test(arguments: 0..<4)
  func `always point back to each other and never cross`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let text = TokenText(generator.oddText(most: 25), format: Bool.random(using: &generator) ? .code : .documentation)
      for (index, partner) in text.partner.enumerated() where partner >= 0 {
        #expect(text.partner[partner] == index && partner != index)
        guard partner > index else { continue }
        #expect((index...partner).allSatisfy { text.partner[$0] < 0 || (index...partner).contains(text.partner[$0]) })
      }
    }
  }
}
