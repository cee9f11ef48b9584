import Testing

@testable import WhetScript

/// The smallest texts of what fuzzing and reading for it have found.
@Suite(.timeLimit(.minutes(1))) struct `What fuzzing found` {
  @Test(arguments: [
    "for x in [1\u{1} {}", "let x = f(1 日)", "def f(a = [1, {}\u{11}) {}", "let c = {a: 1 * 2?\necho $c",
    "let x = max([1“#])", "let x = 1 + # a\u{1B}b\n", "let x = (true # \u{202E}\n)", "echo x; let y = 1 # a\u{0}b",
    "echo (correction import a --yes\r = ).ok", "f(true # c\n)", "let x = \"${ \" ${ }",
    "let x = -9223372036854775808[0]", "let x = 1 \\\n + 2", "return \\\n 1", "let x = (agent list > x)", "[",
    "let x = $a[",
  ])
  func `breaks nothing any more`(text: String) {
    #expect(ScriptProperties.faults(of: Array(text.utf8)) == [])
  }

  @Test(
    arguments: [
      [0x65, 0xEF, 0x20], [0x65, 0xEF, 0xBF, 0x20], [0xEF, 0xBF], [0x65, 0xE9, 0x6D], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func `is at the beginning of what stands for a byte that is not UTF-8`(bytes: [UInt8]) {
    #expect(ScriptProperties.faults(of: bytes) == [])
  }

  @Test(arguments: [
    "let x = [1, 2\u{1} 3]\n", "let x = 1 # \u{202E}\nagent list", "if true { let x = (1 # \u{1B}\n) }",
    "let x = 1 \\\n + 2",
  ])
  func `is reported although it was looked at before`(text: String) {
    #expect(parse(text).diagnostics.containsError)
    #expect(ScriptRun(text).events == [])
  }
}
