import Testing
import WhetCore

@testable import WhetScript

@Suite struct `Operators` {
  private static let most = "9223372036854775807"
  private static let least = "-9223372036854775808"

  @Test(arguments: [
    ("1 + 2", "3"), ("1 - 2", "-1"), ("3 * 4", "12"), ("7 / 2", "3.5"), ("4 / 2", "2.0"), ("7 % 3", "1"),
    ("-7 % 3", "-1"),
    ("7.5 % 2", "1.5"), ("1 + 0.5", "1.5"), ("0.5 + 1", "1.5"), ("2 * 1.5", "3.0"), ("1.0 + 1", "2.0"),
    ("\(least) % -1", "0"),
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 - 2 - 3", "5"), ("-2 * -3", "6"), ("- (1 + 2)", "-3"),
    ("-1.5", "-1.5"),
    ("\(most) + 0", most), ("\(least) + 0", least), ("\(least) == -9223372036854775807 - 1", "true"),
    ("1e308 * 10", "script.integer-overflow"),
    ("\(most) + 1", "script.integer-overflow"), ("\(least) - 1", "script.integer-overflow"),
    ("\(most) * 2", "script.integer-overflow"),
    ("-(\(least) + 0)", "script.integer-overflow"), ("\(most) + 1.0", "9.223372036854776e+18"),
    ("1 / 0", "script.division-by-zero"), ("1 % 0", "script.division-by-zero"),
    ("1.5 / 0.0", "script.division-by-zero"), ("0 / 0", "script.division-by-zero"),
  ])
  func `calculate`(text: String, expected: String) {
    #expect(value(of: text) == expected)
  }

  @Test(arguments: [
    ("1s + 500ms", "1.5s"), ("1m - 90s", "-30s"), ("2m * 3", "6m"), ("3 * 20s", "1m"), ("1h / 4", "15m"),
    ("1h / 90s", "40.0"), ("-(5s)", "-5s"),
    ("1s / 0", "script.division-by-zero"), ("1s / 0s", "script.division-by-zero"),
    ("1d * 1e12", "script.integer-overflow"),
    ("'a' + 'b'", "\"ab\""), ("[1] + [2, 'x']", "[1, 2, \"x\"]"), ("{a: 1, b: 2} + {b: 3, c: 4}", "{a: 1, b: 3, c: 4}"),
    ("path('/a') + '.md'", "\"/a.md\""), ("'a' + secret('b')", "[secret]"), ("[] + range(3)", "[0, 1, 2]"),
    ("range(2) + [5]", "[0, 1, 5]"),
  ])
  func `join and measure`(text: String, expected: String) {
    #expect(value(of: text) == expected)
  }

  @Test(arguments: [
    ("1 == 1.0", "true"), ("1 == '1'", "false"), ("null == false", "false"), ("[1, 2] == [1.0, 2]", "true"),
    ("range(3) == [0, 1, 2]", "true"),
    ("range(9007199254740992) == range(9007199254740992)", "true"),
    ("range(9007199254740992) == range(1, 9007199254740993)", "false"),
    ("range(0) == range(5, 5)", "true"), ("{a: 1, b: 2} == {b: 2, a: 1}", "true"), ("{a: 1} == {a: 1, b: 2}", "false"),
    ("60s == 1m", "true"),
    ("path('/a') == '/a'", "true"), ("secret('a') == 'a'", "true"), ("1 != 2", "true"),
    ("\(most) == 9223372036854775808.0", "false"), ("'é' == 'é'", "true"),
    ("1 < 1.5", "true"), ("2 >= 2.0", "true"), ("\(most) < 9223372036854775808.0", "true"), ("'a' < 'b'", "true"),
    ("'Z' < 'a'", "true"), ("1s < 1m", "true"),
    ("1 in [1, 2]", "true"), ("1.0 in [1, 2]", "true"), ("3 in range(5)", "true"), ("3.0 in range(5)", "true"),
    ("3.5 in range(5)", "false"),
    ("4 in range(0, 10, 3)", "false"), ("-3 in range(0, -10, -3)", "true"), ("\(least) in range(0, -5, -1)", "false"),
    ("-3 in range(\(least), -1, 1)", "script.invalid-argument"),
    ("'a' in range(3)", "false"), ("'b' in 'abc'", "true"), ("'' in ''", "true"), ("'n' in {n: 1}", "true"),
    ("'m' in {n: 1}", "false"), ("[1] in [[1]]", "true"),
    ("'abc' matches 'b'", "true"), ("'abc' matches '^b'", "false"), ("not true", "false"), ("not not true", "true"),
    ("true and false", "false"), ("false or true", "true"), ("false and 1 / 0 == 1", "false"),
    ("true or 1 / 0 == 1", "true"),
  ])
  func `compare`(text: String, expected: String) {
    #expect(value(of: text) == expected)
  }

  @Test(arguments: BinaryOperator.allCases.filter { $0 != .equal && $0 != .notEqual })
  func `refuse kinds they do not take while the script runs`(binary: BinaryOperator) {
    #expect(value(of: "parse('{}') \(binary.rawValue) parse('null')") == "script.wrong-kind")
    #expect(value(of: "parse('null') \(binary.rawValue) parse('1')") == "script.wrong-kind")
  }

  @Test(arguments: [
    ("[1, 2][0]", "1"), ("[1, 2][-1]", "2"), ("[1][1]", "script.index-out-of-range"),
    ("[1][-2]", "script.index-out-of-range"), ("[][0]", "script.index-out-of-range"),
    ("range(5)[-1]", "4"), ("[1][\(least)]", "script.index-out-of-range"),
    ("[1][\(most)]", "script.index-out-of-range"), ("{a: 1}.a", "1"), ("{a: 1}['a']", "1"),
    ("{a: 1}.b", "script.no-such-field"), ("{'a b': 1}['a b']", "1"), ("parse('null').a", "script.no-such-field"),
    ("parse('[1]').a", "script.no-such-field"),
    ("parse('[1]')['a']", "script.wrong-kind"), ("parse('1')[0]", "script.wrong-kind"),
    ("{n: 1}[parse('0')]", "script.wrong-kind"),
    ("range(0, \(least), -1)", "script.invalid-argument"), ("len(range(0, 9, \(most)))", "1"),
  ])
  func `take values out of lists and records`(text: String, expected: String) {
    #expect(value(of: text) == expected)
  }

  @Test(arguments: [
    "if $x {}", "expect $x", "echo ($x and true)", "echo (true and $x)", "echo (not $x)", "wait until $x within 1s",
  ])
  func `take only true and false as conditions`(text: String) {
    #expect(ScriptRun("let x = parse('1')\n" + text).code == "script.wrong-kind")
  }

  @Test func `say what is wrong where it is`() throws {
    let failure = try #require(ScriptRun("let x = parse('1')\necho ok\necho ($x + 'b')").failure)
    #expect(failure.error.location?.description == "test.whet:3:10")
    #expect(failure.error.message == "'+' cannot work on 1 and the text 'b'")
    #expect(failure.error.advice == "\"${...}\" makes text of any value")
  }

  @Test func `keep texts apart that only look the same`() {
    let run = ScriptRun("echo \"\u{E9}\"\necho \"e\u{301}\"")
    #expect(run.echoed.map { Array($0.unicodeScalars).count } == [1, 2])
  }
}
