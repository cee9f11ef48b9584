import Testing
import WhetScript

/// The grammar page against the parser.
@Suite(.timeLimit(.minutes(1))) struct GrammarTests {
  private static func grammar() throws -> Grammar { try Grammar(LanguageGuide.grammar) }

  @Test func `every rule is used, and every used rule is there`() throws {
    let grammar = try Self.grammar()
    #expect(grammar.references.union(["script"]) == Set(grammar.rules.keys))
    #expect(SentenceGenerator.rulesWithoutSample(in: grammar) == [])
  }

  @Test func `no line is too long for a terminal`() {
    #expect(LanguageGuide.grammar.split(separator: "\n").filter { $0.count > 78 } == [])
  }

  @Test func `the keywords are those of the parser`() throws {
    let words = Keyword.allCases.map { Grammar.Part.text($0.rawValue) }
    #expect(try Self.grammar()["KEYWORD"] == .choice(words))
  }

  @Test(arguments: BinaryOperator.allCases.map(\.rawValue) + ["not", "-"])
  func `every operator is in the grammar`(_ spelling: String) throws {
    #expect(try Self.grammar().terminals.contains(spelling))
  }

  @Test(arguments: 0..<8)
  func `every sentence the grammar derives parses`(_ seed: UInt64) throws {
    var generator = SentenceGenerator(try Self.grammar(), seed: seed)
    var count = 0
    for _ in 0..<500 {
      let sentence = generator.next()
      let script = Parser.parse(sentence, name: "sentence")
      // That the keys of a record differ is said in a comment only.
      if script.diagnostics.contains(where: { $0.code == .duplicateKey }) { continue }
      count += 1
      let isTaken = script.diagnostics.isEmpty && !script.isIncomplete
      #expect(isTaken, "\(script.diagnostics.map(\.message)): \(sentence.debugDescription)")
    }
    #expect(count > 450)
  }

  @Test(arguments: 0..<4)
  func `what the parser takes the grammar derives`(_ seed: UInt64) throws {
    var generator = SentenceGenerator(try Self.grammar(), seed: 100 + seed)
    var recognizer = SentenceRecognizer(try Self.grammar())
    var random = SeededRandom(state: seed)
    var taken = 0
    for _ in 0..<300 {
      let sentence = Self.changed(generator.next("statement"), &random)
      guard sentence.utf8.count < 200, Parser.parse(sentence, name: "sentence").diagnostics.isEmpty else { continue }
      taken += 1
      let isDerived = recognizer.derives(sentence)
      #expect(isDerived, "\(sentence.debugDescription)")
    }
    #expect(taken > 50)
  }

  /// A text with a character more, less or other.
  private static func changed(_ text: String, _ random: inout SeededRandom) -> String {
    var scalars = Array(text.unicodeScalars)
    let place = random.below(scalars.count + 1)
    let other = random.pick(Array("a1 \"'${}()[],:=-.#\n;>|@\\<+!é".unicodeScalars))
    switch random.below(3) {
    case 0: scalars.insert(other, at: place)
    case 1 where place < scalars.count: scalars.remove(at: place)
    default: if place < scalars.count { scalars[place] = other }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test(arguments: [
    "statement", "body", "command", "expression", "group", "list", "record", "expression-record", "call", "STRING",
  ])
  func `every rule derives more than a few sentences`(_ rule: String) throws {
    var generator = SentenceGenerator(try Self.grammar(), seed: 1)
    #expect(Set((0..<200).map { _ in generator.next(rule) }).count > 60)
  }

  @Test(arguments: [
    // Statements.
    "let", "let x", "let x =", "let $x = 1", "let if = 1", "let 1x = 1", "let x = 1 2", "x =",
    "$x = 1", "$x", "x == 1", "(noop)", "[1]", "'text'", "5", "}", "{ }", ")", "expect", "expect ,", "expect true,",
    "expect true, 'a', 'b'", "include", "include a.whet", "include \"${$a}\"", "include 'a' 'b'", "return 1 2",
    "break 1", "continue x", "echo > file", "echo a | json", "f(1).x", "f(1) + 1", "f(1) 2",
    // Blocks.
    "if", "if true", "if { }", "if true { } { }", "if true\n{ }", "if true { } else", "if true { }; else { }",
    "if true { } else\nif true { }", "else { }", "if true { } else { } else { }", "if true { echo a", "if true { ) }",
    "for in [] { }", "for x [] { }", "for $x in [] { }", "for x, y in [] { }", "for x in { }", "for x in []",
    "def", "def f { }", "def f() ", "def f(1) { }", "def f($a) { }", "def f(a b) { }", "def f(a =) { }",
    "def if() { }", "try { }", "try { } catch", "try { } catch $e { }", "try { } catch { } catch { }", "catch { }",
    "retry { }", "retry 0 { }", "retry 1001 { }", "retry 1.5 { }", "retry $n { }", "retry 2 every 3 { }",
    "retry 2 every $d { }", "wait", "wait 5s", "wait until true", "wait until within 5s", "wait until true within 5",
    "wait until true within 5s every", "wait until true every 1s within 5s", "test { }", "test a { }", "test 'a'",
    "test 'a' true { }",
    // Commands.
    "noop 'a''b'", "noop a'b'", "noop $a$b", "noop [1][2]", "noop a > b > c", "noop a >", "noop a > [1]", "noop > @a",
    "noop a | json > b", "noop a |", "noop a | 5", "noop a | 'json'", "noop && noop", "noop a & b", "noop < a",
    "noop `a`", "noop a\\ b", "noop \\\n a", "noop --a=", "noop --a = ; noop", "noop @", "noop @''", "noop @(a)",
    "noop [a b]", "noop [a, , b]", "noop [,]", "noop [a", "noop {a}", "noop {a: }", "noop {a: 1 b: 2}", "noop {$a: 1}",
    "noop {\"${$a}\": 1}", "noop {(a): 1}", "noop -- [1]", "noop -- {a: 1}", "noop $", "noop $1", "noop ()", "noop (",
    "let x = (noop > file)", "let x = (noop | json)", "let x = (noop; noop)", "let x = (noop a) b",
    // Expressions.
    "let x = +1", "let x = 1 +", "let x = * 2", "let x = 1 ** 2", "let x = 1 < 2 < 3", "let x = 1 == 2 != 3",
    "let x = 1 == not true", "let x = - not 1", "let x = not", "let x = 1 and", "let x = 1 && 2", "let x = 1 || 2",
    "let x = !true", "let x = $a ? 1 : 2", "let x = $a++", "let x = $a += 1", "let x = $a.", "let x = $a.1",
    "let x = $a .b", "let x = $a [0]", "let x = $a[]", "let x = $a[1", "let x = $a[1:2]", "let x = f(", "let x = f(,)",
    "let x = f(1 2)", "let x = f(a)", "let x = f(a = )", "let x = f(a: 1)", "let x = if(1)", "let x = [1 2]",
    "let x = [1; 2]", "let x = {a}", "let x = {a = 1}", "let x = {1 + 1: 2}", "let x = (1", "let x = 1)", "let x = ()",
    "let x = (1, 2)", "let x = 1 +\n1", "let x =\n1", "let x = 1a", "let x = 1.2.3", "let x = 5 s",
    "let x = 0x10", "let x = 99999999999999999999", "let x = 1e999", "let x = a + 1; let y = (true a)",
    "let x = 1 \\\n + 2", "try { } \\\n catch { }", "def f() { return \\\n 1 }", "noop (1 ?)", "noop [(1 ?)]",
    "echo \"${[1 ?]}\"", "echo \"${(1 ?)}\"", "let x = {a: trueé}", "let x = f(1 ?)",
    // Strings.
    "echo \"a", "echo 'a", "echo \"a\nb\"", "echo 'a\nb'", "echo \"\"\"a", "echo \"\\q\"", "echo \"\\u{}\"",
    "echo \"\\u{D800}\"", "echo \"\\u0041\"", "echo \"${\"", "echo \"${}\"", "echo \"${1 2}\"", "echo \"${a b}\"",
    "echo \"${1 + a}\"", "echo \"${if}\"", "echo \"${let x = 1}\"", "echo \"${$a # b}\"", "echo \"${(noop}\"",
    // Characters.
    "echo “a”", "echo\u{A0}a", "echo a\u{200B}", "echo \"\u{202E}\"", "echo \u{7}", "# \u{1B}",
    "let x = (1 # \u{202E}\n + 2)", "let x = [1 # \u{202E}\n, 2]", "def f() { return # \u{202E}\n }",
  ])
  func `what the grammar does not derive is refused`(_ sentence: String) {
    #expect(Parser.parse(sentence, name: "sentence").diagnostics.contains { $0.severity == .error })
  }
}
