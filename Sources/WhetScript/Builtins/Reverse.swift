import WhetCore

extension Builtin {
  static let reverse = Builtin(
    "reverse", [.init("value", [.list, .text, .path, .secret])], gives: [.list, .text, .secret],
    "The elements of a list or the characters of a text from the last to the first",
    examples: [("reverse([1, 2, 3])", "[3, 2, 1]"), (#"reverse("abc")"#, #""cba""#)]
  ) { arguments, _ throws(WhetError) in
    if case .list(let list) = arguments.first { return .list(list.backwards) }
    return try keepingSecrets(arguments) { arguments throws(WhetError) in
      .text(String(try arguments.text(0).reversed()))
    }
  }
}

extension ScriptList {
  /// The elements from the last to the first; a range stays one.
  var backwards: ScriptList {
    switch self {
    case .elements(let elements, let extent): .elements(elements.reversed(), extent)
    case .range(let first, let step, let count):
      count > 1 ? .range(first: first + step * Int64(count - 1), step: -step, count: count) : self
    }
  }
}
