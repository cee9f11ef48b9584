import Testing

@testable import WhetShell

struct PagerTests {
  @Test(
    arguments: [
      ("auto", [:], nil), ("auto", ["PATH": "/bin:/usr/bin"], "less"), ("auto", ["PAGER": "more -s"], "more -s"),
      ("auto", ["PAGER": ""], nil), ("auto", ["PAGER": "cat", "PATH": "/usr/bin"], nil),
      ("auto", ["PAGER": "more", "TERM": "dumb"], nil), ("off", ["PAGER": "more"], nil),
      ("most", ["PAGER": "more"], "most"), ("auto", ["WHET_PAGER": "", "PAGER": "more"], nil), ("cat", [:], nil),
    ] as [(String, [String: String], String?)])
  func `the setting, then the environment, then less`(
    _ setting: String, _ environment: [String: String], _ expected: String?
  ) {
    let command = Pager.command(setting: setting, environment: environment) { $0 == "/usr/bin/less" }
    #expect(command == expected)
  }
}
