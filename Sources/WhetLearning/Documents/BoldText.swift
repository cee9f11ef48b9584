/// Bold type that running text or list items go without, or that is written with other signs.
struct BoldText: LineLesson {
  static let kind = "bold-text"

  enum Form: String, Codable {
    /// No bold type in running text.
    case noneInText
    /// No bold type in list items.
    case noneInItems
    /// No bold type at all.
    case none
    /// Stars, not underscores.
    case stars
    /// Underscores, not stars.
    case underscores
  }

  var form: Form

  var identity: String { form.rawValue }
  var topic: String { form == .stars || form == .underscores ? "sign" : form.rawValue }
  var summary: String {
    switch form {
    case .none: "**‹text›** -> ‹text›"
    case .noneInText: "in running text: **‹text›** -> ‹text›"
    case .noneInItems: "in lists: **‹text›** -> ‹text›"
    case .stars: "__‹text›__ -> **‹text›**"
    case .underscores: "**‹text›** -> __‹text›__"
    }
  }
  var words: String {
    switch form {
    case .none: "Do not use bold type."
    case .noneInText: "Do not use bold type in running text."
    case .noneInItems: "Do not use bold type in list items."
    case .stars: "Write bold type with `**`, not `__`."
    case .underscores: "Write bold type with `__`, not `**`."
    }
  }

  func includes(_ other: BoldText) -> Bool {
    form == .none && (other.form == .noneInText || other.form == .noneInItems)
  }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    let content = text.lines[line]
    switch (content.kind, form) {
    case (.prose, .none), (.prose, .noneInText), (.item, .none), (.item, .noneInItems):
      // A line that is bold as a whole stands for a heading.
      if content.kind == .prose, Self.isWholly(content.text, "**") || Self.isWholly(content.text, "__") { return nil }
      let stars = Self.replacing("**", in: content.text, by: "") ?? content.text
      let result = Self.replacing("__", in: stars, by: "") ?? stars
      return result == content.text ? nil : result
    case (.prose, .stars), (.item, .stars): return Self.replacing("__", in: content.text, by: "**")
    case (.prose, .underscores), (.item, .underscores): return Self.replacing("**", in: content.text, by: "__")
    default: return nil
    }
  }

  static func isWholly(_ line: String, _ sign: String) -> Bool {
    let text = line.trimmed
    return text.hasPrefix(sign) && text.hasSuffix(sign) && text.count > 4
      && !text.dropFirst(2).dropLast(2).contains(sign)
  }

  /// The line with the pairs of a sign around words replaced; `nil` where it has code or no such pair.
  private static func replacing(_ sign: String, in line: String, by other: String) -> String? {
    guard !line.contains("`"), !line.contains("***"), !line.contains("___"), !line.contains("\\"),
      !line.contains("://")
    else { return nil }
    let pieces = line.split(separator: sign, omittingEmptySubsequences: false)
    guard pieces.count >= 3, pieces.count % 2 == 1 else { return nil }
    for (number, piece) in pieces.enumerated() {
      if number % 2 == 1 {
        guard let first = piece.first, let last = piece.last, !first.isWhitespace, !last.isWhitespace else {
          return nil
        }
      } else if sign == "__" {
        // Inside a word underscores are letters.
        if number > 0, let first = piece.first, first.isLetter || first.isNumber { return nil }
        if number < pieces.count - 1, let last = piece.last, last.isLetter || last.isNumber { return nil }
      }
    }
    return pieces.joined(separator: other)
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [BoldText] {
    let (old, new) = (pair.source.lines[before], pair.target.lines[after])
    guard old.kind == new.kind, old.kind == .prose || old.kind == .item else { return [] }
    func has(_ line: MarkdownText.Line, _ sign: String) -> Bool { line.text.contains(sign) }
    if has(old, "__"), has(new, "**"), !has(new, "__") { return [BoldText(form: .stars)] }
    if has(old, "**"), has(new, "__"), !has(new, "**") { return [BoldText(form: .underscores)] }
    guard has(old, "**") || has(old, "__"), !has(new, "**"), !has(new, "__") else { return [] }
    return [BoldText(form: .none), BoldText(form: old.kind == .item ? .noneInItems : .noneInText)]
  }
}
