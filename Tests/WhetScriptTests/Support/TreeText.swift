@testable import WhetScript

/// The tree without its spans, one line a statement.
func tree(_ script: Script) -> [String] { script.statements.map(tree) }

/// The tree of the one expression a text is, with operators before their operands.
func expressionTree(_ text: String) -> String {
  let script = parse("let x = " + text)
  guard script.diagnostics.isEmpty, script.statements.count == 1,
    case .assignment(let assignment) = script.statements[0]
  else { return script.diagnostics.map(\.code.rawValue).joined(separator: " ") }
  return tree(assignment.source)
}

func tree(_ statement: Statement) -> String {
  switch statement {
  case .command(let command): tree(command)
  case .assignment(let assignment):
    "\(assignment.isDeclaration ? "let" : "set") \(assignment.name) \(tree(assignment.source))"
  case .call(let call): "call \(tree(call))"
  case .expectation(let expectation):
    "expect \(tree(expectation.condition))\(expectation.message.map { " says \(tree($0))" } ?? "")"
  case .include(let include): "include \(tree(include.path))"
  case .return(let value, _): "return\(value.map { " " + tree($0) } ?? "")"
  case .break: "break"
  case .continue: "continue"
  case .echo(let echo): (["echo"] + echo.values.map(tree)).joined(separator: " ")
  default: blockTree(statement)
  }
}

private func blockTree(_ statement: Statement) -> String {
  switch statement {
  case .conditional(let conditional):
    conditional.branches.map { "if \(tree($0.condition)) \(tree($0.body))" }.joined(separator: " else ")
      + (conditional.otherwise.map { " else \(tree($0))" } ?? "")
  case .loop(let loop): "for \(loop.name) \(tree(loop.sequence)) \(tree(loop.body))"
  case .definition(let definition):
    "def \(definition.name)("
      + definition.parameters.map { $0.name + ($0.defaultValue.map { " = \(tree($0))" } ?? "") }.joined(separator: ", ")
      + ") \(tree(definition.body))"
  case .attempt(let attempt):
    "try \(tree(attempt.body)) catch \(attempt.name.map { $0 + " " } ?? "")\(tree(attempt.handler))"
  case .retry(let retry):
    "retry \(retry.count)\(retry.pause.map { " every \($0)" } ?? "") \(tree(retry.body))"
  case .wait(let wait):
    "wait \(tree(wait.condition)) within \(wait.limit)\(wait.pause.map { " every \($0)" } ?? "")"
  case .test(let test): "test \(tree(test.name)) \(tree(test.body))"
  default: "?"
  }
}

private func tree(_ body: Body) -> String { "{" + body.statements.map(tree).joined(separator: "; ") + "}" }

private func tree(_ source: Source) -> String {
  switch source {
  case .expression(let expression): tree(expression)
  case .command(let command): "<\(tree(command))>"
  }
}

func tree(_ expression: Expression) -> String {
  switch expression.kind {
  case .null: "null"
  case .bool(let flag): "\(flag)"
  case .integer(let number, let spelling): "\(number)" == spelling ? spelling : "\(spelling)=\(number)"
  case .number(_, let spelling), .duration(_, let spelling): spelling
  case .string(let literal): tree(literal)
  case .file(let path): "@" + tree(path)
  case .variable(let variable): (variable.isBare ? "" : "$") + variable.name
  case .list(let elements): "[" + elements.map(tree).joined(separator: ", ") + "]"
  case .record(let entries):
    "{" + entries.map { "\(tree($0.key)): \(tree($0.value))" }.joined(separator: ", ") + "}"
  case .prefix(let prefix, let operand): "(\(prefix.rawValue) \(tree(operand)))"
  case .binary(let binary, let left, let right, _): "(\(binary.rawValue) \(tree(left)) \(tree(right)))"
  case .field(let operand, let name, _): "\(tree(operand)).\(name)"
  case .element(let operand, let index): "\(tree(operand))[\(tree(index))]"
  case .call(let call): tree(call)
  case .group(let source): "(\(tree(source)))"
  case .invalid: "invalid"
  }
}

private func tree(_ call: Expression.Call) -> String {
  call.name + "("
    + call.arguments.map { ($0.name.map { $0 + " = " } ?? "") + tree($0.value) }.joined(separator: ", ") + ")"
}

private func tree(_ literal: StringLiteral) -> String {
  literal.segments.map { segment in
    switch segment {
    case .text(let text): text
    case .interpolation(let part): "${\(part.expression.map(tree) ?? "unread")}"
    }
  }.joined().debugDescription
}

private func tree(_ command: ParsedCommand) -> String {
  var parts = command.items.map { item in
    switch item {
    case .value(let value): tree(value)
    case .flag(let flag): "flag(\(flag.name) \(flag.hasEqualsSign) \(flag.value.map(tree) ?? "-"))"
    }
  }
  if let passThrough = command.passThrough { parts.append("rest\(passThrough.values.map(tree))") }
  if let redirection = command.redirection { parts.append("to(\(redirection.target.map(tree) ?? "-"))") }
  if let format = command.format { parts.append("as(\(format.name.map(tree) ?? "-"))") }
  return parts.joined(separator: " ")
}

private func tree(_ value: Value) -> String {
  switch value.kind {
  case .word(let text): "word(\(text))"
  case .string(let literal): "string(\(tree(literal)))"
  case .integer(let number, let spelling): "integer(\(number) \(spelling))"
  case .number(let number, let spelling): "number(\(number) \(spelling))"
  case .duration(let duration, let spelling): "duration(\(duration) \(spelling))"
  case .file(let path): "file(\(tree(path)))"
  case .list(let elements): "list(\(elements.map(tree)))"
  case .record(let entries): "record(\(entries.map { "\(tree($0.key)): \(tree($0.value))" }))"
  case .expression(let expression): tree(expression)
  }
}
