extension ScriptPrinter {
  mutating func print(_ source: Source) {
    switch source {
    case .expression(let expression): print(expression)
    case .command(let command): print(command)
    }
  }

  mutating func print(_ expression: Expression) {
    switch expression.kind {
    case .null: write("null")
    case .bool(let flag): write(flag ? "true" : "false")
    case .integer(_, let spelling), .number(_, let spelling), .duration(_, let spelling): write(spelling)
    case .string(let literal): write(ScriptFormatter.format(literal, isInline: isInline, indentation: indentation))
    case .file(let path): write("@" + ScriptFormatter.format(path))
    case .variable(let variable): write((variable.isBare ? "" : "$") + variable.name)
    case .list(let elements):
      printElements(
        elements, "[", "]", at: expression.span, start: \.span.start, end: \.span.end, print: { $0.print($1) })
    case .record(let entries): printRecord(entries, at: expression.span, end: \.span.end, print: { $0.print($1) })
    default: printOperation(expression)
    }
  }

  private mutating func printOperation(_ expression: Expression) {
    switch expression.kind {
    case .prefix(let prefix, let operand):
      // `- 1` is an operation and `-1` a literal.
      let isLiteral = prefix == .minus && operand.isNumber
      write(prefix == .not ? "not " : isLiteral ? "- " : "-")
      print(operand)
    case .binary(let binary, let left, let right, _):
      print(left)
      write(" \(binary.rawValue) ")
      print(right)
    case .field(let operand, let name, _):
      print(operand)
      write("." + name)
    case .element(let operand, let index):
      print(operand)
      write("[")
      print(index)
      write("]")
    case .call(let call): print(call)
    case .group(let source):
      write("(")
      print(source)
      write(")")
    default: break
    }
  }

  mutating func print(_ call: Expression.Call) {
    write(call.name)
    printElements(
      call.arguments, "(", ")", at: Span(call.nameSpan.end, call.span.end),
      start: { $0.name == nil ? $0.value.span.start : $0.nameSpan.start }, end: \.value.span.end,
      print: { printer, argument in
        if let name = argument.name { printer.write("\(name) = ") }
        printer.print(argument.value)
      })
  }

  mutating func print(_ command: ParsedCommand) {
    for (index, item) in command.items.enumerated() {
      if index > 0 { write(" ") }
      switch item {
      case .value(let value): print(value)
      case .flag(let flag):
        write("--\(flag.name)" + (flag.hasEqualsSign ? "=" : ""))
        if let value = flag.value { print(value) }
      }
    }
    if let passThrough = command.passThrough {
      write(" --")
      for value in passThrough.values { print(value, after: " ") }
    }
    if let target = command.redirection?.target { print(target, after: " > ") }
    if let name = command.format?.name { print(name, after: " | ") }
  }

  mutating func print(_ value: Value) {
    switch value.kind {
    case .word(let text): write(text)
    case .string(let literal): write(ScriptFormatter.format(literal, isInline: isInline, indentation: indentation))
    case .integer(_, let spelling), .number(_, let spelling), .duration(_, let spelling): write(spelling)
    case .file(let path): write("@" + ScriptFormatter.format(path))
    case .expression(let expression): print(expression)
    case .list(let elements):
      printElements(elements, "[", "]", at: value.span, start: \.span.start, end: \.span.end, print: { $0.print($1) })
    case .record(let entries): printRecord(entries, at: value.span, end: \.span.end, print: { $0.print($1) })
    }
  }

  private mutating func printRecord<Content>(
    _ entries: [RecordEntry<Content>], at span: Span, end: (Content) -> Int,
    print: (inout ScriptPrinter, Content) -> Void
  ) {
    printElements(
      entries, "{", "}", at: span, start: \.keySpan.start, end: { end($0.value) },
      print: { printer, entry in
        printer.write(ScriptFormatter.format(entry.key) + ": ")
        print(&printer, entry.value)
      })
  }

  private mutating func print(_ value: Value, after text: String) {
    write(text)
    print(value)
  }
}

extension Expression {
  /// Whether it is a number without a sign.
  fileprivate var isNumber: Bool {
    switch kind {
    case .integer(_, let spelling), .number(_, let spelling): !spelling.hasPrefix("-")
    default: false
    }
  }
}
