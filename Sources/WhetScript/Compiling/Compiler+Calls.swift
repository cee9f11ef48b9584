extension Compiler {
  /// Leaves the value of a call on the stack.
  mutating func compile(_ call: Expression.Call) -> ValueKinds {
    if let index = globals.functions[call.name] { return compile(call, toFunction: index) }
    if let index = Builtins.byName[call.name] { return compile(call, toBuiltin: index) }
    let names = globals.functions.keys.sorted() + Builtins.all.map(\.name)
    let isFaulty = lacksIncludes || faultyFunctions.contains(call.name)
    if !isFaulty { reportUnknown(call, names) }
    for argument in call.arguments { _ = compile(argument.value) }
    return .any
  }

  private mutating func reportUnknown(_ call: Expression.Call, _ names: [String]) {
    report(
      .unknownFunction, "there is no function '\(VisibleText.quoted(call.name))'", at: call.nameSpan,
      notes: [.init("'def \(VisibleText.quoted(call.name, limit: 30))(...) { ... }' makes one")],
      suggestion: DidYouMean.nearest(to: call.name, among: names))
  }

  private mutating func compile(_ call: Expression.Call, toFunction index: Int) -> ValueKinds {
    let function = code.functions[index]
    var parameters: [Int] = []
    for (position, argument) in call.arguments.enumerated() {
      _ = compile(argument.value)
      if let parameter = parameter(of: argument, at: position, in: function, call) {
        checkOnce(parameter, parameters, argument, function)
        parameters.append(parameter)
      }
    }
    let missing = function.parameters.indices.filter { function.isRequired[$0] && !parameters.contains($0) }
    if !missing.isEmpty, parameters.count == call.arguments.count {
      let names = missing.map { function.parameters[$0] }.joined(separator: ", ")
      report(
        .missingFunctionArgument, "'\(function.name)' needs \(names)", at: call.span,
        notes: [.init("it is \(function.name)(\(function.parameters.joined(separator: ", ")))")])
    }
    code.calls.append(.init(function: index, parameters: parameters))
    emit(.call(Int32(code.calls.count - 1)), at: call.span)
    return .any
  }

  /// The parameter an argument is for; `nil` after a report.
  private mutating func parameter(
    of argument: Expression.Call.Argument, at position: Int, in function: Code.Function, _ call: Expression.Call
  ) -> Int? {
    guard let name = argument.name else {
      if call.arguments[..<position].contains(where: { $0.name != nil }) {
        report(
          .unexpectedFunctionArgument, "an argument without a name stands before those with one",
          at: argument.value.span)
        return nil
      }
      if position < function.parameters.count { return position }
      let most = function.parameters.count
      report(
        .unexpectedFunctionArgument, "'\(function.name)' takes \(Self.counted(most, "argument"))",
        at: argument.value.span)
      return nil
    }
    if let index = function.parameters.firstIndex(of: name) { return index }
    report(
      .unexpectedFunctionArgument, "'\(function.name)' has no parameter '\(name)'", at: argument.nameSpan,
      suggestion: DidYouMean.nearest(to: name, among: function.parameters))
    return nil
  }

  private mutating func checkOnce(
    _ parameter: Int, _ given: [Int], _ argument: Expression.Call.Argument, _ function: Code.Function
  ) {
    guard given.contains(parameter) else { return }
    report(
      .unexpectedFunctionArgument, "'\(function.parameters[parameter])' is given twice",
      at: argument.name == nil ? argument.value.span : argument.nameSpan)
  }

  private mutating func compile(_ call: Expression.Call, toBuiltin index: Int) -> ValueKinds {
    let builtin = Builtins.all[index]
    for (position, argument) in call.arguments.enumerated() {
      let kinds = compile(argument.value)
      if argument.name != nil {
        report(
          .unexpectedFunctionArgument, "the arguments of '\(builtin.name)' have no names", at: argument.nameSpan,
          notes: [.init("usage: \(builtin.usage)")])
      }
      if position < builtin.parameters.count {
        let parameter = builtin.parameters[position]
        check(kinds, fits: parameter.kinds, "'\(parameter.name)' of '\(builtin.name)'", argument.value)
      }
    }
    checkCount(call, builtin)
    var count = call.arguments.count
    if builtin.name == Builtin.path.name, count == 1 {
      // A path is seen from the folder of the script it is written in.
      emit(.constant(constant(.text(folder))), at: call.span)
      count = 2
    }
    emit(.callBuiltin(Int32(index), count: Int32(count)), at: call.span)
    return builtin.result
  }

  private mutating func checkCount(_ call: Expression.Call, _ builtin: Builtin) {
    let count = call.arguments.count
    let usage = Diagnostic.Note("usage: \(builtin.usage)")
    if count > builtin.parameters.count {
      report(
        .unexpectedFunctionArgument, "'\(builtin.name)' takes \(Self.counted(builtin.parameters.count, "argument"))",
        at: call.arguments[builtin.parameters.count].value.span, notes: [usage])
    } else if count < builtin.requiredCount {
      let names = builtin.parameters[count..<builtin.requiredCount].map(\.name).joined(separator: ", ")
      report(.missingFunctionArgument, "'\(builtin.name)' needs \(names)", at: call.span, notes: [usage])
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    count == 0 ? "no \(noun)s" : count == 1 ? "one \(noun)" : "at most \(count) \(noun)s"
  }
}
