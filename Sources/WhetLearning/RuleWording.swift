/// A rule's two sides as people would write them: holes by name, white space as in a correction it was learned from.
struct RuleWording {
  let before: String
  let after: String

  /// - Parameter texts: originals of supporting corrections; the first that the rule matches gives the spacing.
  init(rule: EditRule, in texts: [TokenText]) {
    let found = texts.lazy.compactMap { text in RuleMatcher.matches(of: rule, in: text).first.map { (text, $0) } }.first
    func leading(_ index: Int) -> String {
      guard let (text, match) = found else { return Self.usualLeading(rule.before, index) }
      return match.captures[index].first.map { text.tokens[$0].leading } ?? ""
    }
    /// Which of several holes of one kind it is; nothing where it is the only one.
    func number(of kind: HoleKind, at index: Int) -> String {
      let places = rule.before.indices.filter { rule.before[$0] == .hole(kind) }
      return places.count < 2 ? "" : places.firstIndex(of: index).map { " \($0 + 1)" } ?? ""
    }
    func name(_ index: Int) -> String {
      switch rule.before[index] {
      case .literal(let text): text
      case .phrase(let tokens):
        found.map { text, match in text.text(in: match.captures[index]) } ?? tokens.joined(separator: " ")
      case .forms(let forms): forms[0]
      case .newline: " ⏎ "
      case .hole(let kind): kind.isOptional ? "…" : "‹\(kind.noun)\(number(of: kind, at: index))›"
      case .same(let index): name(index)
      }
    }
    let before = rule.before.indices.map { leading($0) + name($0) }.joined()
    let after = rule.after.map { element in
      switch element {
      case .literal(let text, let leading): leading + text
      case .placed(let text, let index): leading(index) + text
      case .newline: " ⏎ "
      case .kept(let index, let own): (own ?? leading(index)) + name(index)
      case .form(let forms, let index, let own): (own ?? leading(index)) + forms[0]
      case .computed(let transform, let index, let own):
        (own ?? leading(index)) + "‹\(transform.label) of \(name(index))›"
      }
    }.joined()
    (self.before, self.after) = Self.trimmed(before, after)
  }

  /// The white space before an element where no text shows it: none beside brackets, quotes and dots.
  private static func usualLeading(_ pattern: [PatternElement], _ index: Int) -> String {
    guard index > 0 else { return "" }
    let token = pattern[index].literals.first ?? ""
    let previous = pattern[index - 1].literals.last ?? ""
    let isTight =
      ["(", ")", "[", "]", "}", ",", ".", ":", "\"", "'"].contains(token)
      || ["(", "[", "{", ".", "\"", "'"].contains(previous)
    return isTight ? "" : " "
  }

  /// Without line ends and white space at the ends of both.
  private static func trimmed(_ before: String, _ after: String) -> (String, String) {
    func strip(_ text: String) -> String {
      var text = text.trimmed
      while text.hasSuffix("⏎") { text = String(text.dropLast()).trimmed }
      while text.hasPrefix("⏎") { text = String(text.dropFirst()).trimmed }
      return text
    }
    let stripped = (strip(before), strip(after))
    return stripped.0 == stripped.1 ? (before.trimmed, after.trimmed) : stripped
  }
}

extension HoleKind {
  /// What a reader takes a hole of the kind for.
  fileprivate var noun: String {
    switch self {
    case .chain: "name"
    case .contentWithComma: "content"
    default: rawValue
    }
  }
}
