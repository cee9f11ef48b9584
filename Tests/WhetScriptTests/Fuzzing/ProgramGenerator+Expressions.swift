extension ProgramGenerator {
  /// An expression that mostly has the kind.
  mutating func expression(_ kind: Kind, depth: Int = 0) -> String {
    guard depth < 3, !random.once(in: 4) else { return operand(kind, depth: depth) }
    switch kind {
    case .integer:
      return joined(.integer, ["+", "-", "*", "%"], depth)
    case .number: return joined(random.once(in: 2) ? .integer : .number, ["/", "*", "+", "-"], depth)
    case .text: return joined(.text, ["+"], depth)
    case .bool: return condition(depth)
    case .list, .record: return random.once(in: 3) ? joined(kind, ["+"], depth) : operand(kind, depth: depth)
    case .duration:
      return random.once(in: 2) ? joined(.duration, ["+", "-"], depth) : operand(kind, depth: depth) + " * 2"
    case .any: return expression(random.pick(Kind.allCases), depth: depth + 1)
    }
  }

  private mutating func joined(_ kind: Kind, _ operators: [String], _ depth: Int) -> String {
    (0..<random.below(3)).reduce(operand(kind, depth: depth + 1)) { text, _ in
      text + space() + random.pick(operators) + space() + operand(kind, depth: depth + 1)
    }
  }

  private mutating func condition(_ depth: Int) -> String {
    let count = random.below(2)
    return (0..<count).reduce(comparison(depth)) { text, _ in
      text + random.pick([" and ", " or "]) + (random.once(in: 4) ? "not " : "") + comparison(depth)
    }
  }

  private mutating func comparison(_ depth: Int) -> String {
    switch random.below(7) {
    case 0: "not " + operand(.bool, depth: depth + 1)
    case 1: operand(.any, depth: depth + 1) + random.pick([" == ", " != "]) + operand(.any, depth: depth + 1)
    case 2: operand(.any, depth: depth + 1) + " in " + operand(.list, depth: depth + 1)
    case 3: operand(.text, depth: depth + 1) + " in " + operand(random.once(in: 2) ? .text : .record, depth: depth + 1)
    case 4: operand(.text, depth: depth + 1) + " matches " + random.pick(["'^a'", "\"[0-9]+\"", "'x|y'"])
    case 5: operand(.bool, depth: depth + 1)
    default: ordered(random.pick([.integer, .number, .text, .duration]), depth)
    }
  }

  private mutating func ordered(_ kind: Kind, _ depth: Int) -> String {
    expression(kind, depth: depth + 2) + " " + random.pick(["<", "<=", ">", ">="]) + " "
      + expression(kind, depth: depth + 2)
  }

  /// An expression that needs no parentheses around it.
  mutating func operand(_ kind: Kind, depth: Int = 0) -> String {
    if random.once(in: 40) { return literal(random.pick(Kind.allCases)) }
    if random.once(in: 3), let variable = variable(kind) { return variable }
    guard depth < 3, !random.once(in: 3) else { return literal(kind) }
    switch random.below(5) {
    case 0: return "(\(gap())\(expression(kind, depth: depth + 1))\(gap()))"
    case 1: return part(of: kind, depth)
    default: return built(kind, depth + 1)
    }
  }

  /// A value taken out of a list or record.
  private mutating func part(of kind: Kind, _ depth: Int) -> String {
    let inner = expression(kind, depth: depth + 1)
    switch random.below(5) {
    case 0: return "{here: \(inner)}.here"
    case 1: return "[\(inner), 1][0]"
    case 2: return "{'a b': \(inner)}[\"a b\"]"
    case 3: return "[1, \(inner)][ -1 ]"
    default: return random.once(in: 3) ? callExpression() : "([\(inner)])[0]"
    }
  }

  private mutating func built(_ kind: Kind, _ depth: Int) -> String {
    func list(_ generator: inout Self) -> String { generator.expression(.list, depth: depth) }
    func text(_ generator: inout Self) -> String { generator.expression(.text, depth: depth) }
    switch kind {
    case .integer:
      return random.pick([
        "len(\(list(&self)))", "-\(operand(.integer, depth: depth))", "abs(\(expression(.integer, depth: depth)))",
        "len(\(text(&self)))", "floor(\(expression(.number, depth: depth)))",
        "sum([1, \(operand(.integer, depth: depth))])",
        "(train bob --limit 3).n", "number(\"1\(random.below(9))\")", "len(\(expression(.record, depth: depth)))",
      ])
    case .number:
      return random.pick([
        "round(\(expression(.number, depth: depth)), 1)", "mean([1, \(operand(.number, depth: depth))])",
        "- \(operand(.number, depth: depth))", "max([\(operand(.number, depth: depth))])",
      ])
    case .text:
      return random.pick([
        "upper(\(text(&self)))", "replace(\(text(&self)), 'a', \"b\")", "string(\(expression(.any, depth: depth)))",
        "json(\(expression(.any, depth: depth)))", "type(\(expression(.any, depth: depth)))", "trim(\(text(&self)))",
        "join(split(\(text(&self)), ','), '-')", "string(secret(\(text(&self))))", "env('HOME')", "@notes.txt",
        "@\"lib/data.txt\"", "path('x')", filled(depth), filled(depth), block(depth),
      ])
    case .bool:
      return random.pick(["exists('notes.txt')", "(\(expression(.bool, depth: depth)))", "(agent list).ok"])
    case .list:
      return random.pick([
        "range(\(random.below(5)))", "sort([3, 1, \(operand(.integer, depth: depth))])", "reverse(\(list(&self)))",
        "unique(\(list(&self)))", "keys(\(expression(.record, depth: depth)))", "lines(\(text(&self)))",
        "values(\(expression(.record, depth: depth)))", "[\(commaList(elements(depth)))]", "(agent list).items",
        "[\(commaList(elements(depth)))]",
      ])
    case .record:
      return random.pick([
        "{\(commaList(entries(depth)))}", "{\(commaList(entries(depth)))}", "(\(command(isValue: true)))",
        "parse('{\"a\": [1, null]}')",
      ])
    case .duration:
      return random.pick(["-\(operand(.duration, depth: depth))", "now()", "(\(expression(.duration, depth: depth)))"])
    case .any: return operand(random.pick(Kind.allCases), depth: depth)
    }
  }

  private mutating func elements(_ depth: Int) -> [String] {
    (0..<random.below(4)).map { _ in expression(.any, depth: depth + 1) }
  }

  private mutating func entries(_ depth: Int) -> [String] {
    ["n", "'two words'", "\"a\\tb\"", "x1"].prefix(random.below(5)).map { key in
      "\(key):\(space())\(expression(.any, depth: depth + 1))"
    }
  }

  /// A text with something to fill in.
  private mutating func filled(_ depth: Int) -> String {
    let inner = expression(.any, depth: depth + 1)
    // A line cannot end inside of `${ }`, nor can a comment stand there.
    guard !inner.contains("\n"), !inner.contains("#") else { return "\"${1 + 1} left\"" }
    return "\"" + random.pick(["", "a ", "\\$", "é\\n", "'"]) + "${\(inner)}"
      + random.pick(["", "!", "}", "\\\"", "$"]) + "\""
  }

  private mutating func block(_ depth: Int) -> String {
    let lines = (0..<random.below(4)).map { _ in
      random.pick(["", "  ", "    "])
        + random.pick(["line", "say \"hi\"", "", "tab\there", "${1 + 2} done", "\\u{e9}", "a\\\\"])
    }
    return "\"\"\"\n  " + lines.joined(separator: "\n  ") + "\n  \"\"\""
  }

  mutating func literal(_ kind: Kind) -> String {
    switch kind {
    case .integer: random.pick(["0", "1", "2", "7", "-3", "42", "007", "9223372036854775807", "-9223372036854775808"])
    case .number: random.pick(["1.5", "0.25", "-2.0", "1e3", "2.5E-3", "1.7e308"])
    case .text: random.pick(["'raw'", "\"a\"", "''", "\"\"", "'it is \"so\"'", "\"\\u{1F600} \\t\"", "'日本'", "'a,b'"])
    case .bool: random.pick(["true", "false"])
    case .list: random.pick(["[]", "[1, 2]", "['a',]", "[[1], {}]", "[ null ]"])
    case .record: random.pick(["{}", "{a: 1}", "{n: null, 'b c': [true]}", "{1: 2}"])
    case .duration: random.pick(["1s", "500ms", "2m", "0s", "1.5h", "1d"])
    case .any: random.once(in: 6) ? "null" : literal(random.pick(Kind.allCases.dropLast()))
    }
  }

  // MARK: - Commands

  /// A value where a command has its values.
  mutating func value() -> String {
    switch random.below(9) {
    case 0:
      random.pick(["word", "a/b.txt", "--flag", "x=y", "é", "true", "null", "-", "1.2.3", "a,b", "http://x.y/?q=1&r"])
    case 1: literal(random.pick([.integer, .number, .duration, .text]))
    case 2: "(\(expression(.any)))"
    case 3: "[\(commaList((0..<random.below(3)).map { _ in listValue() }))]"
    case 4: "{k: \(listValue()), \"two words\":\(listValue())}"
    case 5: random.pick(["@notes.txt", "@'notes.txt'", "@\"lib/data.txt\"", "@(path('notes.txt'))"].dropLast())
    case 6: "(\(command(isValue: true))).\(random.pick(["ok", "n", "items[0]", "items"]))"
    default: variable(.any) ?? "\"${1}\""
    }
  }

  private mutating func listValue() -> String {
    random.pick(["1", "word", "'text'", "\"${2}\"", "[1]", "{a: b}", "(1 + 2)", "5s", variable(.any) ?? "x"])
  }

  mutating func command(isValue: Bool = false) -> String {
    let text = random.pick([
      "agent list", "agent", "agent list --tier user", "agent show \(plainValue())", "report compare",
      "train bob --limit \(1 + random.below(9)) --tag a --tag=\(plainValue())", "train --response @notes.txt",
      "train --context {a: \(listValue()), b: [1, \(listValue())]}", "train --response \"${1 + 1} x\"",
      "improve bob \(plainValue())", "improve -- -x", "correction import a.jsonl --yes",
      "capture run --agent x -- ls -l --all \(plainValue())", "help a b \(plainValue())", "train --weight=(1 + 1)",
    ])
    guard !isValue else { return text }
    return text + random.pick(["", "", "", " > out.txt", " | json", " > out.csv | csv", " > \"${1}.txt\""])
  }

  private mutating func plainValue() -> String {
    random.pick(["'a b'", "x", "\"${'v'}\"", variable(.text) ?? "y", "(\"x\" + 'y')"])
  }
}
