extension ScriptValue {
  /// The kind of the value and what it is, in a few words; of a large value only its beginning is looked at.
  ///
  /// A secret is `secret` and nothing more, in lists and records too.
  public var summary: String {
    switch self {
    case .null, .bool: literal
    case .integer, .number, .duration: kind.kindNames.joined() + " " + literal
    case .text(let text): "text '" + OneLine.bounded(text, limit: 40) + "'"
    case .path(let path): "path '" + OneLine.bounded(path, limit: 40) + "'"
    case .secret: "secret"
    case .unknown: "not known"
    case .list(let list): list.isEmpty ? "an empty list" : "a list of \(list.count)"
    case .record(let record): Self.summary(of: record)
    }
  }

  private static func summary(of record: ScriptRecord) -> String {
    if record.count == 0 { return "an empty record" }
    let names = record.members.prefix(12).map { OneLine.bounded($0.name, limit: 20) }.joined(separator: ", ")
    return "a record of " + OneLine.bounded(names + (record.count > 12 ? ", ..." : ""))
  }
}

/// Texts of any size as one short line.
public enum OneLine {
  /// The beginning of a text: line ends and tabs become blanks, what a terminal would act on or not show becomes
  /// visible, and `...` stands for what was cut. The time does not grow with the text.
  public static func bounded(_ text: String, limit: Int = 72) -> String {
    // By scalars, because one character may be made of a million of them.
    let start = text.unicodeScalars.prefix(limit * 4)
    let isCut = start.endIndex != text.unicodeScalars.endIndex
    let words = String(String.UnicodeScalarView(start)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let line = VisibleText.quoted(words, limit: limit)
    return isCut && !line.hasSuffix("...") ? line + "..." : line
  }
}
