import WhetCore
import WhetEvaluation

/// What a demo run showed; the failures are a function of these alone.
struct DemoFigures: Sendable, Equatable {
  var demo: String
  var agent: String
  var corrections = 0
  var sessions = 0
  var lessons = 0
  /// Held-out cases that failed before.
  var failing = 0
  var fixed: [String] = []
  var broken: [String] = []
  /// Accepted cases that lessons learned without them, or the deployed rules, changed.
  var touched: [String] = []
  /// Accepted cases that a lesson changed in their own session, before anybody had said that they were right. They are
  /// shown, and are no failure: the evidence is about what was learned from all, and what is deployed.
  var touchedInSessions: [String] = []
  /// Points.
  var heldOutMean: Double?
  var heldOutInterval: Interval?
  var decision: GateDecision?
  /// Lessons that changed the new response; `nil` when nothing was deployed.
  var newResponseLessons: [String]?
  /// Whether the definition was byte for byte what it was after rolling back; `nil` when nothing was deployed.
  var isRestored: Bool?
  var seconds = 0.0

  /// What the demo failed to show; empty when it showed everything.
  var failures: [String] {
    var failures: [String] = []
    if decision?.verdict != .deploy { failures.append("the strict gate refuses") }
    if failing == 0 {
      failures.append("no held-out case failed before, so nothing can be shown")
    } else if fixed.count * 2 < failing {
      failures.append("only \(fixed.count) of \(failing) failing held-out cases were fixed")
    }
    if !broken.isEmpty { failures.append("broken held-out cases: \(broken.joined(separator: ", "))") }
    if !touched.isEmpty { failures.append("cases that were right already changed: \(touched.joined(separator: ", "))") }
    if isRestored == false { failures.append("rolling back did not bring the definition back byte for byte") }
    return failures
  }

  /// The failures as an error with exit 3.
  var failure: WhetError? {
    guard !failures.isEmpty else { return nil }
    return WhetError(
      .demoFailed, "the demo '\(demo)' did not hold: \(failures.joined(separator: "; "))",
      advice: "'demo run \(demo) --keep' leaves its store to look at", exitCode: .refused)
  }

  var value: JSONValue {
    .record([
      "demo": .string(demo), "agent": .string(agent), "holds": .bool(failures.isEmpty),
      "failures": .array(failures.map { .string($0) }), "corrections": JSONValue(corrections),
      "sessions": JSONValue(sessions), "lessons": JSONValue(lessons), "failing": JSONValue(failing),
      "fixed": .array(fixed.map { .string($0) }), "broken": .array(broken.map { .string($0) }),
      "touched": .array(touched.map { .string($0) }),
      "touchedInSessions": .array(touchedInSessions.map { .string($0) }), "heldOutMean": JSONValue(heldOutMean),
      "heldOutInterval": heldOutInterval.map { .array([.number($0.low), .number($0.high)]) } ?? .null,
      "gate": decision?.value ?? .null,
      "newResponseLessons": newResponseLessons.map { .array($0.map { .string($0) }) } ?? .null,
      "restored": isRestored.map { JSONValue($0) } ?? .null, "seconds": .number((seconds * 10).rounded() / 10),
    ])
  }
}

extension DemoFigures {
  static let shape = ValueShape.record(
    "demo figures",
    [
      .init("demo", .text, "its name"), .init("agent", .text, "who was trained"),
      .init("holds", .boolean, "whether it showed everything"), .init("failures", .list(.text), "what it did not show"),
      .init("corrections", .count, "imported"), .init("sessions", .count, "trained"),
      .init("lessons", .count, "learned"), .init("failing", .count, "held-out cases that failed before"),
      .init("fixed", .list(.id("correction")), "held-out cases that got better"),
      .init("broken", .list(.id("correction")), "held-out cases that got worse"),
      .init("touched", .list(.id("correction")), "right ones that were changed"),
      .init("touchedInSessions", .list(.id("correction")), "right ones changed before anybody said so"),
      .init("heldOutMean", .points.orNull("nothing was measured"), "held-out improvement"),
      .init("heldOutInterval", .pointsInterval.orNull("too few groups were measured"), "of the mean, 95 %"),
      .init("gate", GateDecision.shape.orNull("it did not get so far"), "the decision"),
      .init("newResponseLessons", .list(.id("lesson")).orNull("nothing was deployed"), "that changed a new response"),
      .init("restored", .boolean.orNull("nothing was deployed"), "whether rolling back brought the bytes back"),
      .init("seconds", .number(unit: "seconds"), "it took"),
    ])
}

extension WhetError.Code {
  /// A demo did not show what it is there to show.
  static let demoFailed = Self(rawValue: "demo.failed")
}
