import WhetCore

/// A fault of a running script and the place it belongs to.
struct PlacedError: Error {
  var span: Span
  var error: WhetError
}

extension BoundCommand {
  /// The command with its deferred arguments filled in; a value is data and never read as a flag, a path or a command.
  ///
  /// A list given to a repeated parameter or after `--` gives each of its elements.
  ///
  /// - Parameter values: one for each of `deferred`; of a file argument the path.
  /// - Throws: `command.wrong-type` and its like, at the argument.
  func resolved(with values: [ScriptValue]) throws(PlacedError) -> BoundCommand {
    var result = self
    result.deferred = []
    for (name, argument) in arguments {
      result.arguments[name] = try resolve(argument, values)
    }
    var words = rest.map { [$0] }
    for (argument, value) in zip(deferred, values) {
      switch argument.target {
      case .parameter(let parameter, _): result.hide(value, of: parameter.name)
      case .rest(let index):
        result.hide(value, of: "--")
        try requireWritable(value, at: argument.value.span)
        words[index] = try elements(of: value).map { (value) throws(PlacedError) in
          try text(value, at: argument.value.span, "a word after '--'")
        }
      case .redirection:
        result.hide(value, of: ">")
        result.redirection = try text(value, at: argument.value.span, "the file after '>'")
      }
    }
    result.rest = words.flatMap { $0 }
    return result
  }

  private func resolve(_ argument: ArgumentValue, _ values: [ScriptValue]) throws(PlacedError) -> ArgumentValue {
    switch argument {
    case .deferred(let index): return try converted(index, values[index]) ?? .list([])
    case .list(let elements):
      var resolved: [ArgumentValue] = []
      for element in elements {
        if case .deferred(let index) = element, isSpread(index), case .list(let list) = values[index] {
          try requireWritable(values[index], at: deferred[index].value.span)
          for value in list { resolved += try converted(index, value).map { [$0] } ?? [] }
        } else {
          resolved.append(try resolve(element, values))
        }
      }
      return .list(resolved)
    default: return argument
    }
  }

  /// Whether a list given there stands for its elements.
  private func isSpread(_ index: Int) -> Bool {
    guard case .parameter(let parameter, _) = deferred[index].target else { return false }
    return parameter.isRepeated
  }

  private func converted(_ index: Int, _ value: ScriptValue) throws(PlacedError) -> ArgumentValue? {
    let argument = deferred[index]
    guard case .parameter(let parameter, let name) = argument.target else { return nil }
    try requireWritable(value, at: argument.value.span)
    var isFile = false
    if case .file = argument.value.kind { isFile = true }
    switch ValueConversion.convert(value, isFile: isFile, to: parameter) {
    case .success(let converted): return converted
    case .failure(let fault):
      let advice = fault.suggestion.map { "did you mean '\($0)'?" } ?? fault.notes.first?.message
      let error = WhetError(fault.code.errorCode, "\(name): \(fault.message)", advice: advice)
      throw PlacedError(span: argument.value.span, error: error)
    }
  }

  /// Refuses a list that is too long to be written out.
  private func requireWritable(_ value: ScriptValue, at span: Span) throws(PlacedError) {
    do throws(WhetError) {
      try value.requireWritable()
    } catch {
      throw PlacedError(span: span, error: error)
    }
  }

  private func elements(of value: ScriptValue) -> [ScriptValue] {
    if case .list(let list) = value { Array(list) } else { [value] }
  }

  private func text(_ value: ScriptValue, at span: Span, _ what: String) throws(PlacedError) -> String {
    guard let text = value.plainText else {
      throw PlacedError(span: span, error: .wrongKind(value, what, takes: [.text, .path, .number]))
    }
    return text
  }
}
