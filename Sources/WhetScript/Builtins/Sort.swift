import WhetCore

extension Builtin {
  static let sort = Builtin(
    "sort", [.init("list", .list), .init("field", .text, isOptional: true)], gives: .list,
    "The list from the smallest to the largest; records by a field; equal ones stay in their order",
    examples: [
      ("sort([3, 1, 2])", "[1, 2, 3]"), (#"sort(["b", "a"])"#, #"["a", "b"]"#),
      (#"sort([{n: 2}, {n: 1}], "n")"#, "[{n: 1}, {n: 2}]"),
    ]
  ) { arguments, _ throws(WhetError) in
    let list = try arguments.list(0)
    return arguments.count > 1 ? try sorted(list, by: try arguments.text(1)) : .list(try sorted(list))
  }

  private static func sorted(_ list: ScriptList) throws(WhetError) -> ScriptList {
    if case .range(_, let step, _) = list { return step < 0 ? list.backwards : list }
    try ValueOrder.check(list, for: "sort")
    return .elements(list.sorted(by: ValueOrder.precedes), list.extent)
  }

  private static func sorted(_ list: ScriptList, by field: String) throws(WhetError) -> ScriptValue {
    var rows: [(key: ScriptValue, element: ScriptValue)] = []
    for element in list {
      guard case .record(let record) = element else { throw .wrongKind(element, "sort by a field", takes: .record) }
      guard let key = record[field] else {
        throw WhetError(
          .noSuchField, "element \(rows.count) of the list has no field '\(VisibleText.quoted(field, limit: 40))'")
      }
      rows.append((key, element))
    }
    try ValueOrder.check(rows.lazy.map(\.key), for: "sort")
    rows.sort { ValueOrder.precedes($0.key, $1.key) }
    return .list(.elements(rows.map(\.element), list.extent))
  }
}
