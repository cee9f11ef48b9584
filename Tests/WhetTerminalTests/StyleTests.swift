import Testing

@testable import WhetTerminal

struct StyleTests {
  @Test func `a painter that is on writes the style and a reset`() {
    let painter = Painter(isOn: true)
    #expect(painter.paint("x", [.bold, .red]).printable == "\u{1B}[1;31mx\u{1B}[0m")
    #expect(painter.paint("x", []) == "x")
    #expect(painter.paint("", .dim) == "")
    #expect(Painter.plain.paint("x", .green) == "x")
  }

  @Test(
    arguments: [
      (ColourPolicy.auto, true, [:], true),
      (.auto, false, [:], false),
      (.auto, true, ["NO_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": ""], true),
      (.auto, true, ["TERM": "dumb"], false),
      (.auto, true, ["CLICOLOR": "0"], false),
      (.auto, false, ["CLICOLOR_FORCE": "1"], true),
      (.auto, false, ["CLICOLOR_FORCE": "0"], false),
      (.auto, false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
      (.always, false, ["NO_COLOR": "1"], true),
      (.never, true, ["CLICOLOR_FORCE": "1"], false),
    ] as [(ColourPolicy, Bool, [String: String], Bool)])
  func `colour follows the flag, then the environment, then the stream`(
    _ policy: ColourPolicy, _ isTerminal: Bool, _ environment: [String: String], _ isOn: Bool
  ) {
    #expect(policy.isEnabled(isTerminal: isTerminal, environment: environment) == isOn)
  }
}
