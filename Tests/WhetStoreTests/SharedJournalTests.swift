import Foundation
import GRDB
import Synchronization
import Testing
import WhetCore

@testable import WhetStore

/// One journal, two shells; and a shell that is killed.
@Suite(.timeLimit(.minutes(3))) struct SharedJournalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `only the change that was named is taken back`() throws {
    let (ours, theirs) = (try Store(path: folder.storePath), try Store(path: folder.storePath))
    try ours.fillJournal()
    let named = try #require(try ours.lastChange())
    _ = try theirs.add([Samples.draft(5, id: "theirs")])
    #expect(code { _ = try ours.undo(named.id) } == .undoOvertaken)
    #expect(try ours.isHidden(CorrectionID("gone")))
    try theirs.undoLast()
    #expect(try ours.undo(named.id).undoneAt != nil)
    #expect(code { _ = try theirs.undo(named.id) } == .undoOvertaken)
    #expect(try theirs.corrections().count == 4)
  }

  @Test func `shells that take back at the same moment take each change back once`() async throws {
    let path = folder.storePath
    let store = try Store(path: path)
    for number in 0..<20 { _ = try store.add([Samples.draft(number, id: "k\(number)")]) }
    let undone = try await withThrowingTaskGroup(of: [ChangeID].self) { group in
      for _ in 0..<3 {
        group.addTask {
          let shell = try Store(path: path)
          var undone: [ChangeID] = []
          while let change = try shell.lastChange() {
            do {
              undone.append(try shell.undo(change.id).id)
            } catch let error as WhetError where error.code == .undoOvertaken {}
          }
          return undone
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(undone.count == 20 && Set(undone).count == 20)
    #expect(try store.corrections() == [])
  }

  /// The journal's every state with the state of the corrections it belongs to.
  private static func states(_ path: String) throws -> [String] {
    var states: [String] = []
    try work(path) { states.append(try state(of: $0)) }
    return states
  }

  private static func state(of store: Store) throws -> String {
    "\(try store.changes().map(\.words)) \(try store.corrections().map { "\($0.id) \($0.revision)" }) "
      + "\(try store.lessons().map(\.status))"
  }

  /// Each kind of change, and the way back.
  private static func work(
    _ path: String, _ configuration: Configuration = Store.configuration(), after step: (Store) throws -> Void
  ) throws {
    let store = try Store(path: path, now: { Date(timeIntervalSince1970: 1_700_000_000) }, configuration: configuration)
    try step(store)
    _ = try store.add(Samples.drafts(0..<3) + [Samples.draft(9, id: "gone")])
    try step(store)
    try store.hide(CorrectionID("gone"))
    try step(store)
    for lesson in ["l1", "l2"] {
      try store.change([LessonChange(Samples.lesson(lesson), reason: "learned")])
      try step(store)
    }
    for change in SampleChange.all {
      try change.make(store)
      try step(store)
    }
    while let change = try store.lastChange() {
      _ = try store.undo(change.id)
      try step(store)
    }
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func `a shell killed at any statement never leaves a change without its journal or the journal without it`(
    seed: UInt64
  ) async throws {
    let states = try Self.states(folder.path(of: "reference.db"))
    let last = Last()
    try Self.work(
      folder.path(of: "counted.db"), Workload.watched { last.number.store($0, ordering: .relaxed) }, after: { _ in })
    var generator = SeededGenerator(seed: seed)
    let moment = Int.random(in: 1...last.number.load(ordering: .relaxed), using: &generator)
    let path = folder.storePath
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, moment = moment as Int] in
      try Self.work(path, Workload.watched { if $0 == moment { kill(getpid(), SIGKILL) } }, after: { _ in })
    }
    let store = try Store(path: path)
    #expect(states.contains(try Self.state(of: store)), "killed at statement \(moment)")
    #expect(try store.integrityFaults() == [])
  }

  private final class Last: Sendable {
    let number = Atomic(0)
  }
}
