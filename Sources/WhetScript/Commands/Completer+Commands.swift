/// The parts of a command.
extension Completer {
  mutating func complete(_ command: ParsedCommand, givesValue: Bool) {
    if let format = command.format { return completeFormat(format) }
    if let redirection = command.redirection { return completeFile(redirection.target) }
    if let passThrough = command.passThrough { return completePassThrough(passThrough, of: command) }
    let items = innerItems(of: command.items) ?? command.items
    guard let last = items.last, last.span.end == end else { return completeItem(after: items) }
    let before = Array(items.dropLast())
    switch last {
    case .flag(let flag) where !flag.hasEqualsSign:
      begin("--" + flag.name, at: flag.nameSpan.start)
      offerFlags(after: before)
    case .flag(let flag):
      if let value = flag.value, !begin(value) { return }
      if let parameter = parameter(of: flag, in: items) { offer(parameter) }
    case .value(let value):
      guard begin(value) else { return }
      completeItem(after: before)
      if command.items.count == 1, style == .bare { completeFirstWord(givesValue: givesValue) }
    }
  }

  /// Of a command that is given a command, such as `watch`, the parts of that one; `nil` before its first word.
  private func innerItems(of items: [ParsedCommand.Item]) -> [ParsedCommand.Item]? {
    guard let match = table.match(leadingWords(items)), match.specification.positionals.last?.kind == .command else {
      return nil
    }
    var inner: [ParsedCommand.Item] = []
    var takesNext = false
    for item in items.dropFirst(match.wordCount) {
      switch item {
      case .flag(let flag):
        let own = (match.specification.parameters + table.common).first { $0.name == flag.name && !$0.isPositional }
        takesNext = !flag.hasEqualsSign && own.map { $0.kind != .flag } ?? false
        if own == nil || item.span.end == end { inner.append(item) }
      case .value:
        if !takesNext { inner.append(item) }
        takesNext = false
      }
    }
    guard case .value? = inner.first, !takesNext else { return nil }
    return inner
  }

  /// Offers what may stand at the start of a statement besides a command.
  private mutating func completeFirstWord(givesValue: Bool) {
    if givesValue { offerOperands() } else { offerStatementWords() }
  }

  mutating func offerStatements() {
    completePath(after: [])
    offerStatementWords()
  }

  private mutating func offerStatementWords() {
    offer(Keyword.statements(inBlock: script.isIncomplete))
    offerFunctions([])
  }

  /// Offers the next word of a path.
  mutating func completePath(after words: [String]) {
    var seen: Set<String> = []
    let candidates = table.commands(beginningWith: words).compactMap { command -> Completion.Candidate? in
      guard command.path.count > words.count else { return nil }
      let word = command.path[words.count]
      guard seen.insert(word).inserted else { return nil }
      return Completion.Candidate(word, summary(of: word, after: words, command))
    }
    offer(candidates, as: Completion.Subject.commandWords)
  }

  /// A command's own summary; of a noun the verbs it has.
  private func summary(of word: String, after words: [String], _ first: CommandSpecification) -> String {
    if first.path.count == words.count + 1 { return first.summary }
    let verbs = table.commands(beginningWith: words + [word]).map { $0.path[words.count + 1] }
    return OneLine.bounded(verbs.joined(separator: ", "))
  }

  private mutating func completeItem(after items: [ParsedCommand.Item]) {
    if case .flag(let flag) = items.last, !flag.hasEqualsSign, let parameter = parameter(of: flag, in: items),
      parameter.kind != .flag
    {
      return offer(parameter)
    }
    words = leadingWords(items)
    if style == .bare, items.count == words.count { completePath(after: words) }
    if typed.hasPrefix("-"), style == .bare { return offerFlags(after: items) }
    guard let match = table.match(words) else { return }
    let given = positionalCount(Array(items.dropFirst(match.wordCount)), of: match.specification)
    let positionals = match.specification.positionals
    if given < positionals.count {
      offer(positionals[given])
      // One that may be left out gives its place to the next if that is needed.
      if given + 1 < positionals.count, !positionals[given].isRequired, positionals[given + 1].isRequired {
        offer(positionals[given + 1])
      }
    } else if let last = positionals.last, last.isRepeated {
      offer(last)
    }
    if subjects.isEmpty, typed.isEmpty { offerFlags(after: items) }
  }

  private mutating func completeFormat(_ format: ParsedCommand.OutputFormat) {
    if let name = format.name {
      guard name.span.end == end else { return }
      begin(name)
    }
    let candidates = table.formats.map { Completion.Candidate($0, table.formatMeanings[$0] ?? "") }
    offer(candidates, as: Completion.Subject.formats)
  }

  private mutating func completeFile(_ value: Value?) {
    if let value {
      guard value.span.end == end, begin(value) else { return }
    }
    subjects = [.values(Parameter("file", .file, isPositional: true, summary: "a file"))]
  }

  private mutating func completePassThrough(_ passThrough: ParsedCommand.PassThrough, of command: ParsedCommand) {
    if passThrough.values.isEmpty, passThrough.dashes.end == end {
      begin("--", at: passThrough.dashes.start)
      return offerFlags(after: command.items)
    }
    completeFile(passThrough.values.last.flatMap { $0.span.end == end ? $0 : nil })
  }

  private mutating func offer(_ parameter: Parameter) {
    switch parameter.kind {
    case .choice(let choices): offerChoices(choices.map { .init($0, parameter.meanings[$0] ?? "") })
    case .flag: offerChoices([.init("true"), .init("false")])
    case .command: completePath(after: [])
    case .text, .value:
      subjects.append(.values(parameter))
      if typed.isEmpty, style == .bare { offerVariables() }
    default: subjects.append(.values(parameter))
    }
  }

  private mutating func offerChoices(_ choices: [Completion.Candidate]) {
    offer(choices, as: Completion.Subject.choices)
  }

  private mutating func offerFlags(after items: [ParsedCommand.Item]) {
    guard let match = table.match(leadingWords(items)) else { return }
    let given = Set(items.compactMap { if case .flag(let flag) = $0 { flag.name } else { nil } })
    let parameters = (match.specification.parameters + table.common).filter { parameter in
      !parameter.isPositional && (parameter.isRepeated || !given.contains(parameter.name))
    }
    offer(parameters.map { .init("--\($0.name)", $0.summary) }, as: Completion.Subject.flags)
  }

  private func parameter(of flag: ParsedCommand.Flag, in items: [ParsedCommand.Item]) -> Parameter? {
    guard let match = table.match(leadingWords(items)) else { return nil }
    return (match.specification.parameters + table.common).first { !$0.isPositional && $0.name == flag.name }
  }

  /// How many values are not the value of the flag before them.
  private func positionalCount(_ items: [ParsedCommand.Item], of specification: CommandSpecification) -> Int {
    var count = 0
    var takesNext = false
    for item in items {
      switch item {
      case .flag(let flag):
        let parameter = (specification.parameters + table.common).first { $0.name == flag.name && !$0.isPositional }
        takesNext = !flag.hasEqualsSign && parameter.map { $0.kind != .flag } ?? false
      case .value:
        if !takesNext { count += 1 }
        takesNext = false
      }
    }
    return count
  }

  private func leadingWords(_ items: [ParsedCommand.Item]) -> [String] {
    ParsedCommand(items: items, span: Span(0, 0)).leadingWords
  }

  /// Takes a value as what was typed; `false` for one that cannot be replaced as a whole.
  @discardableResult
  private mutating func begin(_ value: Value) -> Bool {
    switch value.kind {
    case .string(let literal): return begin(literal, at: value.span.start)
    case .file, .list, .record, .expression: return false
    case .word, .integer, .number, .duration:
      begin(value.text ?? "", at: value.span.start)
      return true
    }
  }
}
