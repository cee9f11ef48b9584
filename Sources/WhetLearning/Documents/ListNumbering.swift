/// How the items of numbered lists are numbered: the sign after the number, and whether the numbers count.
struct ListNumbering: LineLesson {
  static let kind = "list-numbering"

  enum Form: String, Codable {
    /// `1.`
    case dot
    /// `1)`
    case bracket
    /// 1, 2, 3
    case counting
    /// 1, 1, 1
    case ones
  }

  var form: Form

  var identity: String { form.rawValue }
  var topic: String { form == .dot || form == .bracket ? "sign" : "numbers" }
  var summary: String {
    switch form {
    case .dot: "1) -> 1."
    case .bracket: "1. -> 1)"
    case .counting: "‹number›. -> 1. 2. 3."
    case .ones: "‹number›. -> 1. 1. 1."
    }
  }
  var words: String {
    switch form {
    case .dot: "Write numbered lists with `1.`, not `1)`."
    case .bracket: "Write numbered lists with `1)`, not `1.`."
    case .counting: "Number the items of a list 1, 2, 3 and so on."
    case .ones: "Begin every item of a numbered list with the number 1."
    }
  }

  func rewritten(_ line: Int, in text: MarkdownText) -> String? {
    guard var item = ItemParts(text.lines[line]), item.isOrdered, let sign = item.mark.last, let number = item.number
    else { return nil }
    switch form {
    case .dot: item.mark = "\(number)."
    case .bracket: item.mark = "\(number))"
    case .counting:  // A list that goes on after something else keeps the number it begins with.
      let place = text.itemNumber(of: line, item)
      if place == 1 { return nil }
      item.mark = "\(text.firstNumber(of: line, item) + place - 1)\(sign)"
    case .ones: item.mark = "1\(sign)"
    }
    return item.line == text.lines[line].text ? nil : item.line
  }

  static func ideas(from before: Int, to after: Int, in pair: DocumentPair) -> [ListNumbering] {
    guard let old = ItemParts(pair.source.lines[before]), let new = ItemParts(pair.target.lines[after]), old.isOrdered,
      new.isOrdered, old.mark != new.mark
    else { return [] }
    if old.number == new.number { return [ListNumbering(form: new.mark.hasSuffix(".") ? .dot : .bracket)] }
    return [ListNumbering(form: .counting), ListNumbering(form: .ones)]
  }
}
