/// Checks parsed commands against their declarations.
public struct Binder {
  /// A bound command, and what was found on the way; `command` is `nil` exactly when there is an error.
  public struct Binding: Sendable {
    /// `nil` exactly when `diagnostics` has an error.
    public var command: BoundCommand?
    /// In the order of their places.
    public var diagnostics: [Diagnostic]
  }

  let table: CommandTable
  var diagnostics: [Diagnostic] = []

  /// Binds a command of a script or prompt line.
  public static func bind(_ command: ParsedCommand, _ table: CommandTable) -> Binding {
    var binder = Binder(table: table)
    let bound = binder.bind(command)
    let diagnostics = binder.diagnostics.sorted { $0.span.start < $1.span.start }
    return Binding(command: diagnostics.containsError ? nil : bound, diagnostics: diagnostics)
  }

  /// Binds the words of a program's command line, which the system's shell has split already.
  ///
  /// `CommandLineWords` gives the source text that the diagnostics point into.
  public static func bind(words: [String], _ table: CommandTable) -> Binding {
    bind(CommandLineWords(words).command, table)
  }

  private mutating func bind(_ command: ParsedCommand) -> BoundCommand? {
    guard let match = table.match(command.leadingWords) else {
      reportUnknown(command)
      return nil
    }
    var bound = BoundCommand(specification: match.specification, span: command.span)
    let positionals = bindFlags(Array(command.items.dropFirst(match.wordCount)), into: &bound)
    bindPassThrough(command, positionals, into: &bound)
    if !bound.asksForHelp { checkRequired(bound, at: command.span) }
    bindRedirection(command, into: &bound)
    bound.format = command.format.flatMap { bindFormat($0) }
    return bound
  }

  /// Binds the flags and returns the values that belong to none.
  private mutating func bindFlags(_ items: [ParsedCommand.Item], into bound: inout BoundCommand) -> [Value] {
    var positionals: [Value] = []
    var index = 0
    while index < items.count {
      switch items[index] {
      case .value(let value):
        if case .word("-h") = value.kind { bound.asksForHelp = true } else { positionals.append(value) }
      case .flag(let flag) where isOfInnerCommand(flag, of: bound.specification):
        positionals += Self.words(of: flag)
      case .flag(let flag):
        var next: Value?
        if index + 1 < items.count, case .value(let value) = items[index + 1] { next = value }
        if bind(flag, next: next, into: &bound) { index += 1 }
      }
      index += 1
    }
    return positionals
  }

  /// Whether a flag belongs to the command that this command is given.
  private func isOfInnerCommand(_ flag: ParsedCommand.Flag, of specification: CommandSpecification) -> Bool {
    specification.positionals.last?.kind == .command && flag.name != "help"
      && !(specification.parameters + table.common).contains { $0.name == flag.name && !$0.isPositional }
  }

  /// A flag as words that stand for it. A value after its `=` that is known only later cannot be put into a word.
  private static func words(of flag: ParsedCommand.Flag) -> [Value] {
    let name = Value(.word("--" + flag.name), at: flag.nameSpan)
    guard let value = flag.value else { return [name] }
    guard let text = value.text, !value.isDynamic else { return [name, value] }
    return [Value(.word("--\(flag.name)=\(text)"), at: flag.span)]
  }

  private mutating func bindPassThrough(
    _ command: ParsedCommand, _ positionals: [Value], into bound: inout BoundCommand
  ) {
    let after = command.passThrough?.values ?? []
    if bound.specification.passesThroughAfterDashes {
      for value in after {
        if value.isDynamic { bound.deferred.append(DeferredArgument(value: value, target: .rest(bound.rest.count))) }
        bound.rest.append(value.text ?? "")
      }
      bind(positionals: positionals, literal: [], into: &bound)
    } else {
      bind(positionals: positionals, literal: after, into: &bound)
    }
  }

  private mutating func checkRequired(_ bound: BoundCommand, at span: Span) {
    let missing = bound.specification.parameters.filter { $0.isRequired && bound.arguments[$0.name] == nil }
    // A value of the wrong kind was reported already and is no missing one.
    guard !missing.isEmpty, !diagnostics.containsError else { return }
    let names = missing.map { $0.isPositional ? $0.name.uppercased() : "--\($0.name)" }.joined(separator: ", ")
    report(
      .missingArgument, "'\(bound.specification.name)' needs \(names)", at: span,
      notes: [.init("usage: \(bound.specification.usage)")])
  }

  private func bindRedirection(_ command: ParsedCommand, into bound: inout BoundCommand) {
    guard let target = command.redirection?.target else { return }
    if target.isDynamic { bound.deferred.append(DeferredArgument(value: target, target: .redirection)) }
    bound.redirection = target.text ?? ""
  }

  private mutating func bindFormat(_ format: ParsedCommand.OutputFormat) -> String? {
    guard let value = format.name, let name = value.text else { return nil }
    if table.formats.contains(name) { return name }
    report(
      .unknownFormat, "there is no output format '\(VisibleText.quoted(name))'", at: value.span,
      notes: [.init("the formats are \(table.formats.joined(separator: ", "))")],
      suggestion: DidYouMean.nearest(to: name, among: table.formats))
    return nil
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: Span, notes: [Diagnostic.Note] = [], suggestion: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, message, at: span, notes: notes, suggestion: suggestion))
  }
}
