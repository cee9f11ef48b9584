import Testing
import WhetCore

@testable import WhetScript

@Suite struct `Included files` {
  private func run(_ text: String, _ files: [String: String]) -> ScriptRun {
    ScriptRun(text, in: ScriptedWorld(files: files))
  }

  @Test func `share their names and run where they stand`() {
    let run = run(
      "echo 1\ninclude 'lib/a.whet'\necho 3 $shared (helper(2))",
      ["lib/a.whet": "let shared = 'x'\nlet own = 40\necho 2\ndef helper(n) { return $n + $own }"])
    #expect(run.faults == [])
    #expect(run.echoed == ["1", "2", "3 x 42"])
  }

  @Test func `are run once, whoever includes them`() {
    let run = run(
      "include 'a.whet'\ninclude 'b.whet'\ninclude './a.whet'\necho $n",
      [
        "a.whet": "let n = 1\necho a", "b.whet": "include 'x/../a.whet'\necho b",
      ])
    #expect(run.faults == [])
    #expect(run.echoed == ["a", "b", "1"])
  }

  @Test func `find theirs and their paths from their own folder`() {
    let run = run(
      "include 'lib/a.whet'\necho (path('x'))",
      [
        "lib/a.whet": "include 'deep/b.whet'\necho (path('y'))", "lib/deep/b.whet": "echo (path('../z'))",
      ])
    #expect(run.faults == [])
    #expect(run.echoed == ["lib/z", "lib/y", "x"])
  }

  @Test(
    arguments: [
      ("include 'test.whet'", [:], ["script.include-cycle 1:9"]),
      (
        "include 'a.whet'", ["a.whet": "include 'b.whet'", "b.whet": "include 'a.whet'"],
        ["script.include-cycle b.whet:1:9"]
      ),
      ("include 'none.whet'", [:], ["script.unreadable-include 1:9"]),
      ("include 'a.whet'", ["a.whet": "echo 1\n  echo $x"], ["script.unknown-variable a.whet:2:8"]),
      ("include 'a.whet'", ["a.whet": "let = 1"], ["script.expected-name a.whet:1:5"]),
      ("include 'a.whet'\nlet n = 1\necho $n", ["a.whet": "let n = 2"], ["script.redefined 2:5"]),
      ("include 'a.whet'\ndef f() {}", ["a.whet": "def f() {}"], ["script.redefined a.whet:1:5"]),
      ("include 'a.whet'", ["a.whet": "let unused = 2"], []),
      ("include 'a.whet'", ["a.whet": "return 1"], ["script.misplaced a.whet:1:1"]),
      ("include ''", [:], ["script.unreadable-include 1:9"]),
    ] as [(String, [String: String], [String])])
  func `report what is wrong where it is`(text: String, files: [String: String], expected: [String]) {
    #expect(run(text, files).faults == expected)
  }

  @Test func `go so deep and no deeper`() {
    func files(_ count: Int) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: (0..<count).map {
          ("f\($0).whet", $0 + 1 < count ? "include 'f\($0 + 1).whet'" : "echo end")
        })
    }
    #expect(run("include 'f0.whet'", files(32)).echoed == ["end"])
    #expect(run("include 'f0.whet'", files(33)).faults == ["script.include-cycle f31.whet:1:9"])
  }

  @Test func `say how they were included when they fail`() throws {
    let run = run("include 'a.whet'\n", ["a.whet": "\ninclude 'b.whet'", "b.whet": "echo 1\necho (1 / 0)"])
    let failure = try #require(run.failure)
    #expect(failure.error.location?.description == "b.whet:2:9")
    #expect(failure.includedAt.map(\.description) == ["a.whet:2:1", "test.whet:1:1"])
    #expect(run.echoed == ["1"])
  }

  @Test func `get twenty faults each`() {
    let faults = run(
      "include 'a.whet'\n" + String(repeating: "echo $x\n", count: 30),
      ["a.whet": String(repeating: "echo $y\n", count: 30)]
    ).faults
    #expect(faults.count == 42)
  }
}
