extension Binder {
  /// Binds one flag; `true` if it took the value after it.
  mutating func bind(_ flag: ParsedCommand.Flag, next: Value?, into bound: inout BoundCommand) -> Bool {
    let known = bound.specification.parameters.filter { !$0.isPositional } + table.common
    guard let parameter = known.first(where: { $0.name == flag.name }) else {
      if flag.name == "help" {
        bound.asksForHelp = true
        return false
      }
      reportUnknown(flag, known, bound.specification)
      // What follows is its value more often than not; one slip should give one report.
      return !flag.hasEqualsSign && next != nil
    }
    if parameter.kind == .flag {
      bindSwitch(parameter, flag, into: &bound)
      return false
    }
    guard let value = flag.hasEqualsSign ? flag.value : next else {
      if !flag.hasEqualsSign {
        report(
          .flagNeedsValue, "'--\(flag.name)' needs \(parameter.kind.phrase)", at: flag.span,
          notes: [.init("a value that begins with '--' is written '--\(flag.name)=VALUE'")])
      }
      return false
    }
    add(value, to: parameter, called: "--\(flag.name)", into: &bound)
    return !flag.hasEqualsSign
  }

  /// Distributes values over the positional parameters: required ones first, optional ones from the left with what is
  /// left, all further ones to a repeated last one.
  ///
  /// - Parameter literal: values after `--`, which are never anything but text.
  mutating func bind(positionals: [Value], literal: [Value], into bound: inout BoundCommand) {
    var values = positionals.filter { !reportDashed($0, bound.specification) }.map { (value: $0, isLiteral: false) }
    values += literal.map { (value: $0, isLiteral: true) }
    let parameters = bound.specification.positionals
    var spare = values.count - parameters.count(where: \.isRequired)
    var rest = values[...]
    for parameter in parameters {
      if !parameter.isRequired {
        guard spare > 0 else { continue }
        spare -= 1
      }
      repeat {
        guard let (value, isLiteral) = rest.popFirst() else { break }
        let literal = StringLiteral(style: .raw, segments: [.text(value.text ?? "")])
        let text = isLiteral && !value.isDynamic ? Value(.string(literal), at: value.span) : value
        add(text, to: parameter, called: parameter.name.uppercased(), into: &bound)
      } while parameter.isRepeated && !rest.isEmpty
    }
    if let extra = rest.first { reportUnexpected(extra.value, bound.specification) }
  }

  private mutating func bindSwitch(
    _ parameter: Parameter, _ flag: ParsedCommand.Flag, into bound: inout BoundCommand
  ) {
    guard let value = flag.value else {
      return set(.flag(true), parameter, at: flag.span, called: "--\(flag.name)", into: &bound)
    }
    if value.isDynamic { return add(value, to: parameter, called: "--\(flag.name)", into: &bound) }
    switch value.text {
    case "true": set(.flag(true), parameter, at: flag.span, called: "--\(flag.name)", into: &bound)
    case "false": set(.flag(false), parameter, at: flag.span, called: "--\(flag.name)", into: &bound)
    default:
      report(.flagTakesNoValue, "'--\(flag.name)' takes no value but true or false", at: value.span)
    }
  }

  private mutating func add(
    _ value: Value, to parameter: Parameter, called name: String, into bound: inout BoundCommand
  ) {
    guard !value.isDynamic else {
      bound.deferred.append(DeferredArgument(value: value, target: .parameter(parameter, called: name)))
      return set(.deferred(bound.deferred.count - 1), parameter, at: value.span, called: name, into: &bound)
    }
    switch ValueConversion.convert(value, to: parameter) {
    case .success(let argument): set(argument, parameter, at: value.span, called: name, into: &bound)
    case .failure(let fault):
      report(fault.code, "\(name): \(fault.message)", at: value.span, notes: fault.notes, suggestion: fault.suggestion)
    }
  }

  private mutating func set(
    _ argument: ArgumentValue, _ parameter: Parameter, at span: Span, called name: String,
    into bound: inout BoundCommand
  ) {
    if parameter.isRepeated {
      bound.arguments[parameter.name] = .list(bound.values(parameter.name) + [argument])
    } else if let first = bound.places[parameter.name] {
      report(.repeatedFlag, "'\(name)' is given twice", at: span, notes: [.init("first given here", at: first)])
    } else {
      bound.arguments[parameter.name] = argument
    }
    bound.places[parameter.name] = bound.places[parameter.name] ?? span
  }

  private mutating func reportUnknown(
    _ flag: ParsedCommand.Flag, _ known: [Parameter], _ specification: CommandSpecification
  ) {
    let names = known.map(\.name)
    let list = names.isEmpty ? "it takes no flags" : "its flags are \(names.map { "--\($0)" }.joined(separator: ", "))"
    report(
      .unknownFlag, "'\(specification.name)' has no flag '--\(VisibleText.quoted(flag.name))'", at: flag.nameSpan,
      notes: [.init(list)], suggestion: DidYouMean.nearest(to: flag.name, among: names).map { "--\($0)" })
  }

  /// Reports a bare word such as `-m`: a slip far more often than text.
  private mutating func reportDashed(_ value: Value, _ specification: CommandSpecification) -> Bool {
    guard case .word(let word) = value.kind, word.hasPrefix("-"), let second = word.dropFirst().utf8.first,
      second.isLetter
    else { return false }
    let names = (specification.parameters + table.common).filter { !$0.isPositional }.map(\.name)
    let meant = names.first { $0.hasPrefix(word.dropFirst()) } ?? DidYouMean.nearest(to: word, among: names)
    report(
      .unknownFlag, "'\(specification.name)' has no flag '\(VisibleText.quoted(word))'", at: value.span,
      notes: [.init("text that begins with '-' stands after '--' or between quotes")],
      suggestion: meant.map { "--\($0)" })
    return true
  }

  private mutating func reportUnexpected(_ value: Value, _ specification: CommandSpecification) {
    let text = value.text.map { "'\(VisibleText.quoted($0))'" } ?? "this value"
    let next = table.commands(beginningWith: specification.path).filter { $0.path.count > specification.path.count }
      .map { $0.path[specification.path.count] }
    report(
      .unexpectedArgument, "'\(specification.name)' does not take \(text)", at: value.span,
      notes: [.init("usage: \(specification.usage)")],
      suggestion: value.text.flatMap { DidYouMean.nearest(to: $0, among: next) })
  }
}
