import Testing
import WhetCore

@Suite struct `Errors` {
  @Test(arguments: [
    (WhetError(.usage, "what"), "what [usage]"),
    (WhetError(.usage, "what", advice: "do this"), "what [usage]\n  do this"),
    (WhetError(.usage, "what", at: SourceLocation(file: "a.whet")), "a.whet: what [usage]"),
    (WhetError(.usage, "what", at: SourceLocation(file: "a.whet", line: 3, column: 7)), "a.whet:3:7: what [usage]"),
  ])
  func `say place, fault, code and advice`(error: WhetError, text: String) {
    #expect(error.description == text)
  }
}
