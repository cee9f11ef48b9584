import Testing

@testable import WhetScript

@Suite struct `Formatting of statements` {
  @Test(arguments: [
    ("let  x=1", "let x = 1\n"), ("x=$x+1", "x = $x + 1\n"), ("let r=agent   list", "let r = agent list\n"),
    ("f( 1,b=2 ,)", "f(1, b = 2)\n"), ("expect $x==1,\"m\"", "expect $x == 1, \"m\"\n"),
    ("include   'a.whet'", "include 'a.whet'\n"), ("echo   a  'b'   $c.d[0]  (1+2)", "echo a 'b' $c.d[0] (1 + 2)\n"),
    ("if $a{b}", "if $a {\n  b\n}\n"), ("if $a {}", "if $a {}\n"),
    ("if $a {b} else if $c {d}\nelse {e}", "if $a {\n  b\n} else if $c {\n  d\n} else {\n  e\n}\n"),
    ("for  i  in range( 3 ){echo $i}", "for i in range(3) {\n  echo $i\n}\n"),
    ("def f(a,b=1){return $a}", "def f(a, b = 1) {\n  return $a\n}\n"),
    ("def f( ){return}", "def f() {\n  return\n}\n"),
    ("try{a}\n\ncatch e{b}", "try {\n  a\n} catch e {\n  b\n}\n"), ("try {} catch {}", "try {} catch {}\n"),
    ("retry 3 every 1.5s{a}", "retry 3 every 1.5s {\n  a\n}\n"),
    ("wait until   $x within 5s   every 500ms", "wait until $x within 5s every 500ms\n"),
    ("test 'a'{break;continue}", "test 'a' {\n  break\n  continue\n}\n"),
    ("a;b;;c", "a\nb\nc\n"), ("a\n\n\n\nb", "a\n\nb\n"), ("\n\n\na\n\n\n", "a\n"),
    ("if $a {\n\n\n  b\n\n\n}", "if $a {\n  b\n}\n"), ("if $a {\n      b\n\n\n\n c\n}", "if $a {\n  b\n\n  c\n}\n"),
    ("if $a { if $b { c } }", "if $a {\n  if $b {\n    c\n  }\n}\n"), ("a\r\nb\rc", "a\nb\nc\n"),
    ("a --x = 1 > f", "a --x=1 > f\n"), ("", ""), ("\n", ""), ("agent show (train\n x)", "agent show (train x)\n"),
  ])
  func `is the same for every layout`(text: String, expected: String) {
    #expect(codes(text) == [])
    #expect(ScriptFormatter.format(parse(text)) == expected)
    #expect(ScriptFormatter.format(parse(expected)) == expected)
    #expect(tree(parse(expected)) == tree(parse(text)))
  }

  @Test(arguments: [
    ("1+2*3", "1 + 2 * 3"), ("(1+2)*3", "(1 + 2) * 3"), ("1-1", "1 - 1"), ("- 1", "- 1"), ("-1", "-1"), ("- -1", "--1"),
    ("-$a", "-$a"), ("-(1)", "-(1)"), ("not  $a", "not $a"), ("$a and(not $b)", "$a and (not $b)"),
    ("$a.b[ 0 ]", "$a.b[0]"), ("[1,2,]", "[1, 2]"), ("{a:1,'b c':2}", "{a: 1, 'b c': 2}"), ("[ ]", "[]"), ("{ }", "{}"),
    ("[\n1,2]", "[\n  1,\n  2,\n]"), ("{\na:1}", "{\n  a: 1,\n}"), ("f(\n1)", "f(\n  1,\n)"),
    ("[\n[\n1]]", "[\n  [\n    1,\n  ],\n]"), ("\"a${ $b+1 }c\"", "\"a${$b + 1}c\""), ("\"${[1,2]}\"", "\"${[1, 2]}\""),
    ("\"${x}\"", "\"${x}\""), (#""\u{e9}\t\$""#, #""é\t$""#), ("'raw ${x}'", "'raw ${x}'"),
    ("\"\"\"\na\n b\"\"\"", "\"\"\"\n  a\n   b\n  \"\"\""), ("@f", "@f"), ("@\"f ${x}\"", "@\"f ${x}\""),
    ("@$p", "@$p"), ("(agent   list)", "(agent list)"), ("((  1))", "((1))"), ("007", "007"), ("1e3", "1e3"),
    ("1.50", "1.50"),
    ("-9223372036854775808", "-9223372036854775808"), ("range(3)[\n0\n]", "range(3)[0]"),
    ("$a   matches'x'", "$a matches 'x'"),
  ])
  func `writes each expression in one way`(text: String, expected: String) {
    let script = parse("let x = " + text)
    #expect(script.diagnostics == [])
    let formatted = ScriptFormatter.format(script)
    #expect(formatted == "let x = \(expected)\n")
    #expect(tree(parse(formatted)) == tree(script))
    #expect(ScriptFormatter.format(parse(formatted)) == formatted)
  }

  @Test(arguments: [
    "# a\nx", "x  # a", "# a", "x\n# a", "x\n\n# a\n\n# b\n", "if $a {  # a\n  b\n}", "if $a {\n  # a\n}",
    "if $a {\n  b  # a\n  # b\n}  # c", "if $a {\n  b\n  # last\n}\n# after",
    "let l = [\n  # first\n  1,  # one\n  2,\n  # last\n]", "let r = {\n  # first\n  a: 1,  # one\n  # last\n}",
    "f(\n  1,  # one\n  # last\n)", "#!/usr/bin/env whet\n\n# a\nx", "try {\n  # a\n} catch {\n  # b\n}",
    "def f() {\n  # only\n}\n\n# next\ndef g() {}",
  ])
  func `keeps comments where they are`(text: String) {
    let expected = text.hasSuffix("\n") ? text : text + "\n"
    #expect(codes(text) == [])
    #expect(ScriptFormatter.format(parse(text)) == expected)
  }

  @Test(arguments: [
    ("x # a   ", "x  # a\n"), ("let x = (1 + # why\n 2)", "# why\nlet x = (1 + 2)\n"),
    ("if $a {} # x\nelse {}", "if $a {} else {\n  # x\n}\n"),
    ("let l = [1, # one\n 2]", "let l = [\n  1,  # one\n  2,\n]\n"), ("a; b # c", "a\nb  # c\n"),
    ("if true { b # c\n}", "if true {\n  b  # c\n}\n"), ("let l = [\n1, 2 # c\n]", "let l = [\n  1,\n  2,  # c\n]\n"),
    ("echo (f(true # yes\n))", "echo (f(\n  true,  # yes\n))\n"),
    ("echo (train --tag # t\n = x)", "# t\necho (train --tag=x)\n"),
  ])
  func `moves no comment away from its statement`(text: String, expected: String) {
    #expect(codes(text) == [])
    let formatted = ScriptFormatter.format(parse(text))
    #expect(formatted == expected)
    #expect(ScriptFormatter.format(parse(formatted)) == formatted)
  }

  @Test func `changes no tree of a written program`() {
    var generator = ProgramGenerator(seed: 4242)
    for _ in 0..<100 {
      let script = parse(generator.program())
      guard script.diagnostics.isEmpty else { continue }
      #expect(tree(parse(ScriptFormatter.format(script))) == tree(script))
    }
  }
}
