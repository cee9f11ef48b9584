import WhetCore

extension Builtin {
  static let unique = Builtin(
    "unique", [.init("list", .list)], gives: .list, "The list without the elements that are equal to an earlier one",
    examples: [("unique([2, 1, 2])", "[2, 1]"), ("unique([1, 1.0])", "[1]")]
  ) { arguments, _ throws(WhetError) in
    let list = try arguments.list(0)
    guard !list.isRange else { return .list(list) }
    var seen: Set<ValueKey> = []
    var kept: [ScriptValue] = []
    for element in list where seen.insert(ValueKey(element)).inserted { kept.append(element) }
    return .list(try ScriptList(kept))
  }
}
