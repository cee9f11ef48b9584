import Testing
import WhetCore

@testable import WhetLearning

@Suite("Parts of code") struct CodePartTests {
  /// Code with `@` before the place that is asked about.
  private static let cases: [(code: String, part: CodePart?)] = [
    ("@which git", .statement), ("# decide @which file", .comment), ("x = 1  # @which one", .comment),
    ("echo \"@which one?\"", .string), ("STORE=\"$(@which git)\"", .statement), ("print(f\"{@name}\")", .statement),
    ("print(\"a\", @b)", .statement), ("// @note", .comment), ("call(); // @note", .comment),
    ("a = b // @c", .statement),
    ("-- @note", .comment), ("rm -- @file", .statement), ("#include @stdio", .statement), ("#!/bin/@sh", .statement),
    ("y = \"# no comment\" + @z", .statement), ("y = '#' # @z", .comment), ("@# a comment", .comment),
    ("x = \"a@\"", .statement), ("y = \"a@\" # n", .statement), ("  --@rm", .statement), ("@--i;", .statement),
    ("## @two", .comment), ("mid = (low + high) // @2", .statement),
  ]

  @Test(arguments: cases.indices) func `are statements, comments and strings`(index: Int) throws {
    let (code, part) = Self.cases[index]
    let before = TokenText(String(code.prefix { $0 != "@" }), format: .code).count
    let text = TokenText(code.replacing("@", with: ""), format: .code)
    #expect(text.codePart(of: before..<before + 1) == part, "\(code)")
  }

  @Test(arguments: 0..<4)
  func `of odd code are one for each token, and strings stand between quotes`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let text = TokenText(generator.oddText(most: 20), format: .code)
      #expect(text.codeParts.count == text.count)
      for index in text.tokens.indices where text.codeParts[index] == .string {
        let line = text.lineStart(index)..<index
        #expect(line.contains { text.tokens[$0].isQuote && text.partner[$0] > index })
      }
    }
  }

  @Test func `are told in code only`() {
    #expect(TokenText("# not a comment\n", format: .documentation).codePart(of: 1..<2) == nil)
    #expect(TokenText("", format: .code).codePart(of: 0..<0) == nil)
  }
}
