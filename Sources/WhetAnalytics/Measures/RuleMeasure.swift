public import WhetCore
import WhetLearning

/// What lessons learned from one file do on responses of another.
public struct RuleMeasure: Sendable, Equatable {
  /// One response that the lessons were tried on.
  public struct Item: Sendable, Equatable {
    /// Its line in the file, from 1.
    public var line: Int
    public var id: String?
    /// The response after the lessons.
    public var improved: String
    /// Whether it is of the file of responses that must stay as they are.
    public var isUntouched: Bool
    public var isAccepted: Bool
    /// Whether the lessons changed anything, white space included.
    public var isChanged: Bool
    public var cost: ResponseCost
    public var lessons: [LessonID]
  }

  public private(set) var items: [Item] = []

  /// Learns from one file, and tries on others what was learned.
  ///
  /// - Parameter progress: called with the number of responses done, those that are learned from included; what it
  ///   throws ends the work.
  /// - Throws: what `progress` throws; `measure.too-long`.
  public init(
    train: [MeasureLine], test: [MeasureLine], untouched: [MeasureLine] = [],
    progress: (Int) throws -> Void = { _ in }
  ) throws {
    var learner = OfflineLearner()
    try learner.learn(known: train, progress: progress)
    let improver = OfflineImprover(lessons: learner.lessons)
    let tested = test.map { ($0, false) } + untouched.map { ($0, true) }
    for (number, (line, isUntouched)) in tested.enumerated() {
      try progress(train.count + number)
      let improvement = improver.improve(line.original, format: line.format, language: line.language)
      items.append(
        Item(
          line: line.number, id: line.id, improved: improvement.text, isUntouched: isUntouched,
          isAccepted: line.isAccepted,
          isChanged: improvement.text != line.original, cost: try ResponseCost(of: improvement.text, for: line),
          lessons: improvement.applications.map(\.lesson)))
    }
  }

  /// Of the unequal lines, the share that came out with just the corrected text's tokens; `nil` when there are none.
  public var exact: Double? {
    let unequal = items.filter { !$0.isAccepted }
    return Share.of(unequal.filter(\.cost.isExact).count, unequal.count)
  }

  /// `1 - with / without` of the distances of the test's lines, the untouched ones left out; `nil` when nothing was to
  /// be changed in them.
  public var distanceReduction: Double? {
    let tested = items.filter { !$0.isUntouched }
    let without = tested.reduce(0) { $0 + $1.cost.without }
    return without == 0 ? nil : 1 - Double(tested.reduce(0) { $0 + $1.cost.with }) / Double(without)
  }

  /// Of the equal lines of the test and the untouched ones, the share that was changed in any way, white space
  /// included; `nil` when there are none.
  public var falseChanges: Double? {
    let equal = items.filter(\.isAccepted)
    return Share.of(equal.filter(\.isChanged).count, equal.count)
  }

  /// Of all lines that the lessons changed, the share that came out with just the corrected text's tokens; `nil` when
  /// they changed none.
  public var precision: Double? {
    let changed = items.filter(\.isChanged)
    return Share.of(changed.filter { $0.cost.isExact && !$0.isAccepted }.count, changed.count)
  }

  /// The numbers as `measure rules` gives them.
  public func value(perItem isPerItem: Bool) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("items", JSONValue(items.count)), .init("exact", JSONValue(exact)),
      .init("distance_reduction", JSONValue(distanceReduction)), .init("false_changes", JSONValue(falseChanges)),
      .init("precision", JSONValue(precision)),
    ]
    if isPerItem { members.append(.init("per_item", .array(items.map(\.value)))) }
    return .object(members)
  }
}

extension RuleMeasure.Item {
  var value: JSONValue {
    .record([
      "line": JSONValue(line), "id": JSONValue(id), "improved": .string(improved), "untouched": JSONValue(isUntouched),
      "changed": JSONValue(isChanged), "exact": JSONValue(cost.isExact), "cost_without": JSONValue(cost.without),
      "cost_with": JSONValue(cost.with), "off_path_tokens": JSONValue(cost.offPath),
      "lessons": .array(lessons.map { .string($0.rawValue) }),
    ])
  }
}
