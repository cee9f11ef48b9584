/// What an operator makes of which kinds of operands.
enum OperatorKinds {
  private typealias Rule = (left: ValueKinds, right: ValueKinds, result: ValueKinds)

  /// What the operation can give; nothing if it always fails.
  static func result(of binary: BinaryOperator, _ left: ValueKinds, _ right: ValueKinds) -> ValueKinds {
    rules(of: binary).reduce(into: []) { kinds, rule in
      if !left.isDisjoint(with: rule.left), !right.isDisjoint(with: rule.right) { kinds.formUnion(rule.result) }
    }
  }

  private static func rules(of binary: BinaryOperator) -> [Rule] {
    switch binary {
    case .or, .and: [(.bool, .bool, .bool)]
    case .equal, .notEqual: [(.any, .any, .bool)]
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      [(.numeric, .numeric, .bool), (.text, .text, .bool), (.duration, .duration, .bool)]
    case .in: [(.any, .list, .bool), (.textual, [.text, .path, .secret, .record], .bool)]
    case .matches: [(.textual, .text, .bool)]
    case .plus:
      numbers + texts + [(.duration, .duration, .duration), (.list, .list, .list), (.record, .record, .record)]
    case .minus: numbers + [(.duration, .duration, .duration)]
    case .times: numbers + [(.duration, .numeric, .duration), (.numeric, .duration, .duration)]
    case .divide:
      [(.numeric, .numeric, .number), (.duration, .numeric, .duration), (.duration, .duration, .number)]
    case .remainder: numbers
    }
  }

  private static let numbers: [Rule] = [
    (.integer, .integer, .integer), (.number, .numeric, .number), (.integer, .number, .number),
  ]

  private static let texts: [Rule] = [
    ([.text, .path], [.text, .path], .text), (.secret, .textual, .secret), ([.text, .path], .secret, .secret),
  ]
}
