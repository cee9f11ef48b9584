import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore
import WhetTraining

/// Two sessions side by side, or one then and now.
struct ComparisonDocument {
  let comparison: SessionComparison
  let leftName: String
  let rightName: String

  init(_ comparison: SessionComparison, leftName: String, rightName: String) {
    self.comparison = comparison
    // One session beside itself still needs two columns.
    self.leftName = leftName
    self.rightName = leftName == rightName ? rightName + " again" : rightName
  }

  private var left: SessionReport { comparison.left }
  private var right: SessionReport { comparison.right }

  /// - Parameter last: the last step that is shown.
  func blocks(heading: String, before last: PipelineStep) -> [DocumentBlock] {
    [.heading(heading)]
      + PipelineStep.allCases.filter { $0 <= last }.flatMap { step in
        [DocumentBlock.heading("\(step.rawValue) \(step.name): \(word(comparison.isSame(step)))")] + parts(of: step)
      }
  }

  private func word(_ isSame: Bool?) -> String { isSame.map { $0 ? "the same" : "differs" } ?? "not on both sides" }

  private func parts(of step: PipelineStep) -> [DocumentBlock] {
    switch step {
    case .input: side { $0.correction.map { "correction \($0)" } ?? "response" }
    case .strategy: [.fields(pair { $0.artefacts.strategy.map { "\($0.strategy): \($0.reason)" } })]
    case .prompt: [.fields(lists(comparison.lessons, "lists"))]
    case .response: response
    case .evaluation: [.table(scores, rows: scoreRows), .fields(pair { $0.artefacts.evaluation?.note })]
    case .adaptation: [.fields(pair { $0.artefacts.adaptation?.note })]
    case .deployment: []
    }
  }

  private func side(_ text: (SessionRecord) -> String) -> [DocumentBlock] {
    [.fields(pair { text($0.session) })]
  }

  private func pair(_ text: (SessionReport) -> String?) -> [(name: String, value: String)] {
    [(leftName, text(left) ?? "not there"), (rightName, text(right) ?? "not there")]
  }

  private func lists(
    _ lessons: (onlyLeft: [LessonID], onlyRight: [LessonID], both: [LessonID]), _ verb: String
  ) -> [(name: String, value: String)] {
    func text(_ ids: [LessonID]) -> String { ids.isEmpty ? "none" : ids.map(\.rawValue).joined(separator: ", ") }
    return [
      ("only \(leftName) \(verb)", text(lessons.onlyLeft)), ("only \(rightName) \(verb)", text(lessons.onlyRight)),
      ("both", text(lessons.both)),
    ]
  }

  private var response: [DocumentBlock] {
    [
      .fields(lists(comparison.used, "uses")),
      .difference(
        old: left.improved ?? "", new: right.improved ?? "", oldName: leftName, newName: rightName),
    ]
  }

  // MARK: Scores

  private var scores: TableDescription {
    TableDescription(
      [
        .init("criterion"), .init("\(leftName) before", "left.before", .score),
        .init("\(leftName) after", "left.after", .score), .init("\(rightName) before", "right.before", .score),
        .init("\(rightName) after", "right.after", .score),
      ],
      whenEmpty: "nothing was measured")
  }

  private var scoreRows: [JSONValue] {
    Criterion.allCases.map { criterion in
      .record([
        "criterion": .string(criterion.rawValue),
        "left": Self.scores(left) { $0[criterion].value }, "right": Self.scores(right) { $0[criterion].value },
      ])
    } + [
      .record([
        "criterion": "overall", "left": Self.overall(left), "right": Self.overall(right),
      ])
    ]
  }

  private static func scores(_ report: SessionReport, _ score: (Evaluation) -> Double?) -> JSONValue {
    let paired = report.artefacts.evaluation?.paired
    return .record([
      "before": JSONValue(paired.flatMap { score($0.before) }), "after": JSONValue(paired.flatMap { score($0.after) }),
    ])
  }

  private static func overall(_ report: SessionReport) -> JSONValue {
    let paired = report.artefacts.evaluation?.paired
    return .record(["before": JSONValue(paired?.overallBefore), "after": JSONValue(paired?.overallAfter)])
  }

  // MARK: Value

  /// Both sides with everything their steps left, and what differs.
  var value: JSONValue {
    .record([
      "left": SessionDocument(left).value(of: PipelineStep.allCases),
      "right": SessionDocument(right).value(of: PipelineStep.allCases),
      "same": .object(
        PipelineStep.allCases.map { .init($0.name, comparison.isSame($0).map { JSONValue($0) } ?? .null) }),
      "lessons": Self.value(comparison.lessons), "used": Self.value(comparison.used),
    ])
  }

  private static func value(
    _ lessons: (onlyLeft: [LessonID], onlyRight: [LessonID], both: [LessonID])
  ) -> JSONValue {
    .record([
      "onlyLeft": .ids(lessons.onlyLeft), "onlyRight": .ids(lessons.onlyRight), "both": .ids(lessons.both),
    ])
  }
}
