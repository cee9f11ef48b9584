import Testing

@testable import WhetScript

@Suite struct `Parsing of expressions` {
  @Test(arguments: [
    ("1 + 2 * 3", "(+ 1 (* 2 3))"), ("1 * 2 + 3", "(+ (* 1 2) 3)"), ("1 - 2 - 3", "(- (- 1 2) 3)"),
    ("8 / 4 / 2 % 3", "(% (/ (/ 8 4) 2) 3)"), ("(1 + 2) * 3", "(* ((+ 1 2)) 3)"),
    ("$a or $b and $c", "(or $a (and $b $c))"), ("$a and $b or $c", "(or (and $a $b) $c)"),
    ("not $a and $b", "(and (not $a) $b)"), ("not $a == 1", "(not (== $a 1))"), ("not not $a", "(not (not $a))"),
    ("1 + 2 == 3 and 4 < 5", "(and (== (+ 1 2) 3) (< 4 5))"), ("$a and not $b", "(and $a (not $b))"),
    ("$a in [1] or $b matches 'x'", #"(or (in $a [1]) (matches $b "x"))"#),
    ("1 != 2 or 3 >= 4 or 5 <= 6", "(or (or (!= 1 2) (>= 3 4)) (<= 5 6))"),
    ("-$a * 2", "(* (- $a) 2)"), ("-$a.b", "(- $a.b)"), ("- -1", "(- -1)"), ("2 - -1", "(- 2 -1)"), ("2-1", "(- 2 1)"),
    ("2 -1", "(- 2 1)"), ("not (1 > 2)", "(not ((> 1 2)))"),
  ])
  func `binds operators by their precedence`(text: String, expected: String) {
    #expect(expressionTree(text) == expected)
  }

  @Test(arguments: BinaryOperator.allCases)
  func `joins to the left, but for comparisons`(binary: BinaryOperator) {
    let text = "$a \(binary.rawValue) $b \(binary.rawValue) $c"
    let expected = "(\(binary.rawValue) (\(binary.rawValue) $a $b) $c)"
    #expect(expressionTree(text) == (binary.isComparison ? "script.comparison-chain" : expected))
  }

  @Test(arguments: [
    "1 < 2 < 3", "1 == 2 != 3", "1 in [2] in [3]", "1 + 1 < 2 > 3", "not 1 < 2 < 3", "$a matches 'x' == true",
  ])
  func `refuses comparisons that chain`(text: String) {
    #expect(codes("let x = " + text) == [.comparisonChain])
  }

  @Test(arguments: [
    ("1", "1"), ("007", "007=7"), ("-1", "-1"), ("- 1", "(- 1)"), ("1.5", "1.5"), ("-1.5e3", "-1.5e3"),
    ("2E-1", "2E-1"),
    ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
    ("1 + -9223372036854775808", "(+ 1 -9223372036854775808)"), ("10s", "10s"), ("-10s", "(- 10s)"), ("1.5h", "1.5h"),
    ("true", "true"), ("false", "false"), ("null", "null"), ("'a'", #""a""#), (#""\n""#, #""\n""#),
    ("\"\"\"\n  a\n  \"\"\"", #""a""#), ("@f.txt", #"@"f.txt""#), ("@'a b'", #"@"a b""#), ("@$p.x", #"@"${$p.x}""#),
    ("[]", "[]"), ("[1, 'a', [2],]", #"[1, "a", [2]]"#), ("{}", "{}"),
    ("{a: 1, 'b c': {d: 2},}", #"{"a": 1, "b c": {"d": 2}}"#),
    ("{1: 2, 1s: 3}", #"{"1": 2, "1s": 3}"#), ("f()", "f()"), ("f($a, b = 1 + 1)", "f($a, b = (+ 1 1))"),
    ("f(g(1), [2])", "f(g(1), [2])"),
  ])
  func `reads each literal`(text: String, expected: String) {
    #expect(expressionTree(text) == expected)
  }

  @Test(arguments: [
    "9223372036854775808", "-9223372036854775809", "- 9223372036854775808", "1 -9223372036854775808", "12abc", "1e999",
  ])
  func `refuses numbers that do not fit`(text: String) {
    #expect(codes("let x = " + text) == [.invalidNumber])
  }

  @Test(arguments: [
    ("$a.b.c", "$a.b.c"), ("$a[0][1].b", "$a[0][1].b"), ("$a[$i + 1]", "$a[(+ $i 1)]"), ("f(1).b[0]", "f(1).b[0]"),
    ("[1, 2][0]", "[1, 2][0]"), ("{a: 1}.a", #"{"a": 1}.a"#), ("\"abc\"[0]", #""abc"[0]"#),
    ("(agent list).n", "(<word(agent) word(list)>).n"),
    ("$a[\n0\n]", "$a[0]"), ("$a[(train x).n]", "$a[(<word(train) word(x)>).n]"),
  ])
  func `reads fields and indices after any operand`(text: String, expected: String) {
    #expect(expressionTree(text) == expected)
  }

  @Test(arguments: [
    ("(agent list)", "(<word(agent) word(list)>)"), ("(train --tag\n = x)", "(<word(train) flag(tag true word(x))>)"),
    ("(true)", "(true)"), ("(not $a)", "((not $a))"), ("(null)", "(null)"),
    ("(len('a'))", #"(len("a"))"#), ("(len 'a')", #"(<word(len) string("a")>)"#), ("($a)", "($a)"), ("(1)", "(1)"),
    ("((1))", "((1))"), ("(train (agent show x).n)", "(<word(train) (<word(agent) word(show) word(x)>).n>)"),
    ("(train\n  x\n  --yes\n)", "(<word(train) word(x) flag(yes false -)>)"),
    ("(a -- b c)", #"(<word(a) rest["word(b)", "word(c)"]>)"#),
    ("agent", "<word(agent)>"), ("agent-x/y", "<word(agent-x/y)>"),
  ])
  func `tells commands from expressions by their first word`(text: String, expected: String) {
    #expect(expressionTree(text) == expected)
  }

  @Test(arguments: [
    ("\"${x}\"", #""${x}""#), ("\"${$x}\"", #""${$x}""#), ("\"${x.y[0]}\"", #""${x.y[0]}""#),
    ("\"${ $a + 1 }b\"", #""${(+ $a 1)}b""#),
    ("\"${(agent list).n}\"", #""${(<word(agent) word(list)>).n}""#), ("\"${f(\"}\")}\"", ##""${f(\"}\")}""##),
    ("\"a${\"b${c}\"}\"", ##""a${\"b${c}\"}""##), ("\"${{a: 1}.a}\"", ##""${{\"a\": 1}.a}""##),
    (#""\${x} $x $""#, #""${x} $x $""#),
    ("'${x}'", #""${x}""#), ("@\"a${x}\"", #"@"a${x}""#), ("\"\"\"\n ${x}\n  \"y\"\n \"\"\"", ##""${x}\n \"y\"""##),
  ])
  func `reads what is filled into texts`(text: String, expected: String) {
    #expect(expressionTree(text) == expected)
  }

  @Test(arguments: [
    ("(1 +\n 2)", "((+ 1 2))"), ("[\n1,\n\n2\n]", "[1, 2]"), ("{\na: # c\n1\n}", #"{"a": 1}"#),
    ("f(\n1\n,\n2)", "f(1, 2)"),
    ("(\n(1\n)\n)", "((1))"), ("(not\n$a\nand\n$b)", "((and (not $a) $b))"),
  ])
  func `passes line ends between brackets`(text: String, expected: String) {
    #expect(expressionTree(text) == expected)
  }

  @Test(arguments: [
    ("1 +", DiagnosticCode.expectedValue), ("+ 1", .expectedValue), ("", .expectedValue), ("1 + * 2", .expectedValue),
    ("[1 2]", .expectedSeparator), ("f(1 2)", .expectedSeparator), ("(1 2)", .expectedSeparator),
    ("{a 1}", .expectedSeparator),
    ("{[]: 1}", .expectedKey), ("{\"a${1}\": 1}", .expectedKey), ("{a: 1, 'a': 2}", .duplicateKey), ("[x]", .bareWord),
    ("1 + x", .bareWord), ("$a.b == c", .bareWord), ("$a == (x) y", .expectedEnd), ("1 2", .expectedEnd),
    ("$a $b", .expectedEnd),
    ("-not true", .expectedValue), ("1 + not true", .expectedValue), ("$a & $b", .expectedEnd),
    ("$a + ^", .unexpectedCharacter), ("$", .unexpectedCharacter),
    ("(agent list > x)", .expectedEnd), ("(agent | json)", .expectedEnd), ("\"${\"", .unclosed),
    ("\"${}\"", .expectedValue),
    ("\"${1 2}\"", .expectedEnd), ("\"${# c}\"", .unexpectedCharacter), ("[1, 2\u{1}]", .controlCharacter),
    ("f(1 \u{1})", .controlCharacter),
    ("[", .unclosed), ("(1", .unclosed), ("{a: 1", .unclosed), ("f(1,", .unclosed), ("$a[1", .unclosed),
    ("@", .expectedValue),
  ])
  func `reports what is no expression`(text: String, code: DiagnosticCode) {
    #expect(codes("let x = " + text).first == code)
    #expect(codes("let x = " + text).count == 1, "\(parse("let x = " + text).diagnostics.map(\.message))")
  }
}
