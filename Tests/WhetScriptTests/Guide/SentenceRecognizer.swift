/// Says whether a grammar derives a text.
///
/// It takes the longest word or sign at each place, as a lexer does, but lets words touch that need a blank between
/// them: it derives a little too much, never too little.
struct SentenceRecognizer {
  private var grammar: Grammar
  private var text: [Unicode.Scalar] = []
  private var known: [Key: Set<Int>] = [:]

  private struct Mode: Hashable {
    /// Whether parts stand side by side.
    var isJoined = false
    /// Whether line ends are like blanks.
    var crossesLines = false
    var isInterpolation = false
    /// Whether no blank may stand before the next part.
    var adjoins = false
  }

  private struct Key: Hashable {
    var rule: String
    var start: Int
    var mode: Mode
  }

  /// - Parameter grammar: read with what its comments allow beyond it: any word may begin a command, also before
  ///   a word with "=", and be a format.
  init(_ grammar: Grammar) {
    self.grammar = grammar
    if case .sequence(let parts) = grammar["words"] {
      self.grammar.rules["words"] = .sequence(parts[..<1] + [.repeated(.rule("EQUALS-WORD"))] + parts[1...])
    }
    let words: [Grammar.Part] = [.rule("WORD"), .rule("EQUALS-WORD"), .text("&"), .text("&&")]
    self.grammar.rules["FIRST"] = .except(.choice(words), .rule("STATEMENT-WORD"))
    self.grammar.rules["STATEMENT-WORD"] = .except(grammar["KEYWORD"], .choice(Self.otherWords.map { .text($0) }))
    self.grammar.rules["FORMAT"] = .choice([.rule("WORD"), .rule("EQUALS-WORD")])
  }

  /// Keywords that begin no statement.
  private static let otherWords = [
    "in", "every", "until", "within", "and", "or", "not", "matches", "true", "false", "null",
  ]

  mutating func derives(_ sentence: String) -> Bool {
    text = Array(sentence.unicodeScalars)
    known = [:]
    return ends(ofRule: "script", from: 0, Mode()).contains { skipped($0, Mode()) == text.count }
  }

  private mutating func ends(ofRule name: String, from start: Int, _ mode: Mode) -> Set<Int> {
    let key = Key(rule: name, start: start, mode: mode)
    if let ends = known[key] { return ends }
    let ends = findEnds(ofRule: name, from: start, mode)
    known[key] = ends
    return ends
  }

  private mutating func findEnds(ofRule name: String, from start: Int, _ mode: Mode) -> Set<Int> {
    var inner = mode
    inner.isJoined = Grammar.isJoined(name)
    guard inner.isJoined else {
      return Self.bracketed.contains(name)
        ? bracketedEnds(of: grammar[name], from: start, inner) : ends(of: grammar[name], from: start, inner)
    }
    let first = mode.isJoined ? start : place(before: start, mode)
    inner.adjoins = false
    inner.crossesLines = false
    let all = name == "INTERPOLATION" ? interpolationEnds(from: first) : joinedEnds(of: name, from: first, inner)
    return mode.isJoined ? all : Set(all.max().map { [$0] } ?? [])
  }

  private mutating func joinedEnds(of name: String, from start: Int, _ mode: Mode) -> Set<Int> {
    if case .described = grammar[name] { return describedEnds(of: name, from: start) }
    guard case .except(let part, let other) = grammar[name] else { return ends(of: grammar[name], from: start, mode) }
    let all = ends(of: part, from: start, mode)
    guard let longest = all.max(), !ends(of: other, from: start, mode).contains(longest) else { return [] }
    return [longest]
  }

  private mutating func interpolationEnds(from start: Int) -> Set<Int> {
    guard has("${", at: start) else { return [] }
    let mode = Mode(isInterpolation: true)
    let ends = ends(ofRule: "filling", from: start + 2, mode).map { skipped($0, mode) }
    return Set(ends.filter { has("}", at: $0) }.map { $0 + 1 })
  }

  private mutating func bracketedEnds(of part: Grammar.Part, from start: Int, _ mode: Mode) -> Set<Int> {
    guard case .sequence(let parts) = part else { return ends(of: part, from: start, mode) }
    return sequenceEnds(of: parts, from: start, mode, isBracketed: true)
  }

  private mutating func sequenceEnds(
    of parts: [Grammar.Part], from start: Int, _ mode: Mode, isBracketed: Bool
  ) -> Set<Int> {
    var (all, mode): (Set<Int>, Mode) = ([start], mode)
    for part in parts {
      guard part != .adjoining else {
        mode.adjoins = true
        continue
      }
      var next: Set<Int> = []
      for place in all { next.formUnion(ends(of: part, from: place, mode)) }
      all = next
      mode.adjoins = false
      if isBracketed, case .text = part, !mode.isInterpolation { mode.crossesLines = true }
    }
    return all
  }

  private mutating func ends(of part: Grammar.Part, from start: Int, _ mode: Mode) -> Set<Int> {
    switch part {
    case .text(let literal):
      return textEnds(of: literal, from: mode.isJoined ? start : place(before: start, mode), mode)
    case .rule(let name): return ends(ofRule: name, from: start, mode)
    case .choice(let parts): return parts.reduce(into: []) { $0.formUnion(ends(of: $1, from: start, mode)) }
    case .sequence(let parts):
      let isBracketed = !mode.isJoined && parts.contains(.text("["))
      return sequenceEnds(of: parts, from: start, mode, isBracketed: isBracketed)
    case .optional(let part): return ends(of: part, from: start, mode).union([start])
    case .repeated(let part): return repeatedEnds(of: part, from: start, mode)
    case .except(let part, let other):
      return ends(of: part, from: start, mode).subtracting(ends(of: other, from: start, mode))
    case .adjoining, .described: return [start]
    }
  }

  private mutating func repeatedEnds(of part: Grammar.Part, from start: Int, _ mode: Mode) -> Set<Int> {
    var (all, new): (Set<Int>, Set<Int>) = ([start], [start])
    while !new.isEmpty {
      var next: Set<Int> = []
      for place in new { next.formUnion(ends(of: part, from: place, mode)) }
      new = next.subtracting(all)
      all.formUnion(new)
    }
    return all
  }

  private func textEnds(of literal: String, from start: Int, _ mode: Mode) -> Set<Int> {
    guard has(literal, at: start) else { return [] }
    let end = start + literal.unicodeScalars.count
    let isWord = literal.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    return isWord && !mode.isJoined && end < text.count && Self.continuesName(text[end]) ? [] : [end]
  }

  private func has(_ literal: String, at start: Int) -> Bool {
    text[min(start, text.count)...].starts(with: literal.unicodeScalars)
  }

  private func place(before start: Int, _ mode: Mode) -> Int { mode.adjoins ? start : skipped(start, mode) }

  /// The place after blanks and comments.
  private func skipped(_ start: Int, _ mode: Mode) -> Int {
    var place = start
    while place < text.count {
      switch text[place] {
      case " ", "\t": place += 1
      case "\n", "\r":
        guard mode.crossesLines else { return place }
        place += 1
      case "#":
        guard !mode.isInterpolation else { return place }
        while place < text.count, text[place] != "\n", text[place] != "\r" { place += 1 }
      default: return place
      }
    }
    return place
  }
}

extension SentenceRecognizer {
  private static let bracketed: Set<String> = [
    "parameters", "list", "record", "arguments", "group", "expression-list", "expression-record",
  ]

  private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_")
  }

  /// What the rules mean that are described in words.
  private mutating func describedEnds(of name: String, from start: Int) -> Set<Int> {
    guard start < text.count else { return [] }
    let scalar = text[start]
    switch name {
    case "PATH": return ends(ofRule: "STRING", from: start, Mode(isJoined: true)).subtracting([start + 2])
    case "NEWLINE": return has("\r\n", at: start) ? [start + 2] : scalar == "\n" || scalar == "\r" ? [start + 1] : []
    case "QUOTE": return scalar == "\"" && !has("\"\"\"", at: start) ? [start + 1] : []
    default: return Grammar.describes(scalar, name) && !(name == "CHARACTER" && has("${", at: start)) ? [start + 1] : []
    }
  }
}
