import Synchronization

/// A rule with its conditions, and where they do not help.
struct GuardedRule: Sendable {
  var rule: EditRule
  /// Where it is wrong all the same.
  var wrong: [RulePool.WrongFiring] = []
  /// Where people did something else all the same.
  var missed: [RulePool.WrongFiring] = []
  /// How many of its conditions were learned from wrong firings.
  var learned = 0
  /// How many of these keep it from one correction only.
  var single = 0
}

/// The last search for a rule's conditions; good for as long as its record stays what it was.
final class GuardMemo: Sendable {
  private let last = Mutex<(rule: EditRule, found: GuardedRule)?>(nil)

  /// - Parameter rule: The rule with the conditions the search begins with.
  func found(for rule: EditRule, _ search: () -> GuardedRule) -> GuardedRule {
    if let last = last.withLock({ $0 }), last.rule == rule { return last.found }
    let found = search()
    last.withLock { $0 = (rule, found) }
    return found
  }
}
