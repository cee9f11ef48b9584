/// How much a rule takes to describe, in tokens (minimum description length): what is not edited costs most, because
/// it ties the rule to where it was seen.
enum RuleCost {
  /// What a hole for whole calls costs: it forgets what is called.
  static let loose = 1.5
  /// What it costs in code to name nothing that is called or used: the rule would hold wherever such signs stand.
  static let nameless = 1.0
  /// What is saved where several values are made from several: that they fit by chance is unlikely.
  static let form = 0.1

  /// Among equals the units of a language are the likelier holes.
  static func of(_ level: Abstraction.Level) -> Double {
    switch level {
    case .units, .literal: 0
    case .leaves: 0.02
    case .contents: 0.2
    case .loose, .runs: loose
    case .dropped: 0.3
    }
  }

  static func of(_ footing: Footing, in zones: [Zone]) -> Double {
    footing == .none && zones == [.code] ? nameless : 0
  }

  static func of(_ rule: EditRule) -> Double {
    let kept = rule.keptElements
    var cost = 1 + 0.1 * Double(rule.before.count + rule.after.count)
    let isText = rule.scope.isText
    let isForm = rule.isOfForm
    if isForm { cost -= form }
    for (index, element) in rule.before.enumerated() where kept.contains(index) {
      if element.isLiteral {
        cost += literal(element, isText)
      } else if isText {
        cost += isForm ? 0.15 : 0.5
      }
      if case .newline = element { cost += 0.3 }
    }
    // Words and holes apart from each other that are changed at once may be several edits that happened to meet.
    if isText { cost += 0.6 * Double(rule.gaps(kept)) }
    return cost
  }
}

extension RuleCost {
  /// What a token costs that is asked for and kept; in running text a number is the likeliest to be another next time.
  private static func literal(_ element: PatternElement, _ isText: Bool) -> Double {
    if isText, element.words.contains(where: { $0.first?.isNumber ?? false }) { return 0.6 }
    return element.words.contains { $0.first?.isLetter ?? false } ? 0.4 : 0.15
  }
}

extension EditRule {
  /// How often kept elements stand between changed ones.
  fileprivate func gaps(_ kept: Set<Int>) -> Int {
    var gaps = 0
    var isInside = false
    var isOpen = false
    for index in before.indices {
      if kept.contains(index) {
        if isInside { isOpen = true }
      } else {
        if isOpen { gaps += 1 }
        isInside = true
        isOpen = false
      }
    }
    return gaps
  }
}
