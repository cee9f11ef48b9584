extension Compiler {
  /// The names that are given a value again somewhere in the program, whatever block they stand in.
  static func reassignedNames(_ program: LoadedProgram) -> Set<String> {
    var names: Set<String> = []
    for script in program.scripts { collect(script.statements, into: &names) }
    return names
  }

  /// The names that are given a value again in blocks.
  static func reassignedNames(in bodies: [Body]) -> Set<String> {
    var names: Set<String> = []
    for body in bodies { collect(body.statements, into: &names) }
    return names
  }

  private static func collect(_ statements: [Statement], into names: inout Set<String>) {
    for statement in statements {
      if case .assignment(let assignment) = statement, !assignment.isDeclaration { names.insert(assignment.name) }
      for body in statement.bodies { collect(body.statements, into: &names) }
    }
  }
}

extension Statement {
  /// Whether a `return` stands somewhere in the statement.
  var mayReturn: Bool {
    if case .return = self { return true }
    return bodies.contains { $0.statements.contains(where: \.mayReturn) }
  }

  /// The blocks of the statement.
  var bodies: [Body] {
    switch self {
    case .conditional(let conditional): conditional.branches.map(\.body) + [conditional.otherwise].compactMap { $0 }
    case .loop(let loop): [loop.body]
    case .definition(let definition): [definition.body]
    case .attempt(let attempt): [attempt.body, attempt.handler]
    case .retry(let retry): [retry.body]
    case .test(let test): [test.body]
    default: []
    }
  }
}
