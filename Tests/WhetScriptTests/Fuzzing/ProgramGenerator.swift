/// Writes random scripts that are well-formed and mostly sound, of every statement and expression the language has.
///
/// Names are known before they are used and kinds fit most of the time, so that the scripts get far when they run; loops
/// are short. The layout is random: blanks, comments, line ends, semicolons.
struct ProgramGenerator {
  enum Kind: CaseIterable { case integer, number, text, bool, list, record, duration, any }

  struct Variable {
    var name: String
    var kind: Kind
  }

  var random: SeededRandom
  /// From the outermost block to the innermost.
  var scopes: [[Variable]] = [[]]
  var functions: [(name: String, parameters: [String])] = []
  /// How many more statements the program may have.
  private var budget = 0
  private var names = 0
  private var loops = 0
  private var isInFunction = false
  private var isInTest = false

  init(seed: UInt64) { random = SeededRandom(state: seed) }

  mutating func program() -> String {
    (scopes, functions, names) = ([[]], [], 0)
    budget = 2 + random.below(24)
    var text = random.once(in: 12) ? "#!/usr/bin/env whet\n" : ""
    while budget > 0 { text += statement(level: 0) + separator() }
    return text + (random.once(in: 3) ? "echo" + variables() : "")
  }

  /// Shows the outermost variables, so that a difference in any of them is seen.
  private func variables() -> String { scopes[0].map { " $\($0.name)" }.joined() }

  // MARK: - Layout

  private mutating func separator() -> String {
    switch random.below(8) {
    case 0: ";" + space()
    case 1: "\n\n\n"
    case 2: "  # a comment \(random.below(100))\n"
    case 3: "\n# on its own\n"
    case 4: "\r\n"
    default: "\n"
    }
  }

  mutating func space() -> String { random.once(in: 6) ? "  " : " " }

  /// A place between brackets, where a line may end.
  mutating func gap() -> String {
    switch random.below(12) {
    case 0: "\n  "
    case 1: " # inside\n"
    case 2: " "
    default: ""
    }
  }

  mutating func commaList(_ parts: [String]) -> String {
    var text = ""
    for (index, part) in parts.enumerated() {
      text += gap() + part + (index + 1 < parts.count ? "," + (random.once(in: 2) ? " " : "") : "")
    }
    if !parts.isEmpty, random.once(in: 6) { text += "," }
    return text + gap()
  }

  private mutating func newName() -> String {
    names += 1
    return random.pick(["a", "total", "x_", "é".isEmpty ? "" : "item", "_quiet"]) + "\(names)"
  }

  mutating func variable(_ kind: Kind) -> String? {
    let known = scopes.flatMap { $0 }.filter { $0.kind == kind || kind == .any }
    return known.isEmpty ? nil : "$" + random.pick(known).name
  }

  // MARK: - Statements

  private mutating func body(level: Int, _ own: [Variable] = [], ending: String? = nil) -> String {
    scopes.append(own)
    defer { scopes.removeLast() }
    guard !random.once(in: 12) else { return "{}" }
    var text = "{" + (random.once(in: 3) ? " # begins\n" : random.once(in: 4) ? " " : "\n")
    for _ in 0...random.below(3) where budget > 0 { text += statement(level: level + 1) + separator() }
    if let ending, random.once(in: 3) { text += ending + "\n" }
    return text + (random.once(in: 8) ? "# ends\n" : "") + "}"
  }

  private mutating func statement(level: Int) -> String {
    budget -= 1
    let simple = level > 3 || budget <= 0
    switch random.below(simple ? 8 : 18) {
    case 0: return declaration()
    case 1: return assignment()
    case 2, 3: return echo()
    case 4: return command()
    case 5: return expectation()
    case 6: return call() ?? declaration()
    case 7: return "let \(declared(.any, "(" + command(isValue: true) + ")"))"
    case 8: return conditional(level)
    case 9: return loop(level)
    case 10 where level == 0: return definition()
    case 11: return attempt(level)
    case 12: return "retry \(1 + random.below(3))" + pause() + space() + body(level: level)
    case 13: return "wait until \(expression(.bool)) within \(1 + random.below(3))s" + pause()
    case 14 where !isInFunction && !isInTest: return test(level)
    case 15 where level == 0: return "include \"lib/\(random.pick(["one", "two"])).whet\""
    case 16: return "let \(declared(.any, command(isValue: true)))"
    default: return declaration()
    }
  }

  private mutating func pause() -> String {
    random.once(in: 2) ? " every \(random.pick(["500ms", "1s", "2s", "1.5s"]))" : ""
  }

  private mutating func declaration() -> String {
    let kind = random.pick(Kind.allCases)
    return "let " + declared(kind, expression(kind))
  }

  private mutating func declared(_ kind: Kind, _ source: String) -> String {
    let name = newName()
    scopes[scopes.count - 1].append(Variable(name: name, kind: kind))
    return "\(name)\(space())=\(space())\(source)"
  }

  private mutating func assignment() -> String {
    let known = scopes.flatMap { $0 }
    guard !known.isEmpty else { return declaration() }
    let variable = random.pick(known)
    if random.once(in: 2), [.integer, .text, .list].contains(variable.kind) {
      return "\(variable.name) = $\(variable.name) + \(operand(variable.kind))"
    }
    return "\(variable.name)=\(expression(variable.kind))"
  }

  private mutating func echo() -> String {
    "echo" + (0..<random.below(4)).map { _ in space() + value() }.joined()
  }

  private mutating func expectation() -> String {
    "expect \(expression(.bool))" + (random.once(in: 3) ? ", \(expression(.text))" : "")
  }

  private mutating func call() -> String? {
    guard !functions.isEmpty else { return nil }
    return call(random.pick(functions))
  }

  private mutating func call(_ function: (name: String, parameters: [String])) -> String {
    var isNamed = false
    let arguments = function.parameters.map { parameter in
      isNamed = isNamed || random.once(in: 3)
      return (isNamed ? "\(parameter)\(space())= " : "") + expression(.any)
    }
    return "\(function.name)(\(commaList(arguments)))"
  }

  mutating func callExpression() -> String { call() ?? operand(.integer) }

  private mutating func conditional(_ level: Int) -> String {
    var text = "if \(expression(.bool)) \(inner(level))"
    while random.once(in: 3) { text += afterBlock() + "else if \(expression(.bool)) \(inner(level))" }
    return random.once(in: 2) ? text + afterBlock() + "else \(inner(level))" : text
  }

  /// A block that may leave the loop or function it stands in.
  private mutating func inner(_ level: Int) -> String {
    let leaving =
      (loops > 0 ? ["break", "continue"] : []) + (isInFunction ? ["return", "return \(expression(.any))"] : [])
    return body(level: level, ending: leaving.isEmpty ? nil : random.pick(leaving))
  }

  private mutating func afterBlock() -> String { random.pick([" ", "\n", " # after\n", "\n\n"]) }

  private mutating func loop(_ level: Int) -> String {
    let name = newName()
    let sequence = random.once(in: 2) ? "range(\(random.below(4)))" : operand(.list)
    loops += 1
    defer { loops -= 1 }
    return "for \(name) in \(sequence) " + body(level: level, [Variable(name: name, kind: .any)], ending: "continue")
  }

  private mutating func definition() -> String {
    let name = random.pick(["twice", "report_on", "f"]) + "\(functions.count)"
    let parameters = (0..<random.below(4)).map { "p\($0)" }
    var hasDefault = false
    let spelled = parameters.map { parameter in
      hasDefault = hasDefault || random.once(in: 3)
      return parameter + (hasDefault ? " = " + literal(.any) : "")
    }
    (isInFunction, loops) = (true, 0)
    let outer = scopes
    let block = body(level: 1, parameters.map { Variable(name: $0, kind: .any) }, ending: "return \(expression(.any))")
    (isInFunction, scopes) = (false, outer)
    functions.append((name, parameters))
    return "def \(name)(\(commaList(spelled).replacing("#", with: "\n#"))) \(block)"
  }

  private mutating func attempt(_ level: Int) -> String {
    let text = "try \(inner(level))\(afterBlock())catch "
    guard random.once(in: 2) else { return text + inner(level) }
    return text + "failure " + body(level: level, ending: "echo $failure.code")
  }

  private mutating func test(_ level: Int) -> String {
    isInTest = true
    defer { isInTest = false }
    return "test \(random.pick(["'adds up'", "\"says ${1 + 2}\""])) " + body(level: level)
  }
}
