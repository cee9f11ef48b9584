extension ScriptPrinter {
  mutating func print(_ statement: Statement) {
    switch statement {
    case .command(let command): print(command)
    case .assignment(let assignment):
      write(assignment.isDeclaration ? "let \(assignment.name) = " : "\(assignment.name) = ")
      print(assignment.source)
    case .call(let call): print(call)
    case .expectation(let expectation): print(expectation)
    case .include(let include): write("include " + ScriptFormatter.format(include.path))
    case .return(let value, _):
      write("return")
      if let value { print(value, after: " ") }
    case .break: write("break")
    case .continue: write("continue")
    case .echo(let echo):
      write("echo")
      for value in echo.values {
        write(" ")
        print(value)
      }
    default: printBlock(statement)
    }
  }

  private mutating func printBlock(_ statement: Statement) {
    switch statement {
    case .conditional(let conditional): print(conditional)
    case .loop(let loop):
      write("for \(loop.name) in ")
      print(loop.sequence)
      print(loop.body, after: " ")
    case .definition(let definition): print(definition)
    case .attempt(let attempt):
      write("try")
      print(attempt.body, after: " ")
      write(" catch" + (attempt.name.map { " \($0)" } ?? ""))
      print(attempt.handler, after: " ")
    case .retry(let retry):
      write("retry \(retry.count)" + (retry.pauseSpelling.map { " every \($0)" } ?? ""))
      print(retry.body, after: " ")
    case .wait(let wait):
      write("wait until ")
      print(wait.condition)
      write(" within \(wait.limitSpelling)" + (wait.pauseSpelling.map { " every \($0)" } ?? ""))
    case .test(let test):
      write("test ")
      print(test.name)
      print(test.body, after: " ")
    default: break
    }
  }

  private mutating func print(_ expectation: Expectation) {
    write("expect ")
    print(expectation.condition)
    if let message = expectation.message { print(message, after: ", ") }
  }

  private mutating func print(_ conditional: Conditional) {
    for (index, branch) in conditional.branches.enumerated() {
      write(index == 0 ? "if " : " else if ")
      print(branch.condition)
      print(branch.body, after: " ")
    }
    if let otherwise = conditional.otherwise { print(otherwise, after: " else ") }
  }

  private mutating func print(_ definition: Definition) {
    write("def \(definition.name)(")
    for (index, parameter) in definition.parameters.enumerated() {
      write((index > 0 ? ", " : "") + parameter.name)
      if let value = parameter.defaultValue { print(value, after: " = ") }
    }
    write(")")
    print(definition.body, after: " ")
  }

  private mutating func print(_ body: Body, after text: String) {
    write(text)
    print(body)
  }

  private mutating func print(_ expression: Expression, after text: String) {
    write(text)
    print(expression)
  }
}
