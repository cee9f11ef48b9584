import Foundation
import Testing

/// `Scripts/install` with the program that was built for the tests, and what it puts in place.
@Suite(.timeLimit(.minutes(3)))
struct InstallTests {
  private let workplace: Workplace
  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Scripts/install").path(percentEncoded: false)

  init() throws {
    workplace = try Workplace()
  }

  private func install(_ flags: String = "") async throws -> Outcome {
    try await workplace.bash("'\(Self.script)' --prefix ../prefix --binary \"$WHET\" \(flags)")
  }

  @Test func `installing, running, installing again and removing leaves nothing`() async throws {
    try workplace.write("mine", to: "prefix/share/mine")
    expect(try await install(), endsWith: 0)
    let demos = try await workplace.bash("../prefix/bin/whet demo list --output json")
    expect(demos, endsWith: 0)
    #expect(try demos.json().texts("path").allSatisfy { $0.contains("prefix/share/whet/Demos") })
    expect(try await install(), endsWith: 0)
    expect(try await workplace.bash("'\(Self.script)' --remove --prefix ../prefix"), endsWith: 0)
    #expect(try workplace.tree("prefix") == ["share", "share/mine"])
  }

  @Test func `a file that is not its own stays, and nothing else is done`() async throws {
    try workplace.write("mine", to: "prefix/bin/whet")
    let refused = try await install()
    expect(refused, endsWith: 1)
    #expect(refused.errors.contains("nothing was done"))
    #expect(try workplace.tree("prefix") == ["bin", "bin/whet"])
    #expect(try workplace.read("prefix/bin/whet") == Data("mine".utf8))
  }

  @Test func `a changed file is neither replaced nor removed`() async throws {
    expect(try await install(), endsWith: 0)
    try workplace.write("changed", to: "prefix/share/man/man1/whet.1")
    expect(try await install(), endsWith: 1)
    expect(try await workplace.bash("'\(Self.script)' --remove --prefix ../prefix"), endsWith: 0)
    #expect(try workplace.tree("prefix") == ["share", "share/man", "share/man/man1", "share/man/man1/whet.1"])
  }

  @Test(arguments: [
    ("whet session sh", "whet session sh", "show"), ("whet --output=js", "whet --output = js", "json jsonl"),
    ("whet improve engineer 'my", "whet improve engineer \"'my\"", "my file.py"),
    ("whet format my", "whet format my", "my\\ \\$file.py my\\ file.py"),
  ])
  func `bash completes through the program`(line: String, words: String, expected: String) async throws {
    try workplace.write("", to: "project/my file.py")
    if expected.contains("$") { try workplace.write("", to: "project/my $file.py") }
    let outcome = try await workplace.bash(
      """
      mkdir -p ../bin; ln -sf "$WHET" ../bin/whet; PATH=$PWD/../bin:$PATH
      source <(whet completion bash)
      COMP_WORDBREAKS=$' \\t\\n"\\'@><=;|&(:'; COMP_LINE="\(line)"; COMP_POINT=${#COMP_LINE}
      COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _whet whet; echo "${COMPREPLY[*]}"
      """)
    #expect(outcome.output == expected + "\n", "\(outcome.errors)")
    #expect(!workplace.exists("home/data/whet/whet.db"))
  }

  @Test(arguments: ["bash", "zsh", "fish"].filter(Self.isThere))
  func `a shell that is here accepts its completion`(shell: String) async throws {
    expect(try await workplace.bash("\"$WHET\" completion \(shell) > c && \(shell) -n c"), endsWith: 0)
  }

  @Test(.enabled(if: isThere("fish"), "fish is not installed"))
  func `fish completes through the program`() async throws {
    let outcome = try await workplace.bash(
      """
      mkdir -p ../bin; ln -sf "$WHET" ../bin/whet; PATH=$PWD/../bin:$PATH
      fish --no-config -c 'whet completion fish | source; complete -C "whet session sh"'
      """)
    #expect(outcome.output.contains("show\tShow a session step by step"), "\(outcome.errors)")
  }

  @Test(arguments: [("groff", "groff -ww -z -man"), ("mandoc", "mandoc -T lint -W warning")].filter { isThere($0.0) })
  func `the manual page formats without a warning`(program: String, command: String) async throws {
    let outcome = try await workplace.bash("\"$WHET\" man > whet.1 && \(command) whet.1")
    expect(outcome, endsWith: 0)
    #expect(outcome.output + outcome.errors == "")
  }

  private static func isThere(_ program: String) -> Bool {
    ["/usr/bin", "/bin", "/usr/local/bin"].contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}
