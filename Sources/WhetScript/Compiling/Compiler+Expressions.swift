extension Compiler {
  /// Leaves the value of an expression on the stack and gives the kinds it can have.
  mutating func compile(_ expression: Expression) -> ValueKinds {
    switch expression.kind {
    case .null: return push(.null, at: expression.span)
    case .bool(let flag): return push(.bool(flag), at: expression.span)
    case .integer(let number, _): return push(.integer(number), at: expression.span)
    case .number(let number, _): return push(.number(number), at: expression.span)
    case .duration(let duration, _): return push(.duration(duration), at: expression.span)
    case .string(let literal): return compile(literal, at: expression.span)
    case .file(let path):
      _ = compile(path, at: expression.span)
      emit(.readFile, at: expression.span)
      return .text
    case .variable(let variable): return compile(variable, at: expression.span)
    case .list(let elements):
      for element in elements { _ = compile(element) }
      emit(.makeList(count: Int32(elements.count)), at: expression.span)
      return .list
    case .record(let entries):
      for entry in entries { _ = compile(entry.value) }
      emit(.makeRecord(shape: shape(entries.map(\.key.text))), at: expression.span)
      return .record
    case .invalid: return .any
    default: return compileOperation(expression)
    }
  }

  private mutating func compileOperation(_ expression: Expression) -> ValueKinds {
    switch expression.kind {
    case .prefix(let prefix, let operand): return compile(prefix, operand, at: expression.span)
    case .binary(let binary, let left, let right, let place): return compile(binary, left, right, at: place)
    case .field(let operand, let name, let place):
      check(compile(operand), fits: .record, "'.\(name)'", operand)
      emit(.field(name: interned.number(of: name, in: &code.names)), at: place)
      return .any
    case .element(let operand, let index):
      let operandKinds = compile(operand)
      check(operandKinds, fits: [.list, .record], "'[...]'", operand)
      let allowed: ValueKinds =
        operandKinds == .list ? .integer : operandKinds == .record ? .textual : [.integer, .text, .path, .secret]
      check(compile(index), fits: allowed, "the index", index)
      emit(.element, at: index.span)
      return .any
    case .call(let call): return compile(call)
    case .group(let source): return compile(source)
    default: return .any
    }
  }

  private mutating func push(_ value: ScriptValue, at span: Span) -> ValueKinds {
    emit(.constant(constant(value)), at: span)
    return value.kind
  }

  /// A text, its interpolations filled in.
  mutating func compile(_ literal: StringLiteral, at span: Span) -> ValueKinds {
    guard literal.hasInterpolation else { return push(.text(literal.text), at: span) }
    for segment in literal.segments {
      switch segment {
      case .text(let text): _ = push(.text(text), at: span)
      case .interpolation(let interpolation):
        if let expression = interpolation.expression { _ = compile(expression) }
      }
    }
    emit(.interpolate(count: Int32(literal.segments.count)), at: span)
    return [.text, .secret]
  }

  private mutating func compile(_ variable: VariableName, at span: Span) -> ValueKinds {
    guard let resolved = resolve(variable.name, isRead: true) else {
      reportUnknown(variable, at: span)
      return .any
    }
    let slot = Int32(resolved.slot)
    emit(resolved.isGlobal ? .loadGlobal(slot) : .loadLocal(slot), at: span)
    return resolved.kinds
  }

  private mutating func reportUnknown(_ variable: VariableName, at span: Span) {
    guard !lacksIncludes else { return }
    let near = DidYouMean.nearest(to: variable.name, among: visibleNames)
    report(
      .unknownVariable, "there is no variable '$\(variable.name)' here", at: span,
      notes: near == nil ? [.init("'let \(variable.name) = ...' makes it, in this block or one around it")] : [],
      suggestion: near.map { variable.isBare ? $0 : "$" + $0 })
  }

  private mutating func compile(_ prefix: PrefixOperator, _ operand: Expression, at span: Span) -> ValueKinds {
    let kinds = compile(operand)
    switch prefix {
    case .minus:
      check(kinds, fits: [.integer, .number, .duration], "'-'", operand)
      emit(.negate, at: span)
      return kinds.intersection([.integer, .number, .duration])
    case .not:
      checkCondition(kinds, of: "'not'", operand)
      emit(.not, at: span)
      return .bool
    }
  }

  private mutating func compile(
    _ binary: BinaryOperator, _ left: Expression, _ right: Expression, at place: Span
  ) -> ValueKinds {
    let leftKinds = compile(left)
    guard binary == .and || binary == .or else {
      let rightKinds = compile(right)
      if binary == .matches { checkPattern(right) }
      emit(.binary(binary), at: place)
      return checkOperands(binary, leftKinds, rightKinds, left, right, at: place)
    }
    checkCondition(leftKinds, of: "'\(binary.rawValue)'", left)
    let jump = emitJump(binary == .and ? Instruction.decideAnd : Instruction.decideOr, at: left.span)
    checkCondition(compile(right), of: "'\(binary.rawValue)'", right)
    emit(.requireCondition, at: right.span)
    builder.patch(jump)
    return .bool
  }

  @discardableResult
  mutating func checkOperands(
    _ binary: BinaryOperator, _ left: ValueKinds, _ right: ValueKinds, _ leftSide: Expression, _ rightSide: Expression,
    at place: Span
  ) -> ValueKinds {
    let result = OperatorKinds.result(of: binary, left, right)
    guard result.isEmpty else { return result }
    let isJoining = binary == .plus && !(left.union(right)).isDisjoint(with: .textual)
    report(
      .wrongKind, "'\(binary.rawValue)' cannot work on \(left.phrase) and \(right.phrase)", at: place,
      notes: isJoining ? [.init("\"${...}\" makes text of any value")] : [])
    return .any
  }

  mutating func checkPattern(_ expression: Expression) {
    guard case .string(let literal) = expression.kind, !literal.hasInterpolation,
      let reason = PatternMatching.check(pattern: literal.text)
    else { return }
    report(.invalidPattern, "the pattern is no regular expression: \(reason)", at: expression.span)
  }

  /// Reports a value that can never have one of the kinds that are needed.
  mutating func check(_ kinds: ValueKinds, fits needed: ValueKinds, _ what: String, _ expression: Expression) {
    guard kinds.isDisjoint(with: needed), expression.kind != .invalid else { return }
    report(.wrongKind, "\(what) takes \(needed.phrase), not \(kinds.phrase)", at: expression.span)
  }

  mutating func checkCondition(_ kinds: ValueKinds, of what: String, _ expression: Expression) {
    guard kinds.isDisjoint(with: .bool), expression.kind != .invalid else { return }
    report(
      .wrongKind, "\(what) needs true or false, not \(kinds.phrase)", at: expression.span,
      notes: [.init("compare the value with something, such as '!= null' or '> 0'")])
  }

  /// The number of a constant; texts and numbers that are used again share one.
  mutating func constant(_ value: ScriptValue) -> Int32 { constants.number(of: value, in: &code.constants) }

  mutating func shape(_ names: [String]) -> Int32 {
    code.shapes.append(names)
    return Int32(code.shapes.count - 1)
  }
}

extension Expression {
  /// Whether it can change nothing: no call and no command is in it.
  var isPure: Bool {
    switch kind {
    case .null, .bool, .integer, .number, .duration, .variable: true
    case .string(let literal), .file(let literal):
      literal.segments.allSatisfy { segment in
        if case .interpolation(let part) = segment { part.expression?.isPure ?? true } else { true }
      }
    case .list(let elements): elements.allSatisfy(\.isPure)
    case .record(let entries): entries.allSatisfy(\.value.isPure)
    case .prefix(_, let operand), .field(let operand, _, _): operand.isPure
    case .binary(_, let left, let right, _), .element(let left, let right): left.isPure && right.isPure
    case .group(.expression(let expression)): expression.isPure
    case .group(.command), .call, .invalid: false
    }
  }
}
