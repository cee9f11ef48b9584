import Foundation
import GRDB
import Synchronization
import WhetCore

@testable import WhetStore

/// A small training as a trainer does it: import, a run, all steps with lessons, the end. Called again after a death
/// at any moment it goes on where the store says.
enum Workload {
  static let corrections = 4

  static func run(path: String, configuration: Configuration = Store.configuration()) throws {
    let store = try Store(path: path, now: { Date(timeIntervalSince1970: 1_700_000_000) }, configuration: configuration)
    _ = try store.add(Samples.drafts(0..<corrections))
    guard let lease = try start(store) else { return }
    for session in try store.sessions(run: lease.run.id) where session.state == .open {
      for step in PipelineStep.allCases where session.lastStep.map({ step > $0 }) ?? true {
        try commit(step, of: session, store)
      }
    }
    try store.finishRun(lease.run.id, outcome: Data("{\"sessions\":\(corrections)}".utf8))
  }

  /// The unfinished run or a new one; `nil` when all is done.
  private static func start(_ store: Store) throws -> RunLease? {
    if let run = try store.runs().last { return run.state == .finished ? nil : try store.claim(run.id) }
    return try store.createRun(
      agent: Samples.engineer(), mode: "continuous", settings: Data("{}".utf8),
      subjects: store.corrections().map { .correction($0.id, revision: $0.revision) })
  }

  /// The adaptation step counts, so a step that counted twice would show.
  private static func commit(_ step: PipelineStep, of session: SessionRecord, _ store: Store) throws {
    var changes = StepChanges(texts: [ArtefactDraft("text \(step) of \(session.id)")])
    if step == .evaluation { changes.scores = .init(overallBefore: 1, overallAfter: 2, improvement: 1) }
    if step == .adaptation {
      var lesson = try store.lessons().first ?? Samples.lesson("l1")
      lesson.helped += 1
      lesson.supports += session.correction.map { [$0] } ?? []
      changes.lessons = [LessonChange(lesson, reason: "helped")]
    }
    try store.commit(step: step, of: session.id, artefact: Data("{\"step\":\"\(step)\"}".utf8), changes: changes)
  }

  /// All that the store holds, in a form two stores can be compared by; the process ids differ.
  static func content(of path: String) throws -> [String] {
    let store = try Store(path: path)
    let runs = try store.runs().map { "\($0.id) \($0.state) \($0.settings) \($0.outcome ?? Data())" }
    let sessions = try store.sessions()
    let steps = try sessions.flatMap { try store.steps(of: $0.id) }
    let history = try store.lessons().flatMap { try store.history(ofLesson: $0.id, agent: $0.agent) }
    let information = try store.information()
    return runs + sessions.map { "\($0)" } + steps.map { "\($0)" } + (try store.lessons()).map { "\($0)" }
      + history.map { "\($0)" } + (try store.corrections()).map { "\($0)" }
      + information.counts.map { "\($0.key) \($0.value)" }.sorted()
  }

  /// Settings of a connection that call `body` before each statement, with its number.
  static func watched(_ body: @escaping @Sendable (Int) -> Void) -> Configuration {
    let counter = Counter()
    var configuration = Store.configuration()
    configuration.prepareDatabase { db in
      db.trace { _ in body(counter.next()) }
    }
    return configuration
  }

  private final class Counter: Sendable {
    private let value = Atomic(0)

    func next() -> Int { value.wrappingAdd(1, ordering: .relaxed).newValue }
  }
}
