import Testing

@testable import WhetEvaluation

struct RequiredPartsTests {
  @Test func `nothing required is not measured`() {
    #expect(RequiredParts.score(of: "anything", parts: ["", "  "]).value == nil)
  }

  @Test(
    arguments: [
      ("We run the Tests first.", ["tests"], 100.0), ("the latest", ["test"], 0),
      ("unit  tests\nrun", ["unit tests"], 100),
      ("## Usage\nDo this.", ["# Usage"], 100), ("## Usage\n\n## More\nx", ["## Usage"], 0),
      ("## Usage\n### Detail\nx", ["## Usage"], 100), ("```\n## Usage\n```\nx", ["## Usage"], 0),
      ("## Usage\n```\nrun\n```", ["## usage"], 100), ("Usage is easy", ["## Usage"], 0), ("a", ["a", "b"], 50),
      ("a b", ["a c", "a b"], 50),
    ])
  func `parts count when they are really there`(text: String, parts: [String], value: Double) {
    #expect(RequiredParts.score(of: text, parts: parts).value == value)
  }

  @Test func `repeating a part does not raise the score`() {
    let once = RequiredParts.score(of: "alpha", parts: ["alpha", "beta"]).value
    let often = RequiredParts.score(of: String(repeating: "alpha ", count: 50), parts: ["alpha", "beta"]).value
    #expect(once == often)
  }

  @Test func `what is missing is named`() {
    #expect(RequiredParts.score(of: "a", parts: ["a", "b"]).evidence.contains("missing: b"))
  }
}
