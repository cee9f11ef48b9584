internal import Foundation

/// Whether the brackets and strings of code close, in languages whose strings and comments can be told surely.
enum CodeStructure {
  /// - Returns: `nil` for a language that is not known here; else the first fault, or `.some(nil)`.
  static func fault(in text: String, language: String?) -> String?? {
    switch language {
    case "json": .some(isJSON(text) ? nil : "the JSON does not parse")
    case "python", "py": .some(BracketScan(.python).fault(in: text))
    case "java": .some(BracketScan(.java).fault(in: text))
    case "c": .some(BracketScan(.c).fault(in: text))
    case "go", "golang": .some(BracketScan(.go).fault(in: text))
    default: .none
    }
  }

  private static func isJSON(_ text: String) -> Bool {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) != nil
  }
}

/// A scan over brackets that skips strings and comments.
struct BracketScan {
  /// How a language writes what is skipped.
  struct Lexis {
    var lineComment: String
    var hasBlockComments: Bool
    /// Marks in which a line end and a backslash are ordinary.
    var rawString: String?
    var longStrings: [String]

    static let python = Lexis(lineComment: "#", hasBlockComments: false, longStrings: ["\"\"\"", "'''"])
    static let java = Lexis(lineComment: "//", hasBlockComments: true, longStrings: ["\"\"\""])
    static let c = Lexis(lineComment: "//", hasBlockComments: true, longStrings: [])
    static let go = Lexis(lineComment: "//", hasBlockComments: true, rawString: "`", longStrings: [])
  }

  private let lexis: Lexis

  init(_ lexis: Lexis) {
    self.lexis = lexis
  }

  func fault(in text: String) -> String? {
    let bytes = Array(text.utf8)
    var open: [(close: UInt8, line: Int)] = []
    var position = 0
    var line = 1
    while position < bytes.count {
      let start = position
      switch bytes[position] {
      case UInt8(ascii: "("): open.append((UInt8(ascii: ")"), line))
      case UInt8(ascii: "["): open.append((UInt8(ascii: "]"), line))
      case UInt8(ascii: "{"): open.append((UInt8(ascii: "}"), line))
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard open.popLast()?.close == bytes[position] else { return "line \(line): a bracket closes that is not open" }
      default:
        guard let end = skip(bytes, from: position) else { return "line \(line): a string or comment is never closed" }
        position = end - 1
      }
      position += 1
      line += bytes[start..<position].count { $0 == 0x0A }
    }
    return open.last.map { "line \($0.line): a bracket is never closed" }
  }

  /// - Returns: the end of the string, the comment or the one byte that begins here; `nil` if it has none.
  private func skip(_ bytes: [UInt8], from start: Int) -> Int? {
    if matches(bytes, lexis.lineComment, at: start) { return bytes[start...].firstIndex(of: 0x0A) ?? bytes.count }
    if lexis.hasBlockComments, matches(bytes, "/*", at: start) {
      return end(bytes, of: "*/", from: start + 2, isEscaping: false, isOneLine: false)
    }
    if let mark = lexis.rawString, matches(bytes, mark, at: start) {
      return end(bytes, of: mark, from: start + 1, isEscaping: false, isOneLine: false)
    }
    for mark in lexis.longStrings where matches(bytes, mark, at: start) {
      return end(bytes, of: mark, from: start + 3, isEscaping: true, isOneLine: false)
    }
    for mark in ["\"", "'"] where matches(bytes, mark, at: start) {
      return end(bytes, of: mark, from: start + 1, isEscaping: true, isOneLine: true)
    }
    return start + 1
  }

  private func matches(_ bytes: [UInt8], _ mark: String, at position: Int) -> Bool {
    bytes[position] == mark.utf8.first && bytes[position...].starts(with: mark.utf8)
  }

  private func end(_ bytes: [UInt8], of mark: String, from start: Int, isEscaping: Bool, isOneLine: Bool) -> Int? {
    var position = start
    while position < bytes.count {
      if matches(bytes, mark, at: position) { return position + mark.utf8.count }
      if isOneLine, bytes[position] == 0x0A { return nil }
      position += isEscaping && bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
