/// Makes random sentences of a grammar, of bounded depth and always the same for a seed.
struct SentenceGenerator {
  private let grammar: Grammar
  private var random: SeededRandom
  /// How few rules deep each rule can end.
  private let depths: [String: Int]
  private var sentence = ""
  private var context = Context()
  /// Whether the next part stands right after the one before it.
  private var isAdjoining = true
  /// What was written last, if it was a sign rather than a word.
  private var lastSign = ""

  private struct Context {
    var depth = 0
    /// Whether parts stand side by side.
    var isJoined = false
    /// Whether line ends are like blanks.
    var crossesLines = false
    var isInterpolation = false
  }

  /// From here on the shortest way to an end is taken.
  private static let depthLimit = 22

  /// The rules between whose brackets line ends are like blanks.
  private static let bracketed: Set<String> = [
    "parameters", "list", "record", "arguments", "group", "expression-list", "expression-record",
  ]

  /// What may stand for the rules that are described in words, and for those that comments say more of.
  private static let samples: [String: [String]] = [
    "NEWLINE": ["\n", "\r\n", "\r"], "LETTER": ["a", "b", "Z"], "DIGIT": ["1", "2", "5"],
    "EXPONENT": ["7", "+20", "-3"],
    "KEY-PART": ["k", "7", ".", "/", "-", "+", "*", "=", "!", "?", "%", "~", "é", "日", "#", "@", "&"],
    "PATH": ["'a b'", "\"a.txt\"", "\"${$a}\"", "\"a/${b + 1}\""], "RAW-PART": ["r", " ", "\"", "\\", "${", "#", "ü"],
    "QUOTE": ["\" ", "\"\"x"], "CHARACTER": ["c", " ", "'", "$ ", "{", "}", "#", "😀", "@", ";"],
    "HEXADECIMAL": ["0", "4", "a", "F"],
  ]

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    random = SeededRandom(state: seed)
    depths = Self.depths(of: grammar)
  }

  /// The names of the rules that are described in words and have no sample.
  static func rulesWithoutSample(in grammar: Grammar) -> [String] {
    grammar.rules.filter { name, part in
      var isDescribed = false
      part.visit { if case .described = $0 { isDescribed = true } }
      return isDescribed && samples[name] == nil
    }.keys.sorted()
  }

  mutating func next(_ rule: String = "script") -> String {
    sentence = ""
    context = Context()
    isAdjoining = true
    lastSign = ""
    write(rule: rule)
    return sentence
  }

  private mutating func write(rule name: String) {
    let isJoined = Grammar.isJoined(name)
    if isJoined, !context.isJoined { separate(before: name) }
    let outer = context
    defer {
      context = outer
      if isJoined { lastSign = "" }
    }
    context.depth += 1
    context.isJoined = isJoined
    if let samples = Self.samples[name] { return write(sample: samples, of: name) }
    if context.isInterpolation, name == "LINE-END" { return }
    if name == "flag" { context.crossesLines = false }
    if name == "INTERPOLATION" { return writeInterpolation() }
    if case .except(let part, let other) = grammar[name] { return write(part, except: other) }
    if Self.bracketed.contains(name) { return writeBracketed(grammar[name]) }
    write(grammar[name])
  }

  private mutating func write(sample samples: [String], of rule: String) {
    if context.isInterpolation, rule == "QUOTE" { return }
    sentence += random.pick(samples)
  }

  private mutating func writeInterpolation() {
    context.isInterpolation = true
    sentence += "${"
    context.isJoined = false
    isAdjoining = true
    write(rule: "filling")
    sentence += "}"
  }

  /// The first text is the bracket.
  private mutating func writeBracketed(_ part: Grammar.Part) {
    guard case .sequence(let parts) = part else { return write(part) }
    for part in parts {
      write(part)
      if case .text = part { context.crossesLines = true }
    }
  }

  private mutating func write(_ part: Grammar.Part, except other: Grammar.Part) {
    let (start, adjoins) = (sentence, isAdjoining)
    for _ in 0..<100 {
      write(part)
      guard grammar.derives(other, String(sentence.dropFirst(start.count))) else { return }
      (sentence, isAdjoining) = (start, adjoins)
    }
  }

  private mutating func write(_ part: Grammar.Part) {
    let isDeep = context.depth > Self.depthLimit
    switch part {
    case .text(let text):
      if !context.isJoined { separate(before: text) }
      sentence += text
      lastSign = text
    case .rule(let name): write(rule: name)
    case .choice(let parts): write(choice: isDeep ? nearest(parts) : parts)
    case .sequence(let parts): writeSequence(parts)
    case .optional(let part): if !isDeep, random.once(in: rarity) { write(part) }
    case .repeated(let part): for _ in 0..<2 where !isDeep && random.once(in: rarity) { write(part) }
    case .except(let part, let other): write(part, except: other)
    case .adjoining: isAdjoining = true
    case .described: break
    }
  }

  private mutating func writeSequence(_ parts: [Grammar.Part]) {
    guard parts.contains(.text("[")) else {
      for part in parts { write(part) }
      return
    }
    let outer = context
    writeBracketed(.sequence(parts))
    context = outer
  }

  private mutating func write(choice parts: [Grammar.Part]) {
    write(random.pick(parts))
  }

  private func nearest(_ parts: [Grammar.Part]) -> [Grammar.Part] {
    let least = parts.map { Self.depth(of: $0, depths) }.min()
    return parts.filter { Self.depth(of: $0, depths) == least }
  }

  /// What stands between two parts.
  private mutating func separate(before next: String) {
    defer { isAdjoining = false }
    guard !isAdjoining, !sentence.isEmpty, next != "NEWLINE" else {
      if next == "NEWLINE", !isAdjoining, random.once(in: 8) { sentence += " # a 'comment" }
      return
    }
    let mayTouch = ["(", "[", "{", ",", ":", "="].contains(lastSign) || [")", "]", "}", ",", ":"].contains(next)
    if mayTouch, random.once(in: 2) { return }
    if context.crossesLines, !context.isInterpolation, random.once(in: 6) {
      sentence += random.once(in: 3) ? " # (\n" : "\n"
    } else {
      sentence += random.once(in: 8) ? "\t " : " "
    }
  }

  /// The deeper, the less is written that may be left out.
  private var rarity: Int { 2 + context.depth / 4 }
}

extension SentenceGenerator {
  private static func depths(of grammar: Grammar) -> [String: Int] {
    var depths: [String: Int] = [:]
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (name, part) in grammar.rules {
        let depth = depth(of: part, depths) + 1
        if depth < depths[name] ?? endless {
          depths[name] = depth
          hasChanged = true
        }
      }
    }
    return depths
  }

  private static let endless = 1_000_000

  private static func depth(of part: Grammar.Part, _ depths: [String: Int]) -> Int {
    switch part {
    case .text, .optional, .repeated, .adjoining, .described: 0
    case .rule(let name): depths[name] ?? endless
    case .choice(let parts): parts.map { depth(of: $0, depths) }.min() ?? 0
    case .sequence(let parts): parts.map { depth(of: $0, depths) }.max() ?? 0
    case .except(let part, _): depth(of: part, depths)
    }
  }
}
