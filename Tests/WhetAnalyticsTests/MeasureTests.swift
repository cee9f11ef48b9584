import Foundation
import Testing
import WhetCore

@testable import WhetAnalytics

/// What measures say of texts whose distances can be counted by hand.
struct MeasureTests {
  private static func line(
    _ original: String, _ corrected: String, number: Int = 1, preferences: [String: String] = [:]
  ) -> MeasureLine {
    MeasureLine(
      number: number, original: original, corrected: corrected, format: .conversation, preferences: preferences)
  }

  @Test(arguments: [
    ("a b c", "a b d", 1, 0, 1, 0.0), ("a b c", "a b c", 1, 1, 0, 0), ("a b c", "a b e", 1, 1, 1, 0.5),
    ("a b c", "x b d", 1, 1, 2, 1), ("a b c", "a  b\td", 1, 0, 1, 0), ("a b c", "a b\nd", 1, 1, 2, 1),
  ])
  func `a response's cost and its detour`(
    original: String, improved: String, without: Int, with: Int, changed: Int, offPath: Double
  ) throws {
    let cost = try ResponseCost(of: improved, for: Self.line(original, "a b d"))
    #expect((cost.without, cost.with, cost.changed) == (without, with, changed))
    #expect(cost.offPath == offPath)
  }

  @Test(arguments: [
    ("Use three mins!", true, false), ("Use 3 minutes!", false, true), ("Use three minutes.", true, true),
    ("Use 3 mins.", false, false), ("Take three minutes.", true, true), ("Use four minutes.", false, true),
    ("Use three hours.", true, false),
  ])
  func `a preference is right when its part is, whatever the others are`(improved: String, number: Bool, unit: Bool)
    throws
  {
    let line = Self.line(
      "Use 3 mins!", "Use three minutes.",
      preferences: ["number": "Use 3 minutes.", "unit": "Use three mins.", "nothing": "Use three minutes."])
    let outcomes = try PreferenceMeasure.outcomes(of: improved, for: line)
    #expect(outcomes == ["number": number, "unit": unit])
  }

  @Test(arguments: [
    ([true, true], 0), ([false, true, true], 1), ([false, false], nil), ([true, false, true, true], 2),
    ([true] + Array(repeating: true, count: 8) + [false], 0), ([false, false, true, false, false, true], 5), ([], nil),
  ])
  func `a preference counts as learned from where nine of ten are right`(outcomes: [Bool], corrections: Int?) {
    #expect(PreferenceMeasure(name: "p", outcomes: outcomes).correctionsUntilRight == corrections)
  }

  @Test func `preferences that were seldom needed are not judged, and those never right count as late`() {
    let late = PreferenceMeasure(name: "late", outcomes: [false, false, false, false])
    let soon = PreferenceMeasure(name: "soon", outcomes: [false, true, true, true])
    let seldom = PreferenceMeasure(name: "seldom", outcomes: [false, false, false])
    #expect(PreferenceMeasure.medianCorrectionsUntilRight([soon, soon, late, seldom]) == 1)
    #expect(PreferenceMeasure.medianCorrectionsUntilRight([soon, late]) == nil)
    #expect(PreferenceMeasure.medianCorrectionsUntilRight([seldom]) == nil)
    #expect(PreferenceMeasure.share(rightAfter: 3, [soon, late, seldom]) == 0.5)
    #expect(PreferenceMeasure.share(rightAfter: 0, [soon, late]) == 0)
  }

  private static let names = ["alpha", "beta", "gamma", "delta", "omega", "sigma"]
  private static let stream = names.enumerated().map { index, name in
    line(
      "Ask \(name) for the db of \(index) hosts", "Ask \(name) for the database of \(index) hosts", number: index + 1)
  }

  @Test func `a stream is improved with what was known before each response`() throws {
    let measure = try StreamMeasure(of: Self.stream)
    #expect(measure.items.map(\.line) == [1, 2, 3, 4, 5, 6])
    #expect(measure.items[0].cost.with == 1)
    #expect(measure.items.last?.cost.with == 0)
    #expect((measure.costWithout, measure.offPathShare) == (6, 0))
    let left = Double(measure.costWith)
    #expect(measure.reduction == 1 - left / 6)
    #expect(abs(try #require(measure.exact) - (1 - left / 6)) < 1e-9)
    #expect(measure.reductionOfLast100 == measure.reduction)
    // The rule rested on as many corrections as there were before it was there.
    #expect(measure.correctionsPerRule == left)
  }

  @Test func `what is known before is not measured`() throws {
    let measure = try StreamMeasure(of: Array(Self.stream.suffix(2)), after: Array(Self.stream.prefix(4)))
    #expect(measure.items.map(\.line) == [5, 6])
    #expect(measure.costWith == 0)
    #expect(measure.items[0].known > 0)
  }

  @Test func `the same stream gives the same measure`() throws {
    let (first, second) = (try StreamMeasure(of: Self.stream), try StreamMeasure(of: Self.stream))
    #expect(first == second)
  }

  @Test func `the last hundred are counted from the end`() throws {
    let accepted = (0..<99).map { Self.line("all is well \($0)", "all is well \($0)", number: $0 + 2) }
    let wrong = Self.line("one two", "three four")
    let whole = try StreamMeasure(of: [wrong] + accepted)
    #expect(whole.reductionOfLast100 == 0)
    let measure = try StreamMeasure(of: [wrong, wrong] + accepted.dropLast() + [accepted[0], accepted[1]])
    #expect(measure.reductionOfLast100 == nil)
    #expect(measure.items.count == 102)
  }

  @Test func `nothing to be measured is no number`() throws {
    let nothing = try StreamMeasure(of: [])
    #expect(nothing.reduction == nil && nothing.exact == nil && nothing.offPathShare == nil)
    let accepted = try StreamMeasure(of: [Self.line("a", "a")])
    #expect((accepted.reduction, accepted.exact, accepted.offPathShare) == (nil, nil, 0))
  }

  @Test func `rules are tried on texts they were not learned from`() throws {
    let fresh = Self.line("Mail rho about the db of 9 hosts", "Mail rho about the database of 9 hosts")
    let other = Self.line("Nothing to see", "Everything to see", number: 2)
    let equal = Self.line("All is well", "All is well", number: 3)
    let lookalike = Self.line("The db of old", "The db of old")
    let measure = try RuleMeasure(train: Self.stream, test: [fresh, other, equal], untouched: [lookalike])
    #expect(measure.items.count == 4)
    #expect(measure.items.map(\.isUntouched) == [false, false, false, true])
    #expect(measure.exact == 0.5)
    #expect(measure.distanceReduction == 0.5)
    let changed = measure.items.filter(\.isChanged).count
    #expect(measure.falseChanges == Double(changed - 1) / 2)
    #expect(measure.precision == 1 / Double(changed))
  }

  @Test func `a measure that is given up ends`() throws {
    struct Enough: Error {}
    var seen: [Int] = []
    #expect(throws: Enough.self) {
      try StreamMeasure(of: Self.stream) { done in
        seen.append(done)
        if done == 2 { throw Enough() }
      }
    }
    #expect(seen == [0, 1, 2])
    #expect(throws: Enough.self) { try RuleMeasure(train: Self.stream, test: [], progress: { _ in throw Enough() }) }
  }
}
