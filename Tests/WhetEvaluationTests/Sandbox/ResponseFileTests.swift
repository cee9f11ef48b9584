import Testing

@testable import WhetEvaluation

struct ResponseFileTests {
  @Test(
    arguments: [
      ("python", "py"), ("Python", "py"), ("go", "go"), (nil, "txt"), ("", "txt"), ("../../x", "txt"), ("a b", "txt"),
      ("markdown", "md"), ("swift", "swift"),
    ] as [(String?, String)])
  func `the language names the file`(language: String?, fileExtension: String) {
    #expect(ResponseFile("x", language: language).name == "response." + fileExtension)
  }

  @Test(
    arguments: [
      ("no block", "no block"), ("a\n```\nx\n```\nb", "x\n"), ("a\n~~~py\nx\n~~~", "x\n"), ("```py\nx", "x\n"),
      ("```\na\n```\n```\nb\n```", "```\na\n```\n```\nb\n```"), ("````\n```\nx\n```\n````", "```\nx\n```\n"),
      ("  ```py\n  x\n   y\n  ```", "x\n y\n"), ("`` ` ``", "`` ` ``"), ("```a`b\nx", "```a`b\nx"),
    ])
  func `the only code block is taken`(response: String, expected: String) {
    #expect(ResponseFile(response, language: "python").text == expected)
  }

  @Test func `without a language the response is taken whole`() {
    #expect(ResponseFile("```\nx\n```", language: nil).text == "```\nx\n```")
  }
}
