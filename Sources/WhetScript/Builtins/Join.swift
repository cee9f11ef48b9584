import WhetCore

extension Builtin {
  static let join = Builtin.makingTexts(
    "join", [.init("list", .list), .init("separator", .textual, isOptional: true)], gives: [.text, .secret],
    "The texts and numbers of a list as one text, with the separator between them",
    examples: [(#"join(["a", "b"], ", ")"#, #""a, b""#), ("join([1, 2])", #""12""#)]
  ) { arguments, _ throws(WhetError) in
    let list = try arguments.list(0)
    guard list.count <= ScriptList.countLimit else { throw .textTooLarge }
    let separator = arguments.count > 1 ? try arguments.text(1) : ""
    var joined = ""
    for (index, element) in list.enumerated() {
      let text = try joinable(element)
      let separator = index > 0 ? separator : ""
      let size = joined.utf8.count + separator.utf8.count + text.utf8.count
      guard size <= ScriptValue.sizeLimit else { throw .textTooLarge }
      joined += separator
      joined += text
    }
    return .text(joined)
  }

  private static func joinable(_ element: ScriptValue) throws(WhetError) -> String {
    switch element {
    case .text(let text), .path(let text): return text
    case .integer, .number: return element.text
    default: throw WhetError(.wrongKind, "join takes texts and numbers, not \(element.described)")
    }
  }
}
