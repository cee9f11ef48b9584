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
  /// What stays bold all the same, in small letters, sorted.
  var kept: [String]?

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
    let exceptions =
      kept.flatMap { $0.isEmpty ? nil : $0 }.map {
        ", except for " + $0.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
      } ?? ""
    return switch form {
    case .none: "Do not use bold type\(exceptions)."
    case .noneInText: "Do not use bold type in running text\(exceptions)."
    case .noneInItems: "Do not use bold type in list items\(exceptions)."
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
      if content.kind == .prose, Self.isHeading(content.text) { return nil }
      let stars = Self.replacing("**", in: content.text, by: "", except: kept ?? []) ?? content.text
      let result = Self.replacing("__", in: stars, by: "", except: kept ?? []) ?? stars
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
  private static func replacing(_ sign: String, in line: String, by other: String, except kept: [String] = [])
    -> String?
  {
    guard let pieces = pieces(of: line, between: sign) else { return nil }
    guard !kept.isEmpty else { return pieces.joined(separator: other) }
    var result = String(pieces[0])
    for number in stride(from: 1, to: pieces.count, by: 2) {
      let mark = kept.contains(pieces[number].lowercased()) ? sign : other
      result += mark + pieces[number] + mark + pieces[number + 1]
    }
    return result
  }

  /// What stands bold in a line.
  private static func boldTexts(of line: String) -> [String] {
    ["**", "__"].flatMap { sign -> [String] in
      guard let pieces = pieces(of: line, between: sign) else { return [] }
      return stride(from: 1, to: pieces.count, by: 2).map { pieces[$0].lowercased() }
    }
  }

  /// What stands before, between and after the pairs of a sign around words, by turns.
  private static func pieces(of line: String, between sign: String) -> [Substring]? {
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
    return pieces
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [BoldText] {
    let (old, new) = (pair.source.lines[before], pair.target.lines[after])
    guard old.kind == new.kind, old.kind == .prose || old.kind == .item else { return [] }
    func has(_ line: MarkdownText.Line, _ sign: String) -> Bool { line.text.contains(sign) }
    if has(old, "__"), has(new, "**"), !has(new, "__") { return [BoldText(form: .stars)] }
    if has(old, "**"), has(new, "__"), !has(new, "**") { return [BoldText(form: .underscores)] }
    let remaining = boldTexts(of: new.text)
    guard boldTexts(of: old.text).contains(where: { !remaining.contains($0) }) else { return [] }
    return [BoldText(form: .none), BoldText(form: old.kind == .item ? .noneInItems : .noneInText)]
  }
}

extension BoldText {
  static func inducer() -> any DocumentKindInducer { Inducer() }

  /// Tries the forms like any line lesson, with what people left bold where they took bold type away elsewhere.
  struct Inducer: DocumentKindInducer {
    private static let mostKept = 100

    private var lines = TrialInducer<BoldText>()
    /// Oldest first.
    private var kept: [String] = []

    mutating func add(_ pair: DocumentPair) {
      guard pair.isMarkdown else { return }
      if !pair.isAccepted { note(pair) }
      lines.add(pair, keeping)
    }

    private mutating func note(_ pair: DocumentPair) {
      func texts(_ text: MarkdownText) -> [String] {
        text.lines.filter { [.prose, .item].contains($0.kind) && !BoldText.isHeading($0.text) }.flatMap {
          BoldText.boldTexts(of: $0.text)
        }
      }
      let (before, after) = (texts(pair.source), Set(texts(pair.target)))
      let taken = Set(before).subtracting(after)
      kept.removeAll { taken.contains($0) }
      guard !taken.isEmpty else { return }
      kept += Set(before).intersection(after).subtracting(kept).sorted()
      kept.removeFirst(max(0, kept.count - Self.mostKept))
    }

    func lessons() -> [LearnedDocumentLesson] { lines.lessons(keeping) }

    /// The lesson with what stays bold.
    private func keeping(_ lesson: BoldText) -> BoldText {
      var lesson = lesson
      let takesAway = [.none, .noneInText, .noneInItems].contains(lesson.form)
      lesson.kept = kept.isEmpty || !takesAway ? nil : kept.sorted()
      return lesson
    }
  }

  /// A line that is bold as a whole stands for a heading.
  private static func isHeading(_ line: String) -> Bool { isWholly(line, "**") || isWholly(line, "__") }
}
