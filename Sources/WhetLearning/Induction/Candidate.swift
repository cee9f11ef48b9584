import WhetCore

/// A rule that one place of one correction suggests, described briefly; the rule itself is made when it is tried.
struct Candidate: Sendable {
  var region: Region
  var level: Abstraction.Level
  var zones: [Zone]
  /// Equal for candidates that give the same rule.
  var hash: UInt64
  /// Equal for candidates that replace the same tokens by the same, whatever stands around them.
  var core: UInt64
  /// The core of candidates that undo this one; `nil` where what was replaced or written has no word.
  var reverse: UInt64?
  /// Equal for candidates from equal surroundings, which count as one piece of evidence.
  var place: UInt64
  var footing: Footing
  /// What the rule costs to describe; see `RuleCost`.
  var cost: Double

  func rule(in analysis: PairAnalysis) -> EditRule? {
    Abstraction(analysis: analysis, region: region, level: level)
      .rule(scope: RuleScope(zones: zones, language: analysis.pair.language))
  }

  /// All candidates of a pair, cheapest description first.
  static func all(in analysis: PairAnalysis) -> [Candidate] {
    var candidates: [Candidate] = []
    var seen: Set<UInt64> = []
    for region in RegionFinder(analysis: analysis).regions() {
      let place = analysis.place(of: region.source)
      let (core, reverse) = cores(of: region, in: analysis)
      for level in Abstraction.Level.allCases
      where level == .literal || level == .leaves || level == .dropped || region.core.count > 1
        || level == .units && region.core.count == 1 && analysis.source.tokens[region.core.lowerBound].zone.isText
      {
        for zones in scopes(of: region, in: analysis) {
          var candidate = Candidate(
            region: region, level: level, zones: zones, hash: 0, core: core, reverse: reverse, place: place,
            footing: .none,
            cost: 0)
          guard let rule = candidate.rule(in: analysis) else { continue }
          candidate.hash = rule.stableHash
          guard seen.insert(candidate.hash ^ place).inserted else { continue }
          candidate.footing =
            isCaseOnly(region, in: analysis)
            ? .none : Footing(of: rule, beginsLine: beginsLine(region, in: analysis.source))
          candidate.cost = RuleCost.of(rule) + RuleCost.of(level) + RuleCost.of(candidate.footing, in: zones)
          candidates.append(candidate)
        }
      }
    }
    return candidates.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
  }

  /// What was deleted and what was written in its place, without what was kept between; and the other way round.
  private static func cores(of region: Region, in analysis: PairAnalysis) -> (core: UInt64, reverse: UInt64?) {
    let targetOf = analysis.alignment.targetOf
    let kept = Set(region.source.map { targetOf[$0] })
    let deleted = region.source.filter { targetOf[$0] < 0 }.map { analysis.source.tokens[$0] }
    let written = region.target.filter { !kept.contains($0) }.map { analysis.target.tokens[$0] }
    func hash(_ left: [Token], _ right: [Token]) -> UInt64 {
      var hash = StableHash()
      for token in left { hash.combine(token.text) }
      hash.combine("->")
      for token in right { hash.combine(token.text) }
      return hash.value
    }
    let hasWords = [deleted, written].allSatisfy { $0.contains { $0.kind == .word } }
    return (hash(deleted, written), hasWords ? hash(written, deleted) : nil)
  }

  /// An edit in one kind of running text may hold for the others; validation decides.
  private static func scopes(of region: Region, in analysis: PairAnalysis) -> [[Zone]] {
    let tokens = analysis.source.tokens[region.source].filter { $0.kind != .newline }
    let zones = Set(tokens.map(\.zone))
    guard let zone = zones.first else { return [] }
    if zones.allSatisfy(\.isText) {
      if makesZone(region, in: analysis.source) { return [[tokens[0].zone]] }
      return isCaseOnly(region, in: analysis)
        ? [zones.sorted { $0.rawValue < $1.rawValue }] : [[.prose, .heading, .list]]
    }
    if zone == .fence, region.core.isEmpty { return [] }
    return zones.count == 1 ? [[zone]] : []
  }

  /// Whether it begins with the first word of a line of code: in many languages a command or a keyword.
  private static func beginsLine(_ region: Region, in text: TokenText) -> Bool {
    guard let first = region.source.first, text.tokens[first].kind == .word, text.tokens[first].zone.isCode else {
      return false
    }
    let next = first + 1 < text.count ? text.tokens[first + 1] : nil
    return text.lineStart(first) == first && next?.text != "=" && next?.text != "." && next?.text != ":"
      && next?.kind != .newline
  }

  /// Whether nothing but the case of letters was changed.
  private static func isCaseOnly(_ region: Region, in analysis: PairAnalysis) -> Bool {
    analysis.source.tokens[region.core].map { $0.text.lowercased() }
      == analysis.target.tokens[
        (region.target.lowerBound + region.leftContext)..<(region.target.upperBound - region.rightContext)
      ].map { $0.text.lowercased() }
  }

  /// Whether a sign is edited that a line begins with: it is what makes the line a heading or a list item, so
  /// elsewhere it means something else.
  private static func makesZone(_ region: Region, in text: TokenText) -> Bool {
    guard let first = region.core.first(where: { text.tokens[$0].kind != .newline }) else { return false }
    return text.lineStart(first) == first && text.tokens[first].kind == .symbol && text.tokens[first].zone != .prose
  }
}

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
    let isCommand = beginsLine && rule.before.first?.isLiteral == true && rule.scope.zones == [.code]
    self = footing == .none && isCommand && !rule.insertsOnly ? .named : footing
  }

  private static func footing(of rule: EditRule) -> Footing {
    let kept = Set(rule.after.compactMap { element in if case .kept(let index, _) = element { index } else { nil } })
    let deleted = rule.before.indices.filter { !kept.contains($0) && rule.before[$0].isLiteral }
    let hasHoles = rule.before.contains {
      if case .hole(let kind) = $0 { kind != .number && kind != .figure } else { false }
    }
    if rule.scope.zones.allSatisfy(\.isText) {
      if rule.hasValues { return rule.hasWordValues ? .none : .named }
      if hasHoles { return .none }
      let words = deleted.flatMap { rule.before[$0].words }
      if words.contains(where: { $0.count >= 3 && $0.contains(where: \.isLetter) }) { return .named }
      if !words.isEmpty, deleted.count >= 3, words.contains(where: { $0.contains(where: \.isLetter) }) { return .named }
      if words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) { return .shortWord }
      return deleted.isEmpty ? .none : .signs
    }
    if rule.hasWordValues { return .none }
    let isNewLine = deleted.isEmpty && rule.after.contains { if case .newline = $0 { true } else { false } }
    let isWrap = rule.before.contains(.hole(.block))
    if isNewLine, !isWrap { return .none }
    if rule.hasTellingName(deleted) { return .named }
    return deleted.isEmpty
      || deleted.contains(where: { rule.before[$0].words.contains { $0.contains(where: \.isLetter) } })
      ? .none : .signs
  }
}

extension EditRule {
  /// Whether it makes values from values.
  var hasValues: Bool { after.contains { if case .computed = $0 { true } else { false } } }

  /// Whether a word is taken away and another written.
  var replacesName: Bool {
    let kept = Set(after.compactMap { element in if case .kept(let index, _) = element { index } else { nil } })
    let isTaken = before.indices.contains { index in
      !kept.contains(index) && before[index].words.contains { $0.contains(where: \.isLetter) }
    }
    return isTaken && after.contains { $0.literal?.contains(where: \.isLetter) ?? false }
  }

  /// The called functions, members and keywords of the pattern, sorted.
  var tellingNames: [String] {
    let words = before.flatMap { $0.words.isEmpty ? [""] : $0.words }
    let names = words.indices.filter { index in
      let next = index + 1 < words.count ? words[index + 1] : ""
      let previous = index > 0 ? words[index - 1] : ""
      return words[index].contains(where: \.isLetter)
        && (next == "." || next == "(" || previous == "." || Keyword.isKeyword(words[index]))
    }
    return Set(names.map { words[$0] }).sorted()
  }

  /// Whether it puts marks around one name or number of running text, whatever it is.
  var marksOne: Bool {
    guard before == [.hole(.run)] || before == [.hole(.word)] || before == [.hole(.number)],
      scope.zones.allSatisfy(\.isText)
    else { return false }
    return after.first?.literal != nil && after.last?.literal != nil && after.count <= 5
  }

  /// Whether it makes words from words.
  var hasWordValues: Bool {
    after.contains { if case .computed(let transform, _, _) = $0 { transform.isOfWords } else { false } }
  }

  /// Whether it writes several values in another form, as of a date; one value may be changed for another reason.
  var isOfForm: Bool {
    hasValues && !hasWordValues && before.count { if case .hole = $0 { true } else { false } } > 1
  }

  /// Whether a called function, a member or a decorator stands in the pattern, or a keyword that is edited.
  func hasTellingName(_ deleted: [Int]) -> Bool {
    before.indices.contains { index in
      guard case .literal(let text) = before[index], text.first?.isLetter == true || text.first == "_" else {
        return false
      }
      let next = index + 1 < before.count ? before[index + 1].words.first : nil
      let previous = index > 0 ? before[index - 1].words.last : nil
      if Keyword.isKeyword(text) { return deleted.contains(index) }
      return next == "(" || previous == "." || next == "." || previous == "@"
    }
  }
}

extension PatternElement {
  var isLiteral: Bool {
    switch self {
    case .literal, .phrase, .forms: true
    case .newline, .hole, .same: false
    }
  }

  /// The token texts it asks for, one form of each.
  var words: [String] {
    switch self {
    case .literal(let text): [text]
    case .phrase(let tokens): tokens
    case .forms(let forms): [forms[0]]
    case .newline, .hole, .same: []
    }
  }
}

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
    let kept = Set(rule.after.compactMap { element in if case .kept(let index, _) = element { index } else { nil } })
    var cost = 1 + 0.1 * Double(rule.before.count + rule.after.count)
    let isText = rule.scope.zones.allSatisfy(\.isText)
    let isForm = rule.isOfForm
    if isForm { cost -= form }
    for (index, element) in rule.before.enumerated() where kept.contains(index) {
      if element.isLiteral {
        cost += element.words.contains { $0.first?.isLetter ?? false } ? 0.4 : 0.15
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

/// A training pair with everything that depends on it alone; made once, used by every learner that sees the pair.
public struct PreparedPair: Sendable {
  public let pair: TrainingPair
  let analysis: PairAnalysis
  let candidates: [Candidate]

  /// Analyses a pair; about linear in the length of its texts.
  public init(_ pair: TrainingPair) {
    self.pair = pair
    analysis = PairAnalysis(pair)
    candidates = pair.isAccepted ? [] : Candidate.all(in: analysis)
  }
}
