@testable import WhetScript

/// Every span of a tree, for the proof that all are inside the text.
struct TreeSpans {
  private(set) var all: [Span] = []
  /// Whether a part of the tree is no expression, which must have been reported.
  private(set) var holdsInvalid = false

  init(of script: Script) {
    for part in script.statements { add(part) }
    all += script.comments
    for diagnostic in script.diagnostics { all += [diagnostic.span] + diagnostic.notes.compactMap(\.span) }
  }

  /// The spans that are not inside of the text or cut a character's code in two.
  func faults(in source: SourceText) -> [Span] {
    let bytes = source.bytes
    func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
    return all.filter { span in
      guard 0 <= span.start, span.start <= span.end, span.end <= bytes.count else { return true }
      return !isBoundary(span.start) || !isBoundary(span.end)
    }
  }

  private mutating func add(_ statement: Statement) {
    all.append(statement.span)
    for part in statement.bodies { add(part) }
    switch statement {
    case .command(let command): add(command)
    case .assignment(let assignment):
      all.append(assignment.nameSpan)
      add(assignment.source)
    case .call(let call): add(call)
    case .expectation(let expectation):
      add(expectation.condition)
      expectation.message.map { add($0) }
    case .include(let include): all.append(include.pathSpan)
    case .return(let value, _): value.map { add($0) }
    case .echo(let echo): for part in echo.values { add(part) }
    case .conditional(let conditional): for branch in conditional.branches { add(branch.condition) }
    case .loop(let loop):
      all.append(loop.nameSpan)
      add(loop.sequence)
    case .definition(let definition):
      all.append(definition.nameSpan)
      for parameter in definition.parameters {
        all.append(parameter.nameSpan)
        parameter.defaultValue.map { add($0) }
      }
    case .attempt(let attempt): all.append(attempt.nameSpan)
    case .wait(let wait): add(wait.condition)
    case .test(let test): add(test.name)
    case .break, .continue, .retry: break
    }
  }

  private mutating func add(_ body: Body) {
    all.append(body.span)
    for part in body.statements { add(part) }
  }

  private mutating func add(_ source: Source) {
    switch source {
    case .expression(let expression): add(expression)
    case .command(let command): add(command)
    }
  }

  private mutating func add(_ expression: Expression) {
    all.append(expression.span)
    switch expression.kind {
    case .string(let literal), .file(let literal): add(literal)
    case .list(let elements): for part in elements { add(part) }
    case .record(let entries):
      for entry in entries {
        all.append(entry.keySpan)
        add(entry.value)
      }
    case .prefix(_, let operand): add(operand)
    case .binary(_, let left, let right, let place):
      all.append(place)
      add(left)
      add(right)
    case .field(let operand, _, let place):
      all.append(place)
      add(operand)
    case .element(let operand, let index):
      add(operand)
      add(index)
    case .call(let call): add(call)
    case .group(let source): add(source)
    case .invalid: holdsInvalid = true
    case .null, .bool, .integer, .number, .duration, .variable: break
    }
  }

  private mutating func add(_ literal: StringLiteral) {
    for case .interpolation(let part) in literal.segments {
      all.append(part.span)
      part.expression.map { add($0) }
    }
  }

  private mutating func add(_ call: Expression.Call) {
    all += [call.span, call.nameSpan]
    for argument in call.arguments {
      all.append(argument.nameSpan)
      add(argument.value)
    }
  }

  private mutating func add(_ command: ParsedCommand) {
    all.append(command.span)
    for item in command.items {
      all.append(item.span)
      switch item {
      case .value(let value): add(value)
      case .flag(let flag):
        all.append(flag.nameSpan)
        flag.value.map { add($0) }
      }
    }
    if let rest = command.passThrough {
      all.append(rest.dashes)
      for part in rest.values { add(part) }
    }
    if let redirection = command.redirection {
      all.append(redirection.symbol)
      redirection.target.map { add($0) }
    }
    if let format = command.format {
      all.append(format.symbol)
      format.name.map { add($0) }
    }
  }

  private mutating func add(_ value: Value) {
    all.append(value.span)
    switch value.kind {
    case .string(let literal), .file(let literal): add(literal)
    case .list(let elements): for part in elements { add(part) }
    case .record(let entries):
      for entry in entries {
        all.append(entry.keySpan)
        add(entry.value)
      }
    case .expression(let expression): add(expression)
    case .word, .integer, .number, .duration: break
    }
  }
}
