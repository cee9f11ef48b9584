import WhetCore
import WhetTerminal

/// Writes a table of plain values in the formats that have rows and columns only.
enum FlatTableText {
  /// Comma-separated values (RFC 4180), with a head and LF behind each row. `null` is an empty field, an empty text `""`.
  static func csv(_ table: FlatTable, hasHead: Bool = true) -> String {
    rows(table, hasHead: hasHead).map { row in
      // A row of one empty field would be an empty line, which readers pass over.
      let fields = row.map { $0.map(quoted) ?? (row.count == 1 ? "\"\"" : "") }
      return fields.joined(separator: ",") + "\n"
    }.joined()
  }

  /// Tab-separated values, with a head; a tab, line end or backslash inside a value is `\t`, `\n`, `\r` or `\\`, as in
  /// PostgreSQL's text form. `null` is an empty field.
  static func tsv(_ table: FlatTable, hasHead: Bool = true) -> String {
    rows(table, hasHead: hasHead).map { row in
      row.map { escaped($0 ?? "") }.joined(separator: "\t") + "\n"
    }.joined()
  }

  /// A table of GitHub-flavoured Markdown; line ends are `<br>`, and text stays text.
  static func markdown(_ table: FlatTable, hasHead: Bool = true) -> TerminalText {
    guard !table.columns.isEmpty else { return .empty }
    let rule = table.columns.indices.map { isNumeric(table, column: $0) ? "---:" : "---" }
    let lines = rows(table, hasHead: hasHead).map { $0.map { inMarkdown($0 ?? "") } }
    let all = hasHead ? [lines[0], rule] + lines.dropFirst() : lines
    return all.map { "| \(TerminalText($0.joined(separator: " | "))) |\n" }.joined()
  }

  private static func rows(_ table: FlatTable, hasHead: Bool) -> [[String?]] {
    guard !table.columns.isEmpty else { return [] }
    return (hasHead ? [table.columns] : []) + table.rows.map { $0.map(FlatTable.text(of:)) }
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.isEmpty || text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x09, 0x0A, 0x0D, 0x5C].contains($0) }) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isNumeric(_ table: FlatTable, column: Int) -> Bool {
    let cells = table.rows.map { $0[column] }.filter { $0 != .null }
    return !cells.isEmpty && cells.allSatisfy { $0.asNumber != nil }
  }

  /// A text so that Markdown shows it as it is. It is made safe first, as Markdown is for people.
  private static func inMarkdown(_ text: String) -> String {
    TerminalText(text).plain.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\", "|", "`", "*", "_", "[", "]", "~": result += "\\\(scalar)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\n": result += "<br>"
      case "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
