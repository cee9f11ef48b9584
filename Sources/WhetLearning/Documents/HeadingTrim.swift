/// Something that headings go without: a number, a sign in front, punctuation at the end, emphasis.
struct HeadingTrim: LineLesson {
  static let kind = "heading-trim"

  enum Part: String, Codable {
    /// `1.`, `2.1`, `3)`, `Step 4:` are numbers only without the word.
    case number
    /// Pictures and other signs before the first word.
    case sign
    /// `**` or `__` around words.
    case emphasis
    /// The punctuation of `ending`.
    case ending
    /// Number signs after the title.
    case closing
  }

  var part: Part
  /// The punctuation at the end, if that is the part.
  var ending: String?

  var identity: String { part.rawValue + (ending ?? "") }
  var summary: String {
    switch part {
    case .number: "# 1. ‹Heading› -> # ‹Heading›"
    case .sign: "# ‹sign› ‹Heading› -> # ‹Heading›"
    case .emphasis: "# **‹Heading›** -> # ‹Heading›"
    case .ending: "# ‹Heading›\(ending ?? "") -> # ‹Heading›"
    case .closing: "# ‹Heading› # -> # ‹Heading›"
    }
  }
  var words: String {
    switch part {
    case .number: "Do not number headings."
    case .sign: "Begin headings with a word, without emoji or other signs."
    case .emphasis: "Do not use bold type in headings."
    case .ending: "Do not end headings with `\(ending ?? "")`."
    case .closing: "Do not close headings with number signs."
    }
  }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    guard let heading = HeadingParts(text.lines[line]) else { return nil }
    if part == .closing {
      let start = text.lines[line].text.trimmed
      return start.hasSuffix("#") && !heading.title.hasSuffix("#") && !heading.title.isEmpty ? heading.line : nil
    }
    let title = trimmed(heading.title)
    guard title != heading.title, title.contains(where: \.isLetter) else { return nil }
    let original = text.lines[line].text
    guard let place = original.firstRange(of: heading.title) else { return nil }
    return original.replacingCharacters(in: place, with: title)
  }

  private func trimmed(_ title: String) -> String {
    switch part {
    case .number: return Self.withoutNumber(title)
    case .sign:
      guard let start = title.firstIndex(where: { $0.isLetter || $0.isNumber || "`\"'([*_~<@$./".contains($0) }),
        start > title.startIndex, title[title.index(before: start)].isWhitespace
      else { return title }
      return String(title[start...])
    case .emphasis:
      return title.contains("`") ? title : title.replacing("**", with: "").replacing("__", with: "")
    case .ending:
      guard let ending, title.hasSuffix(ending), !title.dropLast(ending.count).hasSuffix(ending) else { return title }
      return String(title.dropLast(ending.count)).trimmed
    case .closing: return title
    }
  }

  /// A number is digits and points, and a point or bracket at the end or several parts: `3 ways` has none.
  static func withoutNumber(_ title: String) -> String {
    let number = title.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ")") }
    let rest = title[number.endIndex...]
    guard number.first?.isNumber == true, number.contains(where: { $0 == "." || $0 == ")" }),
      rest.first?.isWhitespace == true, number.allSatisfy({ $0 != ")" }) || number.hasSuffix(")")
    else { return title }
    return String(rest).trimmed
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [HeadingTrim] {
    guard let old = HeadingParts(pair.source.lines[before]), let new = HeadingParts(pair.target.lines[after]) else {
      return []
    }
    if old.title == new.title { return [HeadingTrim(part: .closing)] }
    var ideas = [HeadingTrim(part: .number), HeadingTrim(part: .sign), HeadingTrim(part: .emphasis)]
    if let last = old.title.last, !last.isLetter, !last.isNumber, !")]`\"'".contains(last), new.title.last != last {
      ideas.append(HeadingTrim(part: .ending, ending: String(last)))
    }
    return ideas.filter { $0.trimmed(old.title) != old.title && $0.trimmed(new.title) == new.title }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
