public import WhetCore

extension StreamMeasure {
  /// Tokens that a person had to change in all responses without learning.
  public var costWithout: Int { items.reduce(0) { $0 + $1.cost.without } }
  /// Tokens that were left to change in all responses.
  public var costWith: Int { items.reduce(0) { $0 + $1.cost.with } }

  /// `1 - with / without`, at most 1; below 0 where learning made work. `nil` when nothing was to be changed.
  public var reduction: Double? { Self.reduction(of: items[...]) }

  /// As `reduction`, of the last hundred responses, or of all where there are fewer.
  public var reductionOfLast100: Double? { Self.reduction(of: items.suffix(100)) }

  static func reduction(of items: ArraySlice<Item>) -> Double? {
    let without = items.reduce(0) { $0 + $1.cost.without }
    let with = items.reduce(0) { $0 + $1.cost.with }
    return without == 0 ? nil : 1 - Double(with) / Double(without)
  }

  /// Of the responses that were to be corrected, the share that came out just as the person leaves them.
  public var exact: Double? {
    let unequal = items.filter { !$0.isAccepted }
    return Share.of(unequal.filter(\.cost.isExact).count, unequal.count)
  }

  /// Of all responses, the share with a token changed that the person would not have changed.
  public var offPathShare: Double? { Share.of(items.filter { $0.cost.offPath > 0 }.count, items.count) }

  /// The median of `supportsAtFirstRightFiring`; `nil` when no lesson ever did right.
  public var correctionsPerRule: Double? { Median.of(supportsAtFirstRightFiring.values.map(Double.init)) }

  /// How each labelled preference was learned, by name.
  public var preferences: [PreferenceMeasure] { PreferenceMeasure.all(in: items) }

  /// The numbers as `measure stream` gives them.
  ///
  /// - Parameters:
  ///   - isPerItem: with a record for each response.
  ///   - isTimed: with how long learning and improving took; these differ from run to run.
  public func value(perItem isPerItem: Bool, timed isTimed: Bool) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("items", JSONValue(items.count)), .init("cost_without", JSONValue(costWithout)),
      .init("cost_with", JSONValue(costWith)), .init("reduction", JSONValue(reduction)),
      .init("reduction_last_100", JSONValue(reductionOfLast100)), .init("exact", JSONValue(exact)),
      .init("off_path_share", JSONValue(offPathShare)), .init("corrections_per_rule", JSONValue(correctionsPerRule)),
    ]
    members += PreferenceMeasure.members(preferences)
    if isTimed {
      members += [
        .init("learn_milliseconds", Self.times(learning)), .init("apply_milliseconds", Self.times(applying)),
      ]
    }
    if isPerItem { members.append(.init("per_item", .array(items.indices.map { item($0, timed: isTimed) }))) }
    return .object(members)
  }

  private func item(_ index: Int, timed isTimed: Bool) -> JSONValue {
    let times: [JSONValue.Member] = [
      .init("learn_milliseconds", .number(learning[index] / .milliseconds(1))),
      .init("apply_milliseconds", .number(applying[index] / .milliseconds(1))),
    ]
    return .object(items[index].members + (isTimed ? times : []))
  }

  private static func times(_ durations: [Duration]) -> JSONValue {
    let times = durations.map { $0 / .milliseconds(1) }
    return .record(["median": JSONValue(Median.of(times)), "worst": JSONValue(times.max())])
  }
}

extension StreamMeasure.Item {
  var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("line", JSONValue(line)), .init("id", JSONValue(id)),
      .init("improved", .string(improved)), .init("cost_without", JSONValue(cost.without)),
      .init("cost_with", JSONValue(cost.with)), .init("off_path_tokens", JSONValue(cost.offPath)),
      .init("exact", JSONValue(cost.isExact)),
      .init("known_lessons", JSONValue(known)), .init("lessons", .array(lessons.map { .string($0.rawValue) })),
    ]
    if !preferences.isEmpty {
      let names = { (isRight: Bool) in
        JSONValue.array(preferences.filter { $0.value == isRight }.keys.sorted().map { .string($0) })
      }
      members += [.init("right", names(true)), .init("wrong", names(false))]
    }
    return members
  }
}

/// Parts of a whole.
enum Share {
  /// 0 to 1; `nil` of nothing.
  static func of(_ part: Int, _ whole: Int) -> Double? { whole == 0 ? nil : Double(part) / Double(whole) }
}
