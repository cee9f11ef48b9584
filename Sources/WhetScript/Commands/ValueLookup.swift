import WhetCore

/// Finds what an expression is before it runs, as far as variables, fields and indices go.
struct ValueLookup {
  let session: ScriptSession
  /// The names of the text itself, outer ones first.
  let names: [ScopedName]
  /// How many more parts are looked at, so that neither time nor stack grow with what was typed.
  private var remaining = 200

  init(session: ScriptSession, names: [ScopedName]) {
    self.session = session
    self.names = names
  }

  /// The value of an expression; `nil` where only running it would show.
  mutating func value(of expression: Expression) -> ScriptValue? { value(of: expression, before: names.count) }

  /// The value of a name of the text.
  mutating func value(at index: Int) -> ScriptValue? {
    switch names[index].kind {
    case .variable(.expression(let expression)): return value(of: expression, before: index)
    case .element(let sequence): return value(of: sequence, before: index).flatMap { Self.element(0, of: $0) }
    case .variable(.command), .parameter, .failure, .function: return nil
    }
  }

  /// What the value will look like, of an expression that ends in a command.
  mutating func shape(of expression: Expression) -> ValueShape? { shape(of: expression, before: names.count) }

  private mutating func value(of expression: Expression, before limit: Int) -> ScriptValue? {
    remaining -= 1
    guard remaining > 0 else { return nil }
    return switch expression.kind {
    case .integer(let number, _): .integer(number)
    case .bool(let flag): .bool(flag)
    case .number(let number, _): .number(number)
    case .duration(let duration, _): .duration(duration)
    case .string(let literal) where !literal.hasInterpolation: .text(literal.text)
    case .variable(let name):
      if let index = index(of: name.name, before: limit) {
        value(at: index)
      } else {
        session.value(of: name.name)
      }
    case .field(let operand, let name, _): Self.field(name, of: value(of: operand, before: limit))
    case .element(let operand, let index):
      Self.element(value(of: index, before: limit), of: value(of: operand, before: limit))
    case .group(.expression(let inner)): value(of: inner, before: limit)
    default: nil
    }
  }

  /// Where a name of the text got its meaning.
  private func index(of name: String, before limit: Int) -> Int? {
    names[..<limit].lastIndex { known in
      if case .function = known.kind { return false }
      return known.name == name
    }
  }

  private mutating func shape(of expression: Expression, before limit: Int) -> ValueShape? {
    remaining -= 1
    guard remaining > 0 else { return nil }
    return switch expression.kind {
    case .group(.command(let command)): shape(of: command)
    case .group(.expression(let inner)): shape(of: inner, before: limit)
    case .variable(let name): index(of: name.name, before: limit).flatMap { shape(at: $0) }
    case .field(let operand, let name, _):
      shape(of: operand, before: limit)?.members.first { $0.name == name }?.shape
    case .element(let operand, _): shape(of: operand, before: limit).flatMap(Self.element)
    default: nil
    }
  }

  private mutating func shape(at index: Int) -> ValueShape? {
    switch names[index].kind {
    case .variable(.command(let command)): shape(of: command)
    case .variable(.expression(let expression)): shape(of: expression, before: index)
    case .element(let sequence): shape(of: sequence, before: index).flatMap(Self.element)
    case .parameter, .failure, .function: nil
    }
  }

  private func shape(of command: ParsedCommand) -> ValueShape? {
    session.table.match(command.leadingWords)?.specification.shape
  }

  private static func element(_ shape: ValueShape) -> ValueShape? {
    if case .list(let element, _) = shape.kind { element } else { nil }
  }

  private static func field(_ name: String, of value: ScriptValue?) -> ScriptValue? {
    if case .record(let record) = value { record[name] } else { nil }
  }

  private static func element(_ index: ScriptValue?, of value: ScriptValue?) -> ScriptValue? {
    switch (value, index) {
    case (.record(let record), .text(let name)): record[name]
    case (.some(let value), .integer(let number)): element(Int(clamping: number), of: value)
    default: nil
    }
  }

  private static func element(_ index: Int, of value: ScriptValue) -> ScriptValue? {
    guard case .list(let list) = value else { return nil }
    let place = index < 0 ? list.count + index : index
    return list.indices.contains(place) ? list[place] : nil
  }
}

extension ScriptSession {
  /// The value a global variable has now.
  func value(of name: String) -> ScriptValue? {
    guard let slot = globals.variables[name]?.slot, values.indices.contains(slot) else { return nil }
    return values[slot]
  }
}
