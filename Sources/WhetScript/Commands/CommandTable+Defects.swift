extension CommandTable {
  /// What is wrong with the declarations themselves, for a test: duplicate paths and names, paths the language cannot
  /// reach, orders of positionals that cannot bind, missing texts, examples that do not parse and bind.
  public func defects() -> [String] {
    var seen: Set<[String]> = []
    let duplicates = commands.filter { !seen.insert($0.path).inserted }.map { "\($0.name): declared twice" }
    return duplicates
      + commands.flatMap { command in
        (pathDefects(command) + parameterDefects(command) + exampleDefects(command)).map { "\(command.name): \($0)" }
      }
  }

  private func pathDefects(_ command: CommandSpecification) -> [String] {
    var defects: [String] = []
    if command.path.isEmpty { defects.append("no path") }
    if let first = command.path.first, Keyword(rawValue: first)?.beginsStatement == true {
      defects.append("'\(first)' begins another statement of the language")
    }
    defects += command.path.filter { ScriptFormatter.literal(for: $0) != $0 }.map { "'\($0)' is not a bare word" }
    if command.summary.isEmpty { defects.append("no summary") }
    return defects
  }

  private func parameterDefects(_ command: CommandSpecification) -> [String] {
    var defects: [String] = []
    var names: Set<String> = []
    for parameter in command.parameters + common where !names.insert(parameter.name).inserted {
      defects.append("two parameters are called '\(parameter.name)'")
    }
    for parameter in command.parameters {
      if parameter.summary.isEmpty { defects.append("'\(parameter.name)' has no summary") }
      if parameter.kind == .flag, parameter.isPositional || parameter.isRequired {
        defects.append("'\(parameter.name)' is a flag and cannot be positional or required")
      }
    }
    if command.positionals.dropLast().contains(where: \.isRepeated) {
      defects.append("only the last positional can be repeated")
    }
    return defects
  }

  private func exampleDefects(_ command: CommandSpecification) -> [String] {
    command.examples.flatMap { example -> [String] in
      let script = Parser.parse(example.command, name: "example")
      guard script.diagnostics.isEmpty else { return script.diagnostics.map { "'\(example.command)': \($0.message)" } }
      return Compiler.check(script, against: self).map { "'\(example.command)': \($0.message)" }
    }
  }
}
