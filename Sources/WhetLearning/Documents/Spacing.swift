import WhetCore

/// The white space between two things that stand beside each other in running text.
struct Spacing: TriedLesson {
  static let kind = "spacing"
  static let phase = DocumentPhase.spacing

  /// What stands on one side of the gap.
  enum Side: Hashable, Sendable {
    case word, number
    /// A token; on the left a sign with the word that it is joined to, such as `z.`.
    case text(String)
  }

  var left: Side
  var right: Side
  /// The white space as it was; nothing where the two were written together.
  var before: String
  /// The white space as people want it.
  var after: String

  var identity: String { "\(left.name)\n\(right.name)\n\(before)\n\(after)" }
  /// The same gap, whichever way it is changed.
  var topic: String { "\(left.name)\n\(right.name)\n\(min(before, after))\n\(max(before, after))" }
  var summary: String {
    "\(left.name)\(Self.shown(before))\(right.name) -> \(left.name)\(Self.shown(after))\(right.name)"
  }
  var words: String {
    let place = "between \(left.words) and \(right.words)"
    return after.isEmpty ? "Leave no space \(place)." : "Put \(Self.words(for: after)) \(place)."
  }
  /// Any word stands in many places.
  var needed: Int { left == .word || right == .word ? 3 : left.isOfText || right.isOfText ? 1 : 2 }

  func includes(_ other: Spacing) -> Bool {
    before == other.before && after == other.after && left.includes(other.left) && right.includes(other.right)
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code else { return nil }
    let places = Set(self.places(in: text))
    guard !places.isEmpty else { return nil }
    var output = ""
    for (index, token) in text.tokens.enumerated() {
      output += (places.contains(index) ? after : token.leading) + token.text
    }
    return output + text.trailing
  }

  func trial(on pair: DocumentPair) -> (right: Int, wrong: Int) {
    let analysis = pair.analysis
    let wrong = places(in: analysis.target).count
    guard !pair.isAccepted else { return (0, wrong) }
    let right = places(in: analysis.source).count { index in
      analysis.spacing(before: index).map { $0.after == after } ?? false
    }
    return (right, wrong)
  }

  static func ideas(in pair: DocumentPair) -> [Spacing] {
    guard !pair.isAccepted else { return [] }
    let text = pair.analysis.source
    return text.tokens.indices.flatMap { index -> [Spacing] in
      guard let (before, after) = pair.analysis.spacing(before: index), before != after,
        text.isGap(before: index, before)
      else { return [] }
      return Side.left(of: index, in: text).flatMap { left in
        Side.right(of: index, in: text).map { right in
          Spacing(left: left, right: right, before: before, after: after)
        }
      }
    }
  }

  /// The tokens before which the lesson wants other white space.
  private func places(in text: TokenText) -> [Int] {
    text.tokens.indices.filter { index in
      text.tokens[index].leading == before && text.isGap(before: index, before)
        && Side.left(of: index, in: text).contains(left) && Side.right(of: index, in: text).contains(right)
    }
  }

  private static func shown(_ space: String) -> String { space.isEmpty ? "" : "␣" }

  private static func words(for space: String) -> String {
    switch space {
    case " ": "a space"
    case "\u{A0}": "a no-break space (U+00A0)"
    case "\u{202F}": "a narrow no-break space (U+202F)"
    default: space.unicodeScalars.allSatisfy { $0 == " " } ? "\(space.unicodeScalars.count) spaces" : "white space"
    }
  }
}

extension Spacing.Side {
  var isOfText: Bool { if case .text = self { true } else { false } }

  var name: String {
    switch self {
    case .word: "‹word›"
    case .number: "‹number›"
    case .text(let text): text
    }
  }

  var words: String {
    switch self {
    case .word: "a word"
    case .number: "a number"
    case .text(let text): "“\(text)”"
    }
  }

  func includes(_ other: Self) -> Bool {
    switch (self, other) {
    case (.number, .text(let text)): text.first?.isNumber == true
    case (.word, .text(let text)): text.allSatisfy { $0.isLetter }
    default: self == other
    }
  }

  /// What the token before the gap may be taken for, the narrowest first.
  static func left(of index: Int, in text: TokenText) -> [Self] {
    let token = text.tokens[index - 1]
    guard token.kind == .symbol, token.isAttached, index > 1, text.tokens[index - 2].kind != .symbol,
      text.tokens[index - 2].kind != .newline
    else { return sides(of: token) }
    return [.text(text.tokens[index - 2].text + token.text), .text(token.text)]
  }

  static func right(of index: Int, in text: TokenText) -> [Self] { sides(of: text.tokens[index]) }

  private static func sides(of token: Token) -> [Self] {
    switch token.kind {
    case .word: [.text(token.text), .word]
    case .number: [.number]
    case .symbol, .newline: [.text(token.text)]
    }
  }
}

extension TokenText {
  /// Whether white space between the words of a line of running text stands before a token, or could; not where a mark
  /// of the line's beginning stands before it, and not inside an address.
  fileprivate func isGap(before index: Int, _ space: String) -> Bool {
    func isRunning(_ token: Token) -> Bool { token.zone.isInText && token.kind != .newline }
    guard index > 0, isRunning(tokens[index]), isRunning(tokens[index - 1]) else { return false }
    let start = lineStart(index)
    if tokens[start].zone != .prose,
      tokens[start..<index].allSatisfy({ "#-*+.)".contains($0.text) || $0.kind == .number })
    {
      return false
    }
    return tokens[start].text != "|" && (!space.isEmpty || !addresses[index])
  }
}

extension PairAnalysis {
  /// The white space before a token that was kept beside the one before it, in the original and in the corrected text.
  fileprivate func spacing(before index: Int) -> (before: String, after: String)? {
    guard index > 0, case let place = alignment.targetOf[index], place > 0, alignment.targetOf[index - 1] == place - 1
    else { return nil }
    return (source.tokens[index].leading, target.tokens[place].leading)
  }
}

extension Spacing.Side: Codable {
  init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    self = name == Self.word.name ? .word : name == Self.number.name ? .number : .text(name)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}
