import Foundation
import Synchronization
import WhetCore

@testable import WhetStore

/// A clock that goes on by one second at each look.
final class TickingClock: Sendable {
  private let seconds = Mutex<Double>(1_700_000_000)

  func next() -> Date {
    seconds.withLock { seconds in
      seconds += 1
      return Date(timeIntervalSince1970: seconds)
    }
  }
}

/// Corrections that tests are about.
enum Samples {
  static func engineer() throws -> AgentName { try AgentName("engineer") }

  static func draft(
    _ number: Int, id: String? = nil, agent: String = "engineer", corrected: String? = nil
  ) throws -> CorrectionDraft {
    try CorrectionDraft(
      CorrectionFields(
        id: id, agent: AgentName(agent), task: "task \(number)", original: "def f():\n    return \(number)\n",
        corrected: corrected ?? "def f() -> int:\n    return \(number)\n", language: "python"))
  }

  static func drafts(_ numbers: Range<Int>, agent: String = "engineer") throws -> [CorrectionDraft] {
    try numbers.map { try draft($0, id: "k\($0)", agent: agent) }
  }

  /// A Python function of about `size` bytes; no two seeds give the same.
  static func program(size: Int, using generator: inout SeededGenerator) -> String {
    let words = ["value", "count", "path", "items", "index", "total", "name", "result", "config", "buffer", "user"]
    var lines = ["def \(words.randomElement(using: &generator)!)_\(generator.next() % 10_000)(data):"]
    while lines.joined(separator: "\n").utf8.count < size {
      let (a, b) = (words.randomElement(using: &generator)!, words.randomElement(using: &generator)!)
      lines.append("    \(a)_\(generator.next() % 100) = \(b)(data[\(generator.next() % 1000)], \"\(a) \(b)\")")
    }
    return lines.joined(separator: "\n") + "\n    return data\n"
  }

  static func lesson(
    _ id: String, helped: Int = 0, status: LessonRecord.Status = .candidate, supports: [String] = []
  ) throws -> LessonRecord {
    LessonRecord(
      id: LessonID(id), agent: try engineer(), status: status, kind: "edit", words: "annotate the result",
      body: Data(#"{"template":"\#(id)"}"#.utf8), helped: helped, supports: supports.map { CorrectionID($0) })
  }
}

extension Store {
  /// A store in memory with a ticking clock.
  static func sample() throws -> Store {
    let clock = TickingClock()
    return try Store.inMemory { clock.next() }
  }

  /// A claimed run with a session on each of the first `count` sample corrections.
  func sampleRun(_ count: Int) throws -> RunLease {
    _ = try add(Samples.drafts(0..<count))
    return try createRun(
      agent: Samples.engineer(), mode: "continuous", settings: Data("{}".utf8),
      subjects: (0..<count).map { .correction(CorrectionID("k\($0)"), revision: 1) })
  }

  /// Commits all seven steps of a session.
  func finish(_ id: SessionID, improvement: Double? = nil) throws {
    for step in PipelineStep.allCases {
      let scores = StepChanges.Scores(overallBefore: 10, overallAfter: 20, improvement: improvement)
      try commit(
        step: step, of: id, artefact: Data("{\"step\":\(step.rawValue),\"session\":\"\(id)\"}".utf8),
        changes: StepChanges(scores: step == .evaluation ? scores : nil))
    }
  }
}

/// The code of the error a body throws; `nil` if it throws none.
func code(_ body: () throws -> Void) -> WhetError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? WhetError)?.code
  }
}
