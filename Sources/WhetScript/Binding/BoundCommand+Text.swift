import WhetCore

extension BoundCommand {
  /// The command with its arguments filled in, for people: long texts are cut and secrets hidden.
  public var expanded: String {
    var parts = [specification.name]
    for parameter in specification.parameters {
      guard let argument = arguments[parameter.name] else { continue }
      let values = parameter.isRepeated ? self.values(parameter.name) : [argument]
      for value in values { parts += Self.words(of: parameter, value, isHidden: hidden.contains(parameter.name)) }
    }
    if !rest.isEmpty {
      parts += ["--"] + (hidden.contains("--") ? [ScriptValue.hidden] : rest.map { ScriptFormatter.literal(for: $0) })
    }
    if let redirection {
      parts += [">", hidden.contains(">") ? ScriptValue.hidden : ScriptFormatter.literal(for: redirection)]
    }
    if let format { parts += ["|", format] }
    return parts.joined(separator: " ")
  }

  private static func words(of parameter: Parameter, _ value: ArgumentValue, isHidden: Bool) -> [String] {
    let text = isHidden ? ScriptValue.hidden : spelling(of: value)
    if parameter.isPositional { return [text] }
    if parameter.kind == .flag {
      return value == .flag(true) ? ["--\(parameter.name)"] : ["--\(parameter.name)=\(text)"]
    }
    return ["--\(parameter.name)", text]
  }

  private static func spelling(of value: ArgumentValue) -> String {
    switch value {
    case .text(let text):
      text.count > 80
        ? ScriptFormatter.literal(for: String(text.prefix(80))) + "..." : ScriptFormatter.literal(for: text)
    case .path(let path): ScriptFormatter.literal(for: path)
    case .content(let path): "@" + ScriptFormatter.literal(for: path)
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .duration(let duration): ScriptValue.spelling(of: duration)
    case .flag(let flag): String(flag)
    case .null, .deferred: "null"
    case .list(let elements): "[" + elements.map(spelling).joined(separator: ", ") + "]"
    case .record(let members):
      "{"
        + members.map { ScriptFormatter.literal(for: $0.name) + ": " + spelling(of: $0.value) }.joined(separator: ", ")
        + "}"
    }
  }
}
