extension Compiler {
  /// A command with its deferred arguments on the stack; its value too, if that is wanted.
  mutating func compile(_ command: ParsedCommand, givesValue: Bool) {
    let binding = Binder.bind(command, table)
    for var diagnostic in binding.diagnostics {
      if diagnostic.code == .unknownCommand { diagnostic.notes += notes(on: command, givesValue: givesValue) }
      report(diagnostic)
    }
    if let bound = binding.command {
      for argument in bound.deferred { compileArgument(argument) }
      code.commands.append(.init(bound: bound, givesValue: givesValue))
      emit(.command(Int32(code.commands.count - 1)), at: command.span)
    } else {
      compileFaulty(command)
    }
  }

  /// The variables of a command that is wrong are used all the same.
  private mutating func compileFaulty(_ command: ParsedCommand) {
    let values = command.items.compactMap { item in
      switch item {
      case .value(let value): value
      case .flag(let flag): flag.value
      }
    }
    for value in values + (command.passThrough?.values ?? []) where value.isDynamic { compile(value) }
  }

  /// A word where a value is wanted is a command; it may have been meant as something else.
  private func notes(on command: ParsedCommand, givesValue: Bool) -> [Diagnostic.Note] {
    guard let first = command.leadingWords.first else { return [] }
    if globals.functions[first] != nil || Builtins.byName[first] != nil {
      return [.init("a function is called with '(' right after its name: \(first)(...)")]
    }
    guard givesValue else { return [] }
    if visibleNames.contains(first) { return [.init("the variable is written '$\(first)'")] }
    return command.items.count == 1 ? [.init("text stands between quotes")] : []
  }

  /// The path of `@path`, the value of anything else.
  private mutating func compileArgument(_ argument: DeferredArgument) {
    if case .file(let path) = argument.value.kind {
      _ = compile(path, at: argument.value.span)
    } else {
      compile(argument.value)
    }
  }

  /// Leaves a value of a command or of `echo` on the stack.
  mutating func compile(_ value: Value) {
    switch value.kind {
    case .word("true"), .word("false"), .word("null"): compileWord(value)
    case .word(let text): emit(.constant(constant(.text(text))), at: value.span)
    case .string(let literal): _ = compile(literal, at: value.span)
    case .integer(let number, _): emit(.constant(constant(.integer(number))), at: value.span)
    case .number(let number, _): emit(.constant(constant(.number(number))), at: value.span)
    case .duration(let duration, _): emit(.constant(constant(.duration(duration))), at: value.span)
    case .file(let path):
      _ = compile(path, at: value.span)
      emit(.readFile, at: value.span)
    case .list(let elements):
      for element in elements { compile(element) }
      emit(.makeList(count: Int32(elements.count)), at: value.span)
    case .record(let entries):
      for entry in entries { compile(entry.value) }
      emit(.makeRecord(shape: shape(entries.map(\.key.text))), at: value.span)
    case .expression(let expression): _ = compile(expression)
    }
  }

  private mutating func compileWord(_ value: Value) {
    let constants: [String: ScriptValue] = ["true": .bool(true), "false": .bool(false)]
    emit(.constant(constant(value.text.flatMap { constants[$0] } ?? .null)), at: value.span)
  }
}
