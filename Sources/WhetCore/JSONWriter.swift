extension JSONValue {
  /// The value as JSON text (RFC 8259).
  ///
  /// - Parameter indent: spaces per level; 0 writes one line.
  public func json(indent: Int = 0) -> String {
    var text = ""
    write(to: &text, indent: indent, level: 0)
    return text
  }

  private func write(to text: inout String, indent: Int, level: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .number(let number): text += Self.text(of: number)
    case .string(let string): Self.quote(string, into: &text)
    case .array(let values):
      Self.list(values, "[", "]", to: &text, indent: indent, level: level) { value, text in
        value.write(to: &text, indent: indent, level: level + 1)
      }
    case .object(let members):
      Self.list(members, "{", "}", to: &text, indent: indent, level: level) { member, text in
        Self.quote(member.name, into: &text)
        text += indent > 0 ? ": " : ":"
        member.value.write(to: &text, indent: indent, level: level + 1)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, indent: Int, level: Int,
    write: (Item, inout String) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      if indent > 0 { text += "\n" + String(repeating: " ", count: indent * (level + 1)) }
      write(item, &text)
    }
    if indent > 0, !items.isEmpty { text += "\n" + String(repeating: " ", count: indent * level) }
    text += close
  }

  /// JSON has no infinities and no NaN: they become `null`.
  private static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    return String(number)
  }

  private static func quote(_ string: String, into text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where Self.mustEscape(scalar):
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Controls as JSON demands it; other invisible and direction-changing characters so that a terminal
  /// showing the JSON stays as it is.
  private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
