/// A grammar in the notation of `help grammar`.
struct Grammar {
  /// The right side of a rule, or a part of one.
  indirect enum Part: Equatable {
    /// `"x"`.
    case text(String)
    case rule(String)
    case choice([Part])
    case sequence([Part])
    /// `[ ]`.
    case optional(Part)
    /// `{ }`.
    case repeated(Part)
    /// `A - B`.
    case except(Part, Part)
    /// `? adjoining ?`.
    case adjoining
    /// `? ?`.
    case described(String)
  }

  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  var rules: [String: Part] = [:]

  init(_ text: String) throws {
    var reader = Reader(text)
    while let name = try reader.name() {
      try reader.expect("=")
      let part = try reader.choice()
      try reader.expect(";")
      guard rules.updateValue(part, forKey: name) == nil else { throw Fault(description: "two rules '\(name)'") }
    }
  }

  subscript(name: String) -> Part { rules[name] ?? .described("no rule '\(name)'") }

  /// Whether a rule's parts stand side by side.
  static func isJoined(_ rule: String) -> Bool { rule.first?.isUppercase == true }

  /// All texts between quotes.
  var terminals: Set<String> {
    rules.values.reduce(into: []) { terminals, part in
      part.visit { if case .text(let text) = $0 { terminals.insert(text) } }
    }
  }

  /// The names that are used.
  var references: Set<String> {
    rules.values.reduce(into: []) { names, part in
      part.visit { if case .rule(let name) = $0 { names.insert(name) } }
    }
  }

  /// Whether a text is what a rule in capitals derives; such rules do not call themselves.
  func derives(_ part: Part, _ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return ends(of: part, in: scalars, from: [0]).contains(scalars.count)
  }

  /// Whether a character is what a rule that is described in words means.
  static func describes(_ scalar: Unicode.Scalar, _ rule: String) -> Bool {
    switch rule {
    case "LETTER": scalar.isASCII && scalar.properties.isAlphabetic
    case "DIGIT": ("0"..."9").contains(scalar)
    case "HEXADECIMAL": scalar.properties.isASCIIHexDigit
    case "RAW-PART": scalar != "'" && scalar != "\n" && scalar != "\r"
    case "CHARACTER": !"\"\\\n\r".unicodeScalars.contains(scalar)
    case "KEY-PART": scalar.value > 0x20 && !"\"'$;<>`\\()[]{}|,:".unicodeScalars.contains(scalar)
    default: false
    }
  }

  /// Where a part may end that begins at one of several places.
  private func ends(of part: Part, in text: [Unicode.Scalar], from starts: Set<Int>) -> Set<Int> {
    switch part {
    case .text(let literal):
      Set(starts.filter { text[$0...].starts(with: literal.unicodeScalars) }.map { $0 + literal.unicodeScalars.count })
    case .rule(let name):
      if case .described = self[name] {
        Set(starts.filter { $0 < text.count && Self.describes(text[$0], name) }.map { $0 + 1 })
      } else {
        ends(of: self[name], in: text, from: starts)
      }
    case .choice(let parts): parts.reduce(into: []) { $0.formUnion(ends(of: $1, in: text, from: starts)) }
    case .sequence(let parts): parts.reduce(starts) { ends(of: $1, in: text, from: $0) }
    case .optional(let part): starts.union(ends(of: part, in: text, from: starts))
    case .repeated(let part): repeatedEnds(of: part, in: text, from: starts)
    case .except(let part, let other):
      ends(of: part, in: text, from: starts).subtracting(ends(of: other, in: text, from: starts))
    case .adjoining, .described: starts
    }
  }

  private func repeatedEnds(of part: Part, in text: [Unicode.Scalar], from starts: Set<Int>) -> Set<Int> {
    var all = starts
    var new = starts
    while !new.isEmpty {
      new = ends(of: part, in: text, from: new).subtracting(all)
      all.formUnion(new)
    }
    return all
  }
}

extension Grammar.Part {
  func visit(_ body: (Self) -> Void) {
    body(self)
    switch self {
    case .choice(let parts), .sequence(let parts): for part in parts { part.visit(body) }
    case .optional(let part), .repeated(let part): part.visit(body)
    case .except(let part, let other):
      part.visit(body)
      other.visit(body)
    case .text, .rule, .adjoining, .described: break
    }
  }
}

extension Grammar {
  private struct Reader {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    mutating func name() throws -> String? {
      try skipBlanks()
      guard let first = rest.first else { return nil }
      guard first.isLetter else { throw fault("a rule's name was expected") }
      let name = rest.prefix { $0.isLetter || $0 == "-" }
      rest = rest[name.endIndex...]
      return String(name)
    }

    mutating func expect(_ sign: Character) throws {
      guard try take(sign) else { throw fault("'\(sign)' was expected") }
    }

    mutating func choice() throws -> Part {
      var parts = [try sequence()]
      while try take("|") { parts.append(try sequence()) }
      return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws -> Part {
      var parts: [Part] = []
      while let part = try factor() { parts.append(try take("-") ? .except(part, try requiredFactor()) : part) }
      return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func requiredFactor() throws -> Part {
      guard let part = try factor() else { throw fault("something was expected after '-'") }
      return part
    }

    private mutating func factor() throws -> Part? {
      if try take("(") { return try closed(")") }
      if try take("[") { return .optional(try closed("]")) }
      if try take("{") { return .repeated(try closed("}")) }
      for quote: Character in ["\"", "'"] where try take(quote) { return .text(try upTo(quote)) }
      if try take("?") {
        let words = try upTo("?").trimming(while: \.isWhitespace)
        return words == "adjoining" ? .adjoining : .described(words)
      }
      guard rest.first?.isLetter == true else { return nil }
      return try name().map { .rule($0) }
    }

    private mutating func closed(_ sign: Character) throws -> Part {
      let part = try choice()
      try expect(sign)
      return part
    }

    private mutating func upTo(_ quote: Character) throws -> String {
      guard let end = rest.firstIndex(of: quote) else { throw fault("no '\(quote)' closes this") }
      defer { rest = rest[rest.index(after: end)...] }
      return String(rest[..<end])
    }

    private mutating func take(_ sign: Character) throws -> Bool {
      try skipBlanks()
      guard rest.first == sign else { return false }
      rest.removeFirst()
      return true
    }

    private mutating func skipBlanks() throws {
      rest = rest.drop(while: \.isWhitespace)
      while rest.hasPrefix("(*") {
        guard let end = rest.firstRange(of: "*)") else { throw fault("no '*)' closes a comment") }
        rest = rest[end.upperBound...].drop(while: \.isWhitespace)
      }
    }

    private func fault(_ message: String) -> Fault { Fault(description: "\(message) before \(rest.prefix(60))") }
  }
}

extension String {
  func trimming(while matches: (Character) -> Bool) -> String {
    var text = drop(while: matches)
    while let last = text.last, matches(last) { text.removeLast() }
    return String(text)
  }
}
