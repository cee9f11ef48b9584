extension Compiler {
  /// Statements of one block, in order; what follows a statement that always leaves is an error.
  mutating func compile(statements: [Statement]) {
    var leaves: Statement?
    for statement in statements {
      guard !isHopeless else { return }
      if let leaves {
        report(
          .unreachable, "this is never reached", at: statement.span,
          notes: [.init("the block is left here", at: leaves.span)])
        return
      }
      compile(statement)
      if alwaysLeaves(statement) { leaves = statement }
    }
  }

  /// Whether nothing after the statement is ever reached.
  private func alwaysLeaves(_ statement: Statement) -> Bool {
    switch statement {
    case .return: !builder.isMain
    case .break, .continue: !builder.loops.isEmpty
    case .command(let command): table.match(command.leadingWords)?.specification.endsScript ?? false
    case .conditional(let conditional):
      conditional.otherwise.map { ([$0] + conditional.branches.map(\.body)).allSatisfy(alwaysLeaves) } ?? false
    case .attempt(let attempt): alwaysLeaves(attempt.body) && alwaysLeaves(attempt.handler)
    case .retry(let retry): alwaysLeaves(retry.body)
    default: false
    }
  }

  private func alwaysLeaves(_ body: Body) -> Bool { body.statements.last.map { alwaysLeaves($0) } ?? false }

  mutating func compile(_ statement: Statement) {
    switch statement {
    case .command(let command): compile(command, givesValue: false)
    case .assignment(let assignment): compile(assignment)
    case .call(let call): compile(callStatement: call)
    case .expectation(let expectation): compile(expectation)
    case .include(let include): compile(include)
    case .return(let value, let span): compileReturn(value, at: span)
    case .break(let span), .continue(let span): compileLeaving(statement, at: span)
    case .echo(let echo):
      for value in echo.values { compile(value) }
      emit(.echo(count: Int32(echo.values.count)), at: echo.span)
    case .conditional(let conditional): compile(conditional)
    case .loop(let loop): compile(loop)
    case .definition(let definition): compile(definition)
    case .attempt(let attempt): compile(attempt)
    case .retry(let retry): compile(retry)
    case .wait(let wait): compile(wait)
    case .test(let test): compile(test)
    }
  }

  /// The value of a variable or parenthesis on the stack.
  mutating func compile(_ source: Source) -> ValueKinds {
    switch source {
    case .expression(let expression): return compile(expression)
    case .command(let command):
      compile(command, givesValue: true)
      return .any
    }
  }

  private mutating func compile(_ assignment: Assignment) {
    if !assignment.isDeclaration, let target = sumTarget(of: assignment) {
      return compileSum(assignment, target)
    }
    let preset = builder.isTopLevel && assignment.isDeclaration ? options.presets[assignment.name] : nil
    let skip = preset.map { compilePreset($0, of: assignment) }
    let kinds = compile(assignment.source)
    if let skip { builder.patch(skip) }
    if assignment.isDeclaration {
      declare(assignment.name, at: assignment.nameSpan, kinds: preset == nil ? kinds : .any)
      store(assignment.name, at: assignment.span)
    } else if resolve(assignment.name, isRead: false) != nil {
      store(assignment.name, at: assignment.span)
    } else if !lacksIncludes {
      let near = DidYouMean.nearest(to: assignment.name, among: visibleNames)
      report(
        .unknownVariable, "there is no variable '\(assignment.name)' to give a value", at: assignment.nameSpan,
        notes: [.init("'let \(assignment.name) = ...' makes it")], suggestion: near)
    }
  }

  /// Puts a value from outside on the stack and jumps over the script's own.
  private mutating func compilePreset(_ value: ScriptValue, of assignment: Assignment) -> Int {
    usedPresets.insert(assignment.name)
    emit(.constant(constant(value)), at: assignment.span)
    return emitJump(Instruction.jump, at: assignment.span)
  }

  /// The right side of `name = $name + right`, where nothing in it can change the variable.
  private func sumTarget(of assignment: Assignment) -> Expression? {
    guard case .expression(let expression) = assignment.source,
      case .binary(.plus, let left, let right, _) = expression.kind, case .variable(let variable) = left.kind,
      variable.name == assignment.name, right.isPure
    else { return nil }
    return right
  }

  /// Adds in place, so that a text or list grows without being copied each time.
  private mutating func compileSum(_ assignment: Assignment, _ right: Expression) {
    guard let variable = resolve(assignment.name, isRead: true) else {
      _ = compile(assignment.source)
      return
    }
    let kinds = compile(right)
    if case .expression(let expression) = assignment.source, case .binary(_, let left, _, let place) = expression.kind {
      checkOperands(.plus, variable.kinds, kinds, left, right, at: place)
    }
    let slot = Int32(variable.slot)
    emit(variable.isGlobal ? .addToGlobal(slot) : .addToLocal(slot), at: assignment.source.span)
    trace(assignment.name, at: assignment.span)
  }

  /// A variable as instructions know it.
  struct Resolved {
    var slot: Int
    var isGlobal: Bool
    var kinds: ValueKinds
  }

  mutating func resolve(_ name: String, isRead: Bool) -> Resolved? {
    if let local = builder.use(name, isRead: isRead) {
      return Resolved(slot: local.slot, isGlobal: false, kinds: local.kinds)
    }
    guard let global = globals.variables[name] else { return nil }
    if isRead { globals.variables[name]?.isUsed = true }
    return Resolved(slot: global.slot, isGlobal: true, kinds: global.kinds)
  }

  var visibleNames: [String] { builder.visibleNames + globals.variables.keys.sorted() }

  /// Makes a variable of the innermost block.
  mutating func declare(_ name: String, at span: Span, kinds: ValueKinds, isExempt: Bool = false) {
    // What is null now is meant to become something, and code that asks for that first is right.
    let kinds = kinds == .null || reassigned.contains(name) ? .any : kinds
    let isExempt = isExempt || name.hasPrefix("_") || options.isInteractive && builder.isTopLevel
    guard builder.isTopLevel else {
      if let other = builder.scopes.last?[name] { reportTwice(name, at: span, first: other.span) }
      let slot = builder.reserve(1)
      return builder.declare(name, .init(slot: slot, span: span, kinds: kinds, isExempt: isExempt))
    }
    let place = Place(source: source, span: span)
    if let other = globals.variables[name] {
      if !options.isInteractive || name == "args" {
        reportTwice(name, at: span, first: other.place.source == source ? other.place.span : nil)
      }
      globals.variables[name]?.kinds = .any
      return
    }
    globals.variables[name] = .init(
      slot: code.globalNames.count, place: place, kinds: options.isContinued ? .any : kinds, isExempt: isExempt)
    code.globalNames.append(name)
  }

  private mutating func reportTwice(_ name: String, at span: Span, first: Span?) {
    let isArguments = name == "args" && first == Span(0, 0)
    report(
      .redefined, isArguments ? "'args' is the script's arguments" : "the block has a variable '\(name)' already",
      at: span,
      notes: [
        isArguments ? .init("choose another name") : .init("first made here; 'let' is left out to change it", at: first)
      ])
  }

  /// Takes the value on the stack into a variable that is there.
  mutating func store(_ name: String, at span: Span) {
    guard let variable = resolve(name, isRead: false) else { return }
    emit(variable.isGlobal ? .storeGlobal(Int32(variable.slot)) : .storeLocal(Int32(variable.slot)), at: span)
    trace(name, at: span)
  }

  private mutating func trace(_ name: String, at span: Span) {
    guard options.isTracing, let variable = resolve(name, isRead: false) else { return }
    code.tracePoints.append(
      .init(name: name, variable: .init(slot: variable.slot, isGlobal: variable.isGlobal)))
    emit(.trace(Int32(code.tracePoints.count - 1)), at: span)
  }

  private mutating func compile(callStatement call: Expression.Call) {
    _ = compile(call)
    if let builtin = Builtins.byName[call.name], globals.functions[call.name] == nil {
      report(
        .unusedValue, "the value of '\(Builtins.all[builtin].name)' is not used", at: call.span, severity: .warning,
        notes: [.init("'let name = ...' keeps it, 'echo (...)' shows it")])
    }
    emit(.pop, at: call.span)
  }

  private mutating func compile(_ expectation: Expectation) {
    var shown = Code.Expectation(
      comparison: nil, end: 0, text: code.sources[source].text.text(of: expectation.condition.span))
    if case .binary(let binary, let left, let right, let place) = expectation.condition.kind, binary.isComparison {
      shown.comparison = binary
      let (leftKinds, rightKinds) = (compile(left), compile(right))
      if binary == .matches { checkPattern(right) }
      checkOperands(binary, leftKinds, rightKinds, left, right, at: place)
    } else {
      checkCondition(compile(expectation.condition), of: "'expect'", expectation.condition)
    }
    let index = code.expectations.count
    code.expectations.append(shown)
    emit(.expect(Int32(index)), at: expectation.condition.span)
    if let message = expectation.message {
      check(compile(message), fits: .textual, "the message of 'expect'", message)
    } else {
      emit(.constant(constant(.null)), at: expectation.span)
    }
    emit(.failExpectation(Int32(index)), at: expectation.condition.span)
    code.expectations[index].end = builder.position
  }

  private mutating func compile(_ include: Include) {
    guard builder.isTopLevel else {
      return report(.misplaced, "'include' may only stand outside of blocks", at: include.span)
    }
    let path = LexicalPath.join(folder, include.path.text)
    guard var unit = units[path], !unit.isCompiled else { return }
    unit.isCompiled = true
    units[path] = unit
    let outer = (source, folder)
    (source, folder) = (unit.index + programOffset, unit.folder)
    compile(statements: unit.script.statements)
    (source, folder) = outer
  }

  private mutating func compileReturn(_ value: Expression?, at span: Span) {
    guard !builder.isMain else {
      return report(
        .misplaced, "'return' may only stand in a function", at: span, notes: [.init("'exit' ends a script")])
    }
    if let value { _ = compile(value) } else { emit(.constant(constant(.null)), at: span) }
    leaveGuards(downTo: 0, at: span)
    emit(.return, at: span)
  }

  private mutating func compileLeaving(_ statement: Statement, at span: Span) {
    var isBreak = false
    if case .break = statement { isBreak = true }
    guard let loop = builder.loops.last else {
      return report(.misplaced, "'\(isBreak ? "break" : "continue")' may only stand in a 'for' loop", at: span)
    }
    leaveGuards(downTo: loop.guards, at: span)
    guard isBreak else { return emit(.jump(Int32(loop.start)), at: span) }
    let jump = emitJump(Instruction.jump, at: span)
    builder.loops[builder.loops.count - 1].exits.append(jump)
  }

  /// Closes the handlers and tests that control leaves.
  private mutating func leaveGuards(downTo count: Int, at span: Span) {
    for open in builder.guards[count...].reversed() { emit(open == .test ? .endTest : .popHandler, at: span) }
  }
}
