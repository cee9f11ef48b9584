import WhetCore

/// How soon one steady preference of a simulated person was learned, in a stream whose lines say which preferences each
/// response needed.
///
/// A line names for each such preference the corrected text as it would be without it. The part that the preference
/// asked for came out right when the way from the improved response to that text leads by way of the corrected one:
/// `d(improved, without) = d(improved, corrected) + d(corrected, without)`. Other parts may still be wrong.
public struct PreferenceMeasure: Sendable, Equatable {
  /// The fewest responses that a preference must have been needed in before it is judged.
  public static let fewestResponses = 4
  /// How many of the later responses must be right for the preference to count as learned.
  static let steadiness = 0.9

  public var name: String
  /// Whether it came out right, for each response that needed it, in order.
  public var outcomes: [Bool]

  /// How many corrections had shown it before the first response on which it came out right and, counting from there,
  /// in nine of ten that needed it; `nil` if that never was so.
  public var correctionsUntilRight: Int? {
    var right = 0
    var found: Int?
    for (index, outcome) in outcomes.enumerated().reversed() where outcome {
      right += 1
      if Double(right) >= Self.steadiness * Double(outcomes.count - index) { found = index }
    }
    return found
  }

  var isJudged: Bool { outcomes.count >= Self.fewestResponses }
}

extension PreferenceMeasure {
  /// Whether each preference that a response needed came out right in the improved text.
  static func outcomes(of improved: String, for line: MeasureLine) throws(WhetError) -> [String: Bool] {
    var outcomes: [String: Bool] = [:]
    let left = line.preferences.isEmpty ? 0 : try ResponseCost.distance(improved, line.corrected, line)
    for (name, without) in line.preferences {
      let size = try ResponseCost.distance(line.corrected, without, line)
      guard size > 0 else { continue }
      outcomes[name] = try ResponseCost.distance(improved, without, line) == left + size
    }
    return outcomes
  }

  static func all(in items: [StreamMeasure.Item]) -> [PreferenceMeasure] {
    var outcomes: [String: [Bool]] = [:]
    for item in items {
      for (name, isRight) in item.preferences { outcomes[name, default: []].append(isRight) }
    }
    return outcomes.map { PreferenceMeasure(name: $0.key, outcomes: $0.value) }.sorted { $0.name < $1.name }
  }

  /// The median of `correctionsUntilRight` of the judged preferences, those never right counted as later than all
  /// others; `nil` when that is so of half of them, or none is judged.
  static func medianCorrectionsUntilRight(_ measures: [PreferenceMeasure]) -> Double? {
    Median.of(measures.filter(\.isJudged).map { $0.correctionsUntilRight.map(Double.init) ?? .infinity })
      .flatMap { $0.isFinite ? $0 : nil }
  }

  /// Of the judged preferences, the share that was right after so many corrections.
  static func share(rightAfter corrections: Int, _ measures: [PreferenceMeasure]) -> Double? {
    let judged = measures.filter(\.isJudged)
    return Share.of(judged.filter { $0.correctionsUntilRight.map { $0 <= corrections } ?? false }.count, judged.count)
  }

  /// What `measure stream` adds for labelled streams; nothing for others.
  static func members(_ measures: [PreferenceMeasure]) -> [JSONValue.Member] {
    guard !measures.isEmpty else { return [] }
    return [
      .init("corrections_until_right", JSONValue(medianCorrectionsUntilRight(measures))),
      .init("right_after_3", JSONValue(share(rightAfter: 3, measures))),
      .init("preferences", .array(measures.map(\.value))),
    ]
  }

  private var value: JSONValue {
    .record([
      "preference": .string(name), "responses": JSONValue(outcomes.count),
      "right": JSONValue(Share.of(outcomes.count { $0 }, outcomes.count)),
      "corrections_until_right": correctionsUntilRight.map { JSONValue($0) } ?? .null,
    ])
  }
}
