/// Finds what may stand at the end of a half-typed command.
struct Completer {
  let table: CommandTable
  /// The end of the text, in bytes.
  let end: Int
  /// Where the word being typed begins; `end` for a new one.
  var start: Int
  var typed = ""
  var style = StringLiteral.Style.bare
  var subjects: [Completion.Subject] = []

  init(table: CommandTable, end: Int) {
    self.table = table
    self.end = end
    start = end
  }

  mutating func complete(_ command: ParsedCommand) {
    if let format = command.format { return completeFormat(format) }
    if let redirection = command.redirection { return completeFile(redirection.target) }
    if let passThrough = command.passThrough { return completePassThrough(passThrough, of: command) }
    guard let last = command.items.last, last.span.end == end else { return completeItem(after: command.items) }
    let before = Array(command.items.dropLast())
    switch last {
    case .flag(let flag) where !flag.hasEqualsSign:
      begin("--" + flag.name, at: flag.nameSpan.start)
      offerFlags(after: before)
    case .flag(let flag):
      if let value = flag.value { begin(value) }
      if let parameter = parameter(of: flag, in: command.items) { offer(parameter) }
    case .value(let value):
      begin(value)
      completeItem(after: before)
    }
  }

  /// Offers the next word of a path.
  mutating func completePath(after words: [String]) {
    var seen: Set<String> = []
    let candidates = table.commands(beginningWith: words).compactMap { command -> Completion.Candidate? in
      guard command.path.count > words.count else { return nil }
      let word = command.path[words.count]
      guard word.hasPrefix(typed), seen.insert(word).inserted else { return nil }
      return Completion.Candidate(word, command.path.count == words.count + 1 ? command.summary : "")
    }
    if !candidates.isEmpty { subjects.append(.commandWords(candidates)) }
  }

  private mutating func completeItem(after items: [ParsedCommand.Item]) {
    if case .flag(let flag) = items.last, !flag.hasEqualsSign, let parameter = parameter(of: flag, in: items),
      parameter.kind != .flag
    {
      return offer(parameter)
    }
    let words = leadingWords(items)
    if style == .bare, items.count == words.count { completePath(after: words) }
    if typed.hasPrefix("-"), style == .bare { return offerFlags(after: items) }
    guard let match = table.match(words) else { return }
    let given = positionalCount(Array(items.dropFirst(match.wordCount)), of: match.specification)
    let positionals = match.specification.positionals
    if given < positionals.count {
      offer(positionals[given])
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
    let names = table.formats.filter { $0.hasPrefix(typed) }
    if !names.isEmpty { subjects = [.formats(names.map { Completion.Candidate($0) })] }
  }

  private mutating func completeFile(_ value: Value?) {
    if let value {
      guard value.span.end == end else { return }
      begin(value)
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
    case .choice(let choices): offerChoices(choices)
    case .flag: offerChoices(["true", "false"])
    default: subjects.append(.values(parameter))
    }
  }

  private mutating func offerChoices(_ choices: [String]) {
    let candidates = choices.filter { $0.hasPrefix(typed) }.map { Completion.Candidate($0) }
    if !candidates.isEmpty { subjects.append(.choices(candidates)) }
  }

  private mutating func offerFlags(after items: [ParsedCommand.Item]) {
    guard let match = table.match(leadingWords(items)) else { return }
    let given = Set(items.compactMap { if case .flag(let flag) = $0 { flag.name } else { nil } })
    let candidates = (match.specification.parameters + table.common).filter { parameter in
      !parameter.isPositional && (parameter.isRepeated || !given.contains(parameter.name))
        && "--\(parameter.name)".hasPrefix(typed)
    }
    guard !candidates.isEmpty else { return }
    subjects.append(.flags(candidates.map { Completion.Candidate("--\($0.name)", $0.summary) }))
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

  private mutating func begin(_ text: String, at offset: Int) {
    typed = text
    start = offset
  }

  private mutating func begin(_ value: Value) {
    switch value.kind {
    case .string(let literal):
      begin(literal.text, at: value.span.start)
      style = literal.style
    case .file(let path):
      begin(path.text, at: value.span.start + 1)
      style = path.style
    default: begin(value.text ?? "", at: value.span.start)
    }
  }
}
