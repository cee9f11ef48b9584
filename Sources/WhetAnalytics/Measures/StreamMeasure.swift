public import WhetCore
import WhetLearning

/// What learning saves on responses that come one after the other, each corrected by the same person.
///
/// For each response: it is improved with what is known so far, then the learner sees the original and the corrected
/// text. A response is never improved with what its own correction taught.
public struct StreamMeasure: Sendable, Equatable {
  /// One response of the stream.
  public struct Item: Sendable, Equatable {
    /// Its line in the file, from 1.
    public var line: Int
    public var id: String?
    /// The response after what was known.
    public var improved: String
    public var cost: ResponseCost
    public var isAccepted: Bool
    /// How many lessons were active.
    public var known: Int
    /// Those that changed it.
    public var lessons: [LessonID]
    /// Whether the part that each preference asked for came out right; see `PreferenceMeasure`.
    public var preferences: [String: Bool]
  }

  public private(set) var items: [Item] = []
  /// For each lesson that ever did right, on how many corrections it rested when it first did.
  public private(set) var supportsAtFirstRightFiring: [LessonID: Int] = [:]
  /// How long learning from each correction took.
  public private(set) var learning: [Duration] = []
  /// How long improving each response took.
  public private(set) var applying: [Duration] = []

  private var learner = OfflineLearner()
  private var improver = OfflineImprover(lessons: [])

  /// Runs the stream.
  ///
  /// - Parameters:
  ///   - known: learned before the stream begins, and not measured.
  ///   - progress: called with the number of lines done, those known before included; what it throws ends the work.
  /// - Throws: what `progress` throws; `measure.too-long`.
  public init(
    of lines: [MeasureLine], after known: [MeasureLine] = [], clock: any Clock<Duration> = ContinuousClock(),
    progress: (Int) throws -> Void = { _ in }
  ) throws {
    try learner.learn(known: known, progress: progress)
    improver = OfflineImprover(lessons: learner.lessons)
    for (number, line) in lines.enumerated() {
      try progress(known.count + number)
      var improvement = Improvement(text: line.original, applications: [])
      let applying = clock.measure {
        improvement = improver.improve(line.original, format: line.format, language: line.language)
      }
      self.applying.append(applying)
      try take(line, improvement)
      learning.append(clock.measure { learner.learn(line.pair()) })
      improver = OfflineImprover(lessons: learner.lessons)
    }
  }

  private mutating func take(_ line: MeasureLine, _ improvement: Improvement) throws(WhetError) {
    let lessons = improvement.applications.map(\.lesson)
    items.append(
      Item(
        line: line.number, id: line.id, improved: improvement.text,
        cost: try ResponseCost(of: improvement.text, for: line),
        isAccepted: line.isAccepted, known: learner.lessons.count, lessons: lessons,
        preferences: try PreferenceMeasure.outcomes(of: improvement.text, for: line)))
    for lesson in learner.lessons where lessons.contains(lesson.id) {
      guard supportsAtFirstRightFiring[lesson.id] == nil else { continue }
      if try isRight(lesson, line, improvement.text) { supportsAtFirstRightFiring[lesson.id] = lesson.supports.count }
    }
  }

  /// Whether a lesson changed some token of a response, and all it changed is what the person wanted: by its whole size
  /// it brings the text nearer to the corrected one. It is tried alone, or, where it needs what others do first, by
  /// leaving it out.
  private func isRight(_ lesson: Lesson, _ line: MeasureLine, _ improved: String) throws(WhetError) -> Bool {
    func text(after lessons: [Lesson]) -> String {
      OfflineImprover(lessons: lessons).improve(line.original, format: line.format, language: line.language).text
    }
    var (before, after) = (line.original, text(after: [lesson]))
    if before == after { (before, after) = (text(after: learner.lessons.filter { $0.id != lesson.id }), improved) }
    let size = try ResponseCost.distance(before, after, line)
    let left = try ResponseCost.distance(after, line.corrected, line)
    let direct = try ResponseCost.distance(before, line.corrected, line)
    return size > 0 && size + left == direct
  }

  public static func == (left: StreamMeasure, right: StreamMeasure) -> Bool {
    left.items == right.items && left.supportsAtFirstRightFiring == right.supportsAtFirstRightFiring
  }
}
