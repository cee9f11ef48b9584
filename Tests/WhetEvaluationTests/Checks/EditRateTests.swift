import Testing

@testable import WhetEvaluation

struct EditRateTests {
  @Test(
    arguments: [
      ("", "", 0, 100.0), ("a b c", "a b c", 0, 100), ("a b c", "a x c", 1, 100.0 * 2 / 3), ("", "a b", 2, 0),
      ("a b c d e f", "a", 5, 0), ("a  b", "a b", 0, 100), ("x_1", "x_2", 1, 0), ("a\nb", "a b", 1, 50),
    ])
  func `the share of edits decides`(text: String, reference: String, edits: Int, similarity: Double) throws {
    let rate = try #require(EditRate(from: text, to: reference))
    #expect(rate.edits == edits)
    #expect(abs(rate.similarity - similarity) < 1e-9)
  }

  @Test func `padding the right answer lowers the score`() throws {
    let answer = "return the larger of both"
    let padded = answer + " " + String(repeating: "excellent correct answer ", count: 3)
    #expect(try #require(EditRate(from: padded, to: answer)).similarity == 0)
  }

  @Test func `indentation counts only where it is asked for`() {
    #expect(EditRate(from: "if x:\n  y", to: "if x:\n    y")?.edits == 0)
    #expect(EditRate(from: "if x:\n  y", to: "if x:\n    y", indentation: true)?.edits == 1)
  }

  @Test func `the bit vectors agree with the table`() {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<300 {
      let most = round % 3 == 0 ? 200 : 40
      let left = words(&generator, most: most)
      let right = words(&generator, most: most)
      #expect(TokenDistance.between(left, right) == tableDistance(left, right))
    }
  }

  @Test func `texts too long to compare are not compared`() {
    let left = String(repeating: "a ", count: 200_000)
    let right = String(repeating: "b ", count: 200_000)
    #expect(EditRate(from: left, to: right) == nil)
  }

  private func words(_ generator: inout SeededGenerator, most: Int) -> [Substring] {
    (0..<generator.index(below: most)).map { _ in Substring("w\(generator.index(below: 6))") }
  }

  private func tableDistance(_ left: [Substring], _ right: [Substring]) -> Int {
    var row = Array(0...right.count)
    for (i, word) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        (diagonal, row[j + 1]) = (
          row[j + 1], min(row[j + 1] + 1, row[j] + 1, diagonal + (word == other ? 0 : 1))
        )
      }
    }
    return row[right.count]
  }
}
