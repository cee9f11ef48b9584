import WhetCore

/// What an expression is made of: variables, fields, functions and words of the language.
extension Completer {
  /// Offers what an operand may begin with.
  mutating func offerOperands() {
    if typed.isEmpty { offerVariables() }
    offerFunctions(Builtins.all)
    offer([.not, .true, .false, .null] as [Keyword])
  }

  mutating func offer(_ keywords: [Keyword]) {
    offer(keywords.map { .init($0.rawValue, $0.summary) }, as: Completion.Subject.keywords)
  }

  /// Offers the names of a function's parameters that the call does not give yet.
  mutating func offerParameters(of call: Expression.Call) {
    guard let parameters = parameters(of: call.name) else { return }
    let given = Set(call.arguments.compactMap(\.name))
    let places = call.arguments.count { $0.name == nil }
    let names = parameters.dropFirst(places).filter { !given.contains($0.name) }
    let candidates = names.map { parameter in
      Completion.Candidate(
        "\(parameter.name) =", "argument of \(call.name)" + (parameter.isRequired ? "" : ", may be left out"))
    }
    offer(candidates, as: Completion.Subject.argumentNames)
  }

  /// Offers variables, the innermost first.
  mutating func offerVariables(isBare: Bool = false) {
    var seen: Set<String> = []
    var candidates: [Completion.Candidate] = []
    for index in script.names.indices.reversed() where seen.insert(script.names[index].name).inserted {
      guard let summary = summary(at: index) else { continue }
      candidates.append(.init(script.names[index].name, summary, suffix: ""))
    }
    for name in session.globals.variables.keys.sorted() where seen.insert(name).inserted {
      candidates.append(.init(name, session.value(of: name)?.summary ?? "not set", suffix: ""))
    }
    if !isBare { candidates = candidates.map { .init("$" + $0.text, $0.summary, suffix: "") } }
    offer(candidates, as: Completion.Subject.variables)
  }

  /// What a name of the text itself is; `nil` for functions.
  private func summary(at index: Int) -> String? {
    var lookup = ValueLookup(session: session, names: script.names)
    switch script.names[index].kind {
    case .function: return nil
    case .parameter: return "a parameter"
    case .failure: return "what went wrong"
    case .element: return lookup.value(at: index).map { "each in turn, first " + $0.summary } ?? "each in turn"
    case .variable(.command(let command)):
      return "the value of " + OneLine.bounded(command.leadingWords.joined(separator: " "))
    case .variable: return lookup.value(at: index)?.summary ?? "set in this entry"
    }
  }

  /// Offers the fields of the record that an operand is, or that the command it stands for will give.
  mutating func offerFields(of operand: Expression) {
    var lookup = ValueLookup(session: session, names: script.names)
    if case .record(let record) = lookup.value(of: operand) {
      let members = record.members.prefix(500).filter { Self.isName($0.name) }
      return offer(members.map { .init($0.name, $0.value.summary, suffix: "") }, as: Completion.Subject.fields)
    }
    let members = lookup.shape(of: operand)?.members ?? []
    offer(
      members.filter { Self.isName($0.name) }.map { .init($0.name, OneLine.bounded($0.meaning), suffix: "") },
      as: Completion.Subject.fields)
  }

  /// Offers functions: the user's own and the given ones.
  mutating func offerFunctions(_ builtins: [Builtin]) {
    var seen: Set<String> = []
    var candidates: [Completion.Candidate] = []
    let own = script.names.reversed().filter { if case .function = $0.kind { true } else { false } }.map(\.name)
    for name in own + session.globals.functions.keys.sorted() where seen.insert(name).inserted {
      let usage = (parameters(of: name) ?? []).map { $0.isRequired ? $0.name : "[\($0.name)]" }
      candidates.append(
        .init("\(name)(", OneLine.bounded("your \(name)(" + usage.joined(separator: ", ") + ")"), suffix: ""))
    }
    for builtin in builtins where !seen.contains(builtin.name) {
      candidates.append(.init("\(builtin.name)(", OneLine.bounded("\(builtin.usage): \(builtin.summary)"), suffix: ""))
    }
    offer(candidates, as: Completion.Subject.functions)
  }

  private struct FunctionParameter {
    var name: String
    var isRequired: Bool
  }

  /// The parameters of a function of the user's.
  private func parameters(of name: String) -> [FunctionParameter]? {
    for known in script.names.reversed() where known.name == name {
      if case .function(let parameters) = known.kind {
        return parameters.map { .init(name: $0.name, isRequired: $0.defaultValue == nil) }
      }
    }
    guard let index = session.globals.functions[name] else { return nil }
    let function = session.code.functions[index]
    return zip(function.parameters, function.isRequired).map { .init(name: $0, isRequired: $1) }
  }

  /// Whether a name can be written after a point.
  private static func isName(_ name: String) -> Bool {
    name.utf8.first?.beginsName == true && name.utf8.allSatisfy(\.continuesName)
  }
}
