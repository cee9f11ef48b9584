/// Reads `key: value` lines of front matter that is not YAML, as the unquoted colons of many published agents make it.
enum LenientFrontMatter {
  static func fields(of text: String) -> [FrontMatter.Field] {
    var fields: [(name: String, lines: [String])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let match = line.prefixMatch(of: #/([A-Za-z_][A-Za-z0-9_-]*)[ \t]*:(?:[ \t]+|$)/#) {
        fields.append((String(match.1), [line[match.range.upperBound...].trimmingBlanks]))
      } else if !fields.isEmpty, line.first?.isWhitespace == true || line.hasPrefix("- ") {
        fields[fields.count - 1].lines.append(line.trimmingBlanks)
      }
    }
    return fields.map { FrontMatter.Field(name: $0.name, value: value(of: $0.lines)) }
  }

  private static func value(of lines: [String]) -> String {
    var lines = lines
    if let first = lines.first, first.wholeMatch(of: #/[|>][+-]?/#) != nil { lines.removeFirst() }
    let words = lines.filter { !$0.isEmpty }
    if !words.isEmpty, words.allSatisfy({ $0.hasPrefix("- ") }) {
      return words.map { unquoted($0.dropFirst(2).trimmingBlanks) }.joined(separator: ", ")
    }
    return unquoted(words.joined(separator: " "))
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let quote = text.first, "\"'".contains(quote), text.last == quote else { return text }
    return String(text.dropFirst().dropLast())
  }
}
