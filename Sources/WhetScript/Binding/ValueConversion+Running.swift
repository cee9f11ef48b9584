extension ValueConversion {
  /// A value of a running script as what a parameter's kind asks for; text is text, whatever it looks like.
  ///
  /// - Parameter isFile: whether the value is the path of `@path`.
  static func convert(_ value: ScriptValue, isFile: Bool, to parameter: Parameter) -> Result<ArgumentValue, Fault> {
    if isFile, let path = value.plainText {
      switch parameter.kind {
      case .text, .value: return .success(.content(path: path))
      case .file, .folder: return .success(.path(path))
      default: break
      }
    }
    switch (parameter.kind, value) {
    case (.value, _): return .success(argument(value))
    case (.file, .text(let text)), (.file, .path(let text)), (.folder, .text(let text)), (.folder, .path(let text)):
      return .success(.path(text))
    case (.integer, .integer(let number)), (.number, .integer(let number)):
      return inBounds(Double(number), parameter) ?? .success(.integer(number))
    case (.number, .number(let number)): return inBounds(number, parameter) ?? .success(.number(number))
    case (.duration, .duration(let duration)): return .success(.duration(duration))
    case (.flag, .bool(let flag)): return .success(.flag(flag))
    case (.choice(let choices), .text(let text)): return choice(text, choices)
    case (.file, _), (.folder, _), (.integer, _), (.number, _), (.duration, _), (.flag, _), (.choice, _):
      return .failure(mismatch(value, parameter))
    default: return value.plainText.map { .success(.text($0)) } ?? .failure(mismatch(value, parameter))
    }
  }

  private static func argument(_ value: ScriptValue) -> ArgumentValue {
    switch value {
    case .null, .unknown: .null
    case .bool(let flag): .flag(flag)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .text(let text), .path(let text), .secret(let text): .text(text)
    case .duration(let duration): .duration(duration)
    case .list(let list): .list(list.map(argument))
    case .record(let record): .record(record.members.map { .init($0.name, argument($0.value)) })
    }
  }

  private static func mismatch(_ value: ScriptValue, _ parameter: Parameter) -> Fault {
    var notes: [Diagnostic.Note] = []
    if case .text = value, parameter.kind == .integer || parameter.kind == .number {
      notes.append(.init("'number(...)' reads a number from text"))
    }
    return Fault(
      code: .wrongType, message: "\(parameter.kind.phrase) was expected, not \(value.described)", notes: notes)
  }
}
