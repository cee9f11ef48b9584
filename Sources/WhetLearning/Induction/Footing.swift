/// What a rule stands on: how much its own tokens say of where it holds, before anything is known but one place.
enum Footing: Sendable {
  /// It names what it changes: a word of running text, a called function, a member, a keyword. One place is enough.
  case named
  /// It changes a short or frequent word, which may mean other things elsewhere.
  case shortWord
  /// It changes signs only; what stands beside them decides.
  case signs
  /// It only adds, or changes what an author named; a second place must bear it out.
  case none

  init(of rule: EditRule, beginsLine: Bool) {
    let footing = Self.footing(of: rule)
    let isCommand = beginsLine && rule.before.first?.isLiteral == true && rule.scope.isCode
    self = footing == .none && isCommand && !rule.insertsOnly && !rule.editsSeveralLines ? .named : footing
  }

  /// The most words that one correction may put in the place of others for good.
  private static let mostNewWords = 6

  private static func footing(of rule: EditRule) -> Footing {
    if rule.hasWordValues { return .none }
    let kept = rule.keptElements
    let deleted = rule.before.indices.filter { !kept.contains($0) && rule.before[$0].isLiteral }
    let hasHoles = rule.before.contains {
      if case .hole(let kind) = $0 { kind != .number && kind != .figure } else { false }
    }
    if rule.scope.isText {
      // Sentences that were written anew are about the matter.
      if rule.after.count(where: { $0.literal?.first?.isLetter ?? false }) > mostNewWords { return .none }
      let words = deleted.flatMap { rule.before[$0].words }
      let isNamed = words.contains { $0.count >= 3 && $0.contains(where: \.isLetter) }
      // A capital put on or off says nothing of where the rule holds.
      if rule.hasValues { return isNamed || !rule.hasCaseValuesOnly ? .named : .none }
      if hasHoles { return .none }
      if isNamed { return .named }
      if !words.isEmpty, deleted.count >= 3, words.contains(where: { $0.contains(where: \.isLetter) }) { return .named }
      if words.contains(where: { $0.contains(where: \.isLetter) }) { return .shortWord }
      return deleted.isEmpty || words.contains(where: { $0.contains(where: \.isNumber) }) ? .none : .signs
    }
    let isNewLine = deleted.isEmpty && rule.after.contains { if case .newline = $0 { true } else { false } }
    let isWrap = rule.before.contains(.hole(.block))
    if isNewLine, !isWrap { return .none }
    if rule.editsSeveralLines { return .none }
    if rule.hasTellingName(deleted) { return .named }
    return deleted.isEmpty
      || deleted.contains(where: { rule.before[$0].words.contains { $0.contains { $0.isLetter || $0.isNumber } } })
      ? .none : .signs
  }
}
