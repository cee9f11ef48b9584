import Testing

@testable import WhetAgents

@Suite struct CodeFenceTests {
  /// For each line whether a marker on it would count.
  func textLines(_ text: String) -> [Bool] {
    var context = MarkdownContext()
    return text.split(separator: "\n", omittingEmptySubsequences: false).map {
      context.readsAsText(Array($0.utf8)[...])
    }
  }

  @Test(arguments: [
    ("```\na\n```\nb", [false, false, false, true]),
    ("~~~\n```\n~~~\nb", [false, false, false, true]),
    ("````\n```\n````\nb", [false, false, false, true]),
    ("```\n`````\nb", [false, false, true]),
    ("```\n``` x\nb", [false, false, false]),
    ("```\n    ```\nb", [false, false, false]),
    ("   ```\n  ```  \nb", [false, false, true]),
    ("    ```\nb", [true, true]),
    ("``\nb", [true, true]),
    ("``` a`b\nb", [true, true]),
    ("~~~ a`b~\nb\n~~~\nc", [false, false, false, true]),
    ("```swift\nb\n```", [false, false, false]),
    ("- ```\n  a\n  ```\nb", [false, false, false, true]),
    ("- ```\n  a\nb", [false, false, true]),
    ("- - ~~~\n    a\n    ~~~\nb", [false, false, false, true]),
    ("10) ```\n\n    a\n    ```\nb", [false, false, false, false, true]),
    ("1234567890. ```\nb", [true, true]),
    ("-```\nb", [true, true]),
    ("<!-- a\nb -->\nc", [true, false, true]),
    ("<!-- a -->\nb", [true, true]),
    ("<!-->\nb", [true, true]),
    ("<!-- ```\n```\n-->\nb", [true, false, false, true]),
  ])
  func `fences and comments open and close as in CommonMark`(_ text: String, _ expected: [Bool]) {
    #expect(textLines(text) == expected)
  }
}
