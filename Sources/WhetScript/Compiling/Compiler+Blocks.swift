extension Compiler {
  /// A block with its own scope.
  mutating func compile(_ body: Body) {
    let slot = builder.openScope()
    compile(statements: body.statements)
    closeScope(slot)
  }

  private mutating func closeScope(_ slot: Int) {
    for (name, variable) in builder.closeScope(slot) where !variable.isUsed && !variable.isExempt {
      warnOfUnused(name, at: variable.span)
    }
  }

  mutating func compile(_ conditional: Conditional) {
    var ends: [Int] = []
    var conditions: [Int] = []
    for (index, branch) in conditional.branches.enumerated() {
      checkCondition(compile(branch.condition), of: "'if'", branch.condition)
      let skip = emitJump(Instruction.jumpUnless, at: branch.condition.span)
      conditions.append(skip)
      compile(branch.body)
      if index + 1 < conditional.branches.count || conditional.otherwise != nil {
        ends.append(emitJump(Instruction.jump, at: branch.body.span))
      }
      builder.patch(skip)
    }
    if let otherwise = conditional.otherwise { compile(otherwise) }
    for end in ends { builder.patch(end) }
    let bodies = conditional.branches.map(\.body) + (conditional.otherwise.map { [$0] } ?? [])
    for condition in conditions { builder.function.skips[condition] = skip(over: bodies) }
  }

  mutating func compile(_ loop: Loop) {
    check(compile(loop.sequence), fits: .list, "'for'", loop.sequence)
    let slot = builder.openScope()
    let base = builder.reserve(2)
    let begin = builder.position
    emit(.beginLoop(slot: Int32(base)), at: loop.sequence.span)
    declare(loop.name, at: loop.nameSpan, kinds: .any)
    let start = builder.position
    let exit = emitJump({ .nextElement(slot: Int32(base), exit: $0) }, at: loop.sequence.span)
    builder.loops.append(.init(start: start, guards: builder.guards.count))
    compile(loop.body)
    emit(.jump(Int32(start)), at: loop.span)
    builder.patch(exit)
    for jump in builder.loops.removeLast().exits { builder.patch(jump) }
    builder.function.skips[begin] = skip(over: [loop.body])
    closeScope(slot)
  }

  /// What it means to pass over blocks that end before the next instruction.
  private mutating func skip(over bodies: [Body]) -> Code.Skip {
    let names = Self.reassignedNames(in: bodies).sorted()
    let variables = names.compactMap { resolve($0, isRead: false) }.map {
      Code.Variable(slot: $0.slot, isGlobal: $0.isGlobal)
    }
    return Code.Skip(
      target: builder.position, variables: variables,
      mayReturn: !builder.isMain && bodies.contains { $0.statements.contains(where: \.mayReturn) })
  }

  mutating func compile(_ attempt: Attempt) {
    let handler = emitJump(Instruction.pushHandler, at: attempt.span)
    builder.guards.append(.handler)
    compile(attempt.body)
    builder.guards.removeLast()
    emit(.popHandler, at: attempt.body.span)
    let end = emitJump(Instruction.jump, at: attempt.body.span)
    builder.patch(handler)
    let slot = builder.openScope()
    if let name = attempt.name {
      declare(name, at: attempt.nameSpan, kinds: .record, isExempt: true)
      store(name, at: attempt.nameSpan)
    } else {
      emit(.pop, at: attempt.handler.span)
    }
    compile(attempt.handler)
    closeScope(slot)
    builder.patch(end)
  }

  mutating func compile(_ retry: Retry) {
    let slot = builder.openScope()
    let count = Int32(builder.reserve(1))
    emit(.constant(constant(.integer(0))), at: retry.span)
    emit(.storeLocal(count), at: retry.span)
    let start = builder.position
    let handler = emitJump(Instruction.pushHandler, at: retry.span)
    builder.guards.append(.handler)
    compile(retry.body)
    builder.guards.removeLast()
    emit(.popHandler, at: retry.body.span)
    let end = emitJump(Instruction.jump, at: retry.body.span)
    builder.patch(handler)
    emit(.pop, at: retry.span)
    emit(.countRetry(slot: count, limit: Int32(retry.count)), at: retry.span)
    if let pause = retry.pause { emit(.sleep(constant: constant(.duration(pause))), at: retry.span) }
    emit(.jump(Int32(start)), at: retry.span)
    builder.patch(end)
    closeScope(slot)
  }

  mutating func compile(_ wait: Wait) {
    let slot = builder.openScope()
    let deadline = Int32(builder.reserve(1))
    emit(.beginWait(slot: deadline, limit: constant(.duration(wait.limit))), at: wait.span)
    let start = builder.position
    checkCondition(compile(wait.condition), of: "'wait until'", wait.condition)
    let pause = constant(.duration(wait.pause ?? .seconds(1)))
    let look = emitJump({ .look(slot: deadline, pause: pause, $0) }, at: wait.span)
    emit(.jump(Int32(start)), at: wait.span)
    builder.patch(look)
    closeScope(slot)
  }

  mutating func compile(_ test: Test) {
    guard builder.isMain, !builder.guards.contains(.test) else {
      return report(.misplaced, "'test' may only stand outside of functions and other tests", at: test.span)
    }
    check(compile(test.name), fits: .textual, "the name of 'test'", test.name)
    let begin = emitJump(Instruction.beginTest, at: Span(test.span.start, test.name.span.end))
    builder.guards.append(.test)
    compile(test.body)
    builder.guards.removeLast()
    emit(.endTest, at: test.span)
    builder.patch(begin)
  }

  mutating func compile(_ definition: Definition) {
    guard builder.isTopLevel else {
      return report(.misplaced, "'def' may only stand outside of blocks", at: definition.span)
    }
    guard let index = functionIndices[Place(source: source, span: definition.nameSpan)] else { return }
    let outer = builder
    builder = FunctionBuilder(code.functions[index], isMain: false)
    let slot = builder.openScope()
    for (number, parameter) in definition.parameters.enumerated() {
      compile(parameter, number)
    }
    compile(statements: definition.body.statements)
    emit(.constant(constant(.null)), at: definition.span)
    emit(.return, at: definition.span)
    builder.function.unknownReturn = builder.position
    emit(.constant(constant(.unknown)), at: definition.span)
    emit(.return, at: definition.span)
    closeScope(slot)
    code.functions[index] = builder.function
    builder = outer
  }

  /// A parameter, and its default where the call gives none.
  private mutating func compile(_ parameter: Definition.Parameter, _ number: Int) {
    guard let value = parameter.defaultValue else {
      return declare(parameter.name, at: parameter.nameSpan, kinds: .any)
    }
    let skip = emitJump({ .skipDefault(parameter: Int32(number), $0) }, at: value.span)
    _ = compile(value)
    declare(parameter.name, at: parameter.nameSpan, kinds: .any)
    emit(.storeLocal(Int32(number)), at: value.span)
    builder.patch(skip)
  }

  /// Makes the functions of all files known before the first statement, so that they may call each other.
  mutating func declareFunctions(_ program: LoadedProgram, from offset: Int) {
    programOffset = offset
    let main = source
    for (index, script) in program.scripts.enumerated() {
      source = offset + index
      for case .definition(let definition) in script.statements { declare(definition) }
    }
    source = main
  }

  private mutating func declare(_ definition: Definition) {
    let place = Place(source: source, span: definition.nameSpan)
    if Builtins.byName[definition.name] != nil {
      report(.redefined, "'\(definition.name)' is a function of the language", at: definition.nameSpan)
    } else if let other = globals.functions[definition.name], !options.isInteractive || isNew(other) {
      let first = functionIndices.first { $0.value == other }?.key
      report(
        .redefined, "there is a function '\(definition.name)' already", at: definition.nameSpan,
        notes: [.init("first made here", at: first?.source == source ? first?.span : nil)])
    }
    if definition.parameters.count > 64 {
      report(.tooDeep, "a function has at most 64 parameters", at: definition.nameSpan)
    }
    checkOrder(of: definition.parameters)
    functionIndices[place] = code.functions.count
    globals.functions[definition.name] = code.functions.count
    code.functions.append(
      Code.Function(
        name: definition.name, parameters: definition.parameters.map(\.name),
        isRequired: definition.parameters.map { $0.defaultValue == nil }))
  }

  private func isNew(_ function: Int) -> Bool { functionIndices.values.contains(function) }

  private mutating func checkOrder(of parameters: [Definition.Parameter]) {
    let firstDefault = parameters.firstIndex { $0.defaultValue != nil } ?? parameters.endIndex
    for parameter in parameters[firstDefault...] where parameter.defaultValue == nil {
      report(
        .parameterOrder, "'\(parameter.name)' needs a default, as the parameter before it has one",
        at: parameter.nameSpan)
    }
  }
}
