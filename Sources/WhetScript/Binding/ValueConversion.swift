/// Turns a written value into what a parameter's kind asks for.
enum ValueConversion {
  struct Fault: Error {
    var code: DiagnosticCode
    var message: String
    var notes: [Diagnostic.Note] = []
    var suggestion: String?
  }

  static func convert(_ value: Value, to parameter: Parameter) -> Result<ArgumentValue, Fault> {
    switch parameter.kind {
    case .text: text(value, parameter).map { .text($0) }.orContent(of: value)
    case .value: any(value)
    case .file, .folder: path(value, parameter)
    case .integer, .number: number(value, parameter)
    case .duration: duration(value, parameter)
    case .choice(let choices): choice(value, choices, parameter)
    case .flag: .failure(mismatch(value, parameter))
    case .agent, .correction, .run, .session, .lesson, .deployment, .lessonOrCorrection, .commandWords, .command,
      .named:
      text(value, parameter).map { .text($0) }
    }
  }

  private static func text(_ value: Value, _ parameter: Parameter) -> Result<String, Fault> {
    value.text.map { .success($0) } ?? .failure(mismatch(value, parameter))
  }

  private static func path(_ value: Value, _ parameter: Parameter) -> Result<ArgumentValue, Fault> {
    if case .file(let path) = value.kind { return .success(.path(path.text)) }
    return text(value, parameter).map { .path($0) }
  }

  private static func number(_ value: Value, _ parameter: Parameter) -> Result<ArgumentValue, Fault> {
    switch value.kind {
    case .integer(let number, _): return inBounds(Double(number), parameter) ?? .success(.integer(number))
    case .number(let number, _) where parameter.kind == .number:
      return inBounds(number, parameter) ?? .success(.number(number))
    case .word(let text) where !text.isEmpty && text.drop { $0 == "-" }.utf8.allSatisfy(\.isDigit):
      return .failure(Fault(code: .outOfRange, message: "'\(VisibleText.quoted(text))' does not fit 64 bits"))
    default: return .failure(mismatch(value, parameter))
    }
  }

  static func inBounds(_ number: Double, _ parameter: Parameter) -> Result<ArgumentValue, Fault>? {
    guard let bounds = parameter.bounds, !bounds.contains(number) else { return nil }
    let (low, high) = (spelled(bounds.lowerBound), spelled(bounds.upperBound))
    let range =
      bounds.upperBound == .infinity
      ? "at least \(low)" : bounds.lowerBound == -.infinity ? "at most \(high)" : "from \(low) to \(high)"
    return .failure(Fault(code: .outOfRange, message: "the value must be \(range)"))
  }

  private static func spelled(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? String(number)
  }

  private static func duration(_ value: Value, _ parameter: Parameter) -> Result<ArgumentValue, Fault> {
    guard case .duration(let duration, _) = value.kind else { return .failure(mismatch(value, parameter)) }
    return .success(.duration(duration))
  }

  private static func choice(
    _ value: Value, _ choices: [String], _ parameter: Parameter
  ) -> Result<ArgumentValue, Fault> {
    guard let text = value.text else { return .failure(mismatch(value, parameter)) }
    return choice(text, choices)
  }

  static func choice(_ text: String, _ choices: [String]) -> Result<ArgumentValue, Fault> {
    if choices.contains(text) { return .success(.text(text)) }
    return .failure(
      Fault(
        code: .unknownChoice, message: "'\(VisibleText.quoted(text))' is not one of \(choices.joined(separator: ", "))",
        suggestion: DidYouMean.nearest(to: text, among: choices)))
  }

  private static func any(_ value: Value) -> Result<ArgumentValue, Fault> {
    guard case .word(let word) = value.kind, let first = word.first, first == "{" || first == "[" else {
      return .success(argument(value))
    }
    // Only a word of a command line can begin so: there the system's shell has taken the quotes away.
    let script = Parser.parse("value " + word, name: "")
    guard script.diagnostics.isEmpty, script.statements.count == 1, case .command(let command) = script.statements[0],
      command.items.count == 2, case .value(let parsed) = command.items[1]
    else {
      let reason = script.diagnostics.first.map { ": \($0.message)" } ?? ""
      return .failure(Fault(code: .wrongType, message: "the text is not a list or record\(reason)"))
    }
    guard !parsed.isDynamic else {
      return .failure(
        Fault(code: .wrongType, message: "a list or record of a command line has no variables, commands or '${...}'"))
    }
    return .success(argument(parsed))
  }

  /// What a written value is where any value will do; dynamic ones never come here.
  private static func argument(_ value: Value) -> ArgumentValue {
    switch value.kind {
    case .word("true"): .flag(true)
    case .word("false"): .flag(false)
    case .word("null"): .null
    case .word(let text): .text(text)
    case .string(let literal): .text(literal.text)
    case .integer(let number, _): .integer(number)
    case .number(let number, _): .number(number)
    case .duration(let duration, _): .duration(duration)
    case .file(let path): .content(path: path.text)
    case .list(let elements): .list(elements.map(argument))
    case .record(let entries): .record(entries.map { .init($0.key.text, argument($0.value)) })
    case .expression: .null
    }
  }

  private static func mismatch(_ value: Value, _ parameter: Parameter) -> Fault {
    var notes: [Diagnostic.Note] = []
    if case .string(let literal) = value.kind,
      case .success = convert(CommandLineWords.value(of: literal.text, at: value.span), to: parameter)
    {
      notes.append(.init("between quotes it is text; leave the quotes out"))
    }
    return Fault(code: .wrongType, message: "\(parameter.kind.phrase) was expected, not \(phrase(value))", notes: notes)
  }

  private static func phrase(_ value: Value) -> String {
    switch value.kind {
    case .list: "a list"
    case .record: "a record"
    case .file: "the content of a file"
    default: "'\(VisibleText.quoted(value.text ?? ""))'"
    }
  }
}

extension Result<ArgumentValue, ValueConversion.Fault> {
  /// The content of a file where text is wanted.
  fileprivate func orContent(of value: Value) -> Self {
    if case .file(let path) = value.kind { return .success(.content(path: path.text)) }
    return self
  }
}
