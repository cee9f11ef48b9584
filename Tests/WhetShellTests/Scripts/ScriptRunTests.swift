import Foundation
import Testing
import WhetCore
import WhetScript
import WhetTerminal

@testable import WhetShell

/// Scripts through the whole shell, with commands whose results are known.
@Suite(.timeLimit(.minutes(1)))
struct ScriptRunTests {
  private func run(
    _ text: String, output: OutputFormat = .table, arguments: [String] = [],
    files: [String: String] = [:], options: (inout ProgramOptions) throws -> Void = { _ in }
  ) async throws -> (code: ExitCode, output: String, errors: String) {
    let test = try TestShell(output: output, registry: Probe.registry, options: options)
    defer { test.remove() }
    for (name, content) in files { try test.write(content, to: name) }
    let code = try await test.runScript(text, arguments: arguments)
    return (code, test.captured.output, test.captured.errors)
  }

  @Test(arguments: [
    ("say one\nlet x = 2\necho $x \"and ${$x * 2}\"", ExitCode.success, "one\n2 and 4\n"),
    ("let r = rows\necho $r[0].id $r[0].score (len($r))", .success, "a 91.25 2\n"),
    ("let t = say quiet\necho \"<${t}>\"", .success, "<quiet>\n"),
    ("if (rows)[1].score == null { say none } else { say some }", .success, "none\n"),
    ("for row in (rows) { echo $row.id }", .success, "a\nb\n"),
    ("def twice(x) { return $x * 2 }\necho (twice(21))", .success, "42\n"),
    (
      "try { fail } catch e { echo $e.code $e.message $e.place.line $e.place.column }", .success,
      "not-found there is nothing 1 7\n"
    ),
    ("try { partly } catch e { echo $e.code }", .success, "one is bad\nimport.partial\n"),
    ("say one\nif true { exit }\nsay two", .success, "one\n"), ("say one\nexit\nsay two", .script, ""),
    ("try { exit } catch { say caught }\nsay after", .success, ""),
    ("fail\nsay two", .failure, ""), ("refuse", .refused, ""), ("stop", .interrupted, ""),
    ("expect 1 == 2", .refused, ""), ("say nonsense --bogus", .script, ""), ("let x = 5 +", .script, ""),
    ("try { stop } catch { say caught }", .interrupted, ""),
    ("retry 3 { fail }", .failure, ""), ("echo (1 / 0)", .failure, ""), ("say one\necho $nobody", .script, ""),
  ])
  func `each script ends as it should`(text: String, code: ExitCode, output: String) async throws {
    let result = try await run(text)
    #expect(result.code == code, "\(result.errors)")
    #expect(result.output == output)
  }

  @Test func `a failure shows place, line, caret, calls and includes`() async throws {
    let result = try await run(
      "include \"lib/l.whet\"\nouter(1)\n",
      files: [:],
      options: { _ in })
    #expect(result.code == .script)
    #expect(result.errors.contains("s.whet:1:9: error:"))

    let test = try TestShell(registry: Probe.registry)
    defer { test.remove() }
    try FileManager.default.createDirectory(
      at: test.folder.appending(path: "project/lib"), withIntermediateDirectories: true)
    try test.write("def inner(n) { expect $n > 1, \"too small\" }\ndef outer(n) { inner($n) }\n", to: "lib/l.whet")
    #expect(try await test.runScript("include \"lib/l.whet\"\nouter(1)\n") == .refused)
    #expect(
      test.captured.errors == """
        whet: lib/l.whet:1:23: expected $n > 1; it is 1 > 1: too small [script.expectation-failed]
          1 | def inner(n) { expect $n > 1, "too small" }
            |                       ^~~~~~
          in 'inner', called at lib/l.whet:2:16
          in 'outer', called at s.whet:2:1
          included at s.whet:1:1

        """)
  }

  @Test func `arguments and variables come from the command line`() async throws {
    let text = "let limit = 5\necho $limit (type($limit)) $args"
    #expect(try await run(text, arguments: ["a", "--b"]).output == "5 integer [\"a\", \"--b\"]\n")
    #expect(try await run(text, options: { try $0.set(["limit=7"]) }).output == "7 integer []\n")
    #expect(try await run(text, options: { try $0.set(["limit=x 7"]) }).output == "x 7 text []\n")
    let unknown = try await run(text, options: { try $0.set(["limt=7"]) })
    #expect(unknown.code == .usage)
    #expect(unknown.output == "")
  }

  @Test func `the texts of several commands share their names, files do not`() async throws {
    let test = try TestShell(registry: Probe.registry)
    defer { test.remove() }
    #expect(await test.run("let x = say hi", "echo $x", "def f() { return 3 }", "echo (f())") == .success)
    #expect(test.captured.output == "hi\n3\n")
    #expect(test.captured.errors == "")
    try test.write("let x = 1\necho $x", to: "a.whet")
    try test.write("echo $x", to: "b.whet")
    #expect(await Program(shell: test.shell).run(.scripts(["a.whet", "b.whet"])) == .script)
  }

  @Test func `tests are counted, shown, and decide the exit status`() async throws {
    let text = """
      test "good" { expect 1 < 2 }
      test "bad" { expect 1 > 2, "no" }
      test "broken" { fail }
      say after
      """
    let result = try await run(text)
    #expect(result.code == .refused)
    let times = /[0-9.]+ m?s/
    #expect(
      result.output.replacing(times, with: "T")
        == "ok    good  T\nFAIL  bad  T\nFAIL  broken  T\nafter\n3 tests: 1 passed, 2 failed\n")
    #expect(result.errors.contains("s.whet:2:21: expected 1 > 2: no [script.expectation-failed]"))
    #expect(result.errors.contains("s.whet:3:17: there is nothing [not-found]"))
    #expect(try await run("test \"good\" { expect true }").code == .success)
  }

  @Test func `TAP has nothing but the protocol`() async throws {
    let result = try await run(
      "say hello\ntest \"a # b\" { expect true }\ntest \"bad\" { expect false }\n", output: .tap)
    #expect(result.code == .refused)
    #expect(
      result.output == """
        TAP version 14
        # hello
        ok 1 - a \\# b
        not ok 2 - bad
          ---
          message: "expected false"
          code: "script.expectation-failed"
          at: "s.whet:3:21"
          ...
        1..2

        """)
    #expect(try await run("fail", output: .tap).output == "TAP version 14\nBail out! The script failed.\n")
  }

  @Test func `JSON output is one array of what was shown`() async throws {
    let result = try await run(
      "let x = say a\nsay b\necho {n: 1}\necho 1 2\ntest \"t\" { expect true }\nexpect true", output: .json)
    let values = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [Any])
    #expect(values.count == 4)
    #expect(values[0] as? String == "b")
    #expect((values[1] as? [String: Int]) == ["n": 1])
    #expect(values[2] as? String == "1 2")
    #expect((values[3] as? [String: Any])?["passed"] as? Bool == true)
  }

  @Test func `a check analyses and runs nothing`() async throws {
    let sound = try await run("say one\nwrite two", options: { $0.isCheckOnly = true })
    #expect(sound.code == .success)
    #expect(sound.output == "")
    let faulty = try await run("say one\nsya two", output: .json, options: { $0.isCheckOnly = true })
    #expect(faulty.code == .script)
    let found = try #require(try JSONSerialization.jsonObject(with: Data(faulty.output.utf8)) as? [[String: Any]])
    #expect(found.map { $0["code"] as? String } == ["command.unknown"])
    #expect(found.first?["line"] as? Int == 2)
  }

  @Test func `a dry run runs what reads and tells of the rest`() async throws {
    let text = """
      let text = say "quiet"
      echo $text
      let made = write $text
      if $made == "x" { say yes } else { say no }
      for _ in $made { say never }
      expect len($made) == 4
      say $made.field
      say loud > out.txt
      """
    let result = try await run(text, options: { $0.isDryRun = true })
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output == "quiet\n")
    #expect(
      result.errors.split(separator: "\n").map(String.init) == [
        "note: dry run: s.whet:3:12: would run 'write quiet', which writes",
        "note: dry run: s.whet:4:4: what follows the condition hangs on a command that was left out",
        "note: dry run: s.whet:5:10: the loop hangs on a command that was left out",
        "note: dry run: s.whet:6:8: the expectation hangs on a command that was left out",
        "note: dry run: s.whet:7:1: would run 'say' with values that are known only in a real run",
        "note: dry run: s.whet:8:1: would run 'say loud > out.txt', which only reads, and write its result to a file",
      ])
  }

  @Test func `a trace tells each step with its words, time and result`() async throws {
    let text = "let name = say \"a b\"\nsay \"${name}!\" --tag x\necho done\ntry { fail } catch {}"
    let result = try await run(text, options: { $0.trace(isJSON: false) })
    let lines = result.errors.replacing(/\ [0-9.]+ m?s/, with: " T").replacing(/#[0-9a-f]{8}/, with: "#D")
    #expect(
      lines == """
        + s.whet:1:12: say 'a b'  T  -> text of 3 #D
        + s.whet:1:1: name = "a b"
        + s.whet:2:1: say 'a b!' --tag x  T  -> text of 4 #D
        + s.whet:3:1: done
        + s.whet:4:7: fail  T  failed: not-found

        """)
    let json = try await run(text, options: { $0.trace(isJSON: true) }).errors.split(separator: "\n")
    let values = try json.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    #expect(values.map { $0?["trace"] as? String } == ["command", "variable", "command", "echo", "command"])
    #expect(values.allSatisfy { $0?["line"] as? Int != nil })
  }

  @Test(arguments: [
    "spawn", "echo @/etc/hostname", "say @../secret", "say @link", "echo (exists(\"/etc\"))", "rows > /tmp/whet-out",
    "rows > ../out", "include \"../other.whet\"", "say @~/x",
  ])
  func `the safe mode refuses other programs and places`(text: String) async throws {
    let test = try TestShell(registry: Probe.registry) { $0.isSafe = true }
    defer { test.remove() }
    try Data("secret".utf8).write(to: test.folder.appending(component: "secret"))
    try Data("say other".utf8).write(to: test.folder.appending(component: "other.whet"))
    try FileManager.default.createSymbolicLink(
      at: test.folder.appending(path: "project/link"), withDestinationURL: test.folder.appending(component: "secret"))
    let code = try await test.runScript(text)
    #expect(code == .failure || code == .script)
    #expect(test.captured.errors.contains("--safe does not allow"))
    #expect(test.captured.output == "")
    #expect(!FileManager.default.fileExists(atPath: test.folder.appending(component: "out").path))
  }

  @Test(arguments: [
    "say x > dangling", "say x > linked/../new", "say x > linked/new", "say x > -", "echo (exists(\"-\"))",
  ])
  func `the safe mode follows links as the system does`(text: String) async throws {
    let test = try TestShell(registry: Probe.registry) { $0.isSafe = true }
    defer { test.remove() }
    let outside = test.folder.appending(component: "outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    for (name, target) in [("dangling", "new"), ("linked", ""), ("-", "new")] {
      try FileManager.default.createSymbolicLink(
        at: test.folder.appending(path: "project/\(name)"), withDestinationURL: outside.appending(path: target))
    }
    #expect(try await test.runScript(text) == .failure)
    #expect(test.captured.errors.contains("--safe does not allow"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path(percentEncoded: false)).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: test.folder.appending(component: "new").path))
  }

  @Test func `a file behind an arrow keeps its rights and stays behind its link`() async throws {
    let test = try TestShell(registry: Probe.registry)
    defer { test.remove() }
    try test.write("old", to: "private.txt")
    let path = test.folder.appending(path: "project/private.txt").path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(
      atPath: test.folder.appending(path: "project/link").path(percentEncoded: false), withDestinationPath: path)
    #expect(try await test.runScript("exactly new > link") == .success)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func `a script that ends inside a test has not passed it`() async throws {
    let result = try await run("test \"a\" { exit }\ntest \"b\" { expect true }")
    #expect(result.code == .refused)
    #expect(result.output.contains("FAIL  a"))
    #expect(result.errors.contains("the script ended before the test did"))
    #expect(try await run("test \"a\" { exit }", output: .tap).output.contains("not ok 1 - a"))
  }

  @Test func `a secret is shown nowhere`() async throws {
    let text = """
      let key = secret("hunter2")
      let back = given $key --tag "${key}x" --tag $key
      echo $key "${key}" [$key] $back.tags
      try { fail $key } catch e { echo $e.message }
      try { echo @$key } catch e { echo $e.message }
      try { agentless $key } catch e { echo $e.message }
      say hi > $key
      """
    let registry = CommandRegistry(
      Probe.all + [Probe("agentless") { throw WhetError(.notFound, "no \(try $0.text("text") ?? "")") }])
    for trace in [false, true] {
      let test = try TestShell(registry: registry) { $0.trace(isJSON: trace) }
      defer { test.remove() }
      #expect(try await test.runScript(text) == .success, "\(test.captured.errors)")
      #expect(!test.captured.output.contains("hunter2"), "\(test.captured.output)")
      #expect(!test.captured.errors.contains("hunter2"), "\(test.captured.errors)")
    }
  }

  @Test func `a dry run does not fail for what was left out`() async throws {
    let text = """
      let made = write x
      let n = 0
      if $made.ok { n = 1 } else { n = 2 }
      for _ in $made.list { n = $n + 1 }
      expect $n > 1
      def pick(x) { if $x { return 1 } else { return 2 } }
      echo (pick($made.ok))
      expect 1 == 2
      fail
      try { write y } catch e { expect $e.code == "x" }
      """
    let result = try await run(text, options: { $0.isDryRun = true })
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output == "[unknown]\n")
    #expect(result.errors.contains("'fail' fails as things are: there is nothing"))
  }

  @Test func `tests are coloured on a terminal and nothing of it is shown as text`() async throws {
    let captured = CapturedStreams(width: 80)
    var streams = captured.streams
    streams.output.painter = Painter(isOn: true)
    let base = try TestShell(registry: Probe.registry)
    defer { base.remove() }
    let shell = Shell(
      environment: base.shell.environment, options: ProgramOptions(), streams: streams, registry: Probe.registry)
    #expect(await Program(shell: shell).run(.commands(["test \"t\" { expect true }"])) == .success)
    #expect(captured.output.contains("\u{1B}[32mok"))
    #expect(!captured.output.contains("u{1B}"))
  }

  @Test func `the safe mode lets the project's own files be used`() async throws {
    let result = try await run(
      "include \"lib.whet\"\necho @data.txt (exists(\"data.txt\"))\nsay x > out.txt\nspawn --help",
      files: ["lib.whet": "say lib", "data.txt": "inside"], options: { $0.isSafe = true })
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output.hasPrefix("lib\ninside true\n"))
  }

  @Test(arguments: [
    "--loud", "-h", "--help", "; exit", "$(fail)", "${fail}", "}", "} fail {", "\"", "'", "@/etc/passwd", "\n fail\n",
    "| json", "> out.txt", "# comment", "(fail)", "--", "true", "null", "5", "\u{202E}abc", "\\", "fail",
  ])
  func `a text is data whatever it looks like`(hostile: String) async throws {
    let text = """
      let text = @hostile.txt
      let carried = {a: [$text]}
      def pass(x) { return $x }
      let back = given (pass($carried.a[0])) --tag $text --tag "${text}" --tag $carried.a
      expect $back.text == $text
      expect $back.tags == [$text, $text, $text]
      expect $back.loud == false and $back.file == null
      """
    let result = try await run(text, files: ["hostile.txt": hostile])
    #expect(result.code == .success, "\(result.errors)")
    #expect(result.output == "")
  }

  @Test func `a list goes to a repeated parameter element by element`() async throws {
    let result = try await run(
      "let r = given --tag first --tag $args --tag last\necho $r.tags", arguments: ["x", "--y"])
    #expect(result.output == "[\"first\", \"x\", \"--y\", \"last\"]\n")
  }

  @Test(arguments: [
    ("given --count $args[0]", "command.wrong-type"), ("given --loud=$args[0]", "command.wrong-type"),
    ("given --file {a: $args}", "command.wrong-type"), ("given {a: $args}", "command.wrong-type"),
  ])
  func `a value of the wrong kind fails at its argument`(text: String, code: String) async throws {
    let result = try await run(text, arguments: ["5"])
    #expect(result.code == .failure)
    #expect(result.errors.contains("[\(code)]"), "\(result.errors)")
  }
}
