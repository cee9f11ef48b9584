import Foundation
import GRDB
import Synchronization
import Testing
import WhetCore

@testable import WhetStore

/// Stores that a released program filled are opened by this one.
@Suite(.timeLimit(.minutes(2))) struct EarlierProgramTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let database = try DatabaseQueue(path: folder.storePath)
    let dump = try StoreFixtures.ofProgram(version: 1)
    try database.writeWithoutTransaction { try $0.execute(sql: dump) }
    try database.close()
  }

  @Test func `all that version 1 wrote is there and readable`() throws {
    let store = try Store(path: folder.storePath)
    #expect(try store.integrityFaults() == [])
    #expect(try store.information().schemaVersion == Schema.version)
    let ids = ["area", "count", "total", "mean", "label", "price", "speed", "width", "note", "tax", "rent"]
    #expect(try store.corrections().map(\.id.rawValue) == ids)
    #expect(try store.corrections(includeHidden: true).count == 12)
    #expect(try store.isHidden(CorrectionID("spare")))
    let width = CorrectionID("width")
    #expect(try (1...3).map { try store.correction(width, revision: $0).isPinned } == [false, false, true])
    #expect(try store.correction(width).feedback == "shorter")
    #expect(try store.runs().map(\.state) == [.finished, .open])
    #expect(try #require(store.run(RunID("r1")).outcome).count > 100)
    #expect(try store.lessons().map { "\($0.id) \($0.status.rawValue)" } == ["l8f2e335783 active"])
    #expect(try store.deployments().map(\.kind) == [.deployed, .rolledBack, .deployed])
    for digest in try store.deployments().compactMap(\.definitionAfter) { #expect(try !store.artefact(digest).isEmpty) }
  }

  @Test func `each session has its steps with their artefacts`() throws {
    let store = try Store(path: folder.storePath)
    let steps = try store.sessions().map { try store.steps(of: $0.id) }
    #expect(steps.map(\.count) == Array(repeating: 7, count: 10) + [4, 0])
    #expect(steps.joined().allSatisfy { (try? JSONSerialization.jsonObject(with: $0.artefact)) != nil })
    #expect(try store.session(SessionID("s9")).improvement.map { $0.rounded() } == 36)
  }

  @Test func `a run that version 1 left half done goes on`() throws {
    let store = try Store(path: folder.storePath)
    let lease = try store.claim(RunID("r2"))
    for step in [PipelineStep.evaluation, .adaptation, .deployment] {
      try store.commit(step: step, of: SessionID("s11"), artefact: Data("{}".utf8))
    }
    try store.finish(SessionID("s12"))
    #expect(try store.finishRun(lease.run.id, outcome: Data("{}".utf8)).state == .finished)
    #expect(try store.integrityFaults() == [])
  }

  /// Each statement of the opening is one moment to die at.
  @Test func `a process killed while it migrates leaves the version before or after a migration, whole`() async throws {
    let statements = try countStatements()
    var versions: Set<Int> = []
    for moment in 1...statements {
      let path = folder.path(of: "killed\(moment).db")
      try FileManager.default.copyItem(atPath: folder.storePath, toPath: path)
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, moment = moment as Int] in
        let killing = Workload.watched { if $0 == moment { kill(getpid(), SIGKILL) } }
        _ = try Store(path: path, now: { Date() }, configuration: killing)
      }
      let (version, whole) = try Self.version(of: path)
      #expect(version == whole, "killed at statement \(moment)")
      versions.insert(version)
      let store = try Store(path: path)
      #expect(try store.integrityFaults() == [])
      #expect(try store.corrections().count == 11)
    }
    #expect(versions == [1, 2, 3])
  }

  /// How many statements the opening of a copy takes.
  private func countStatements() throws -> Int {
    let path = folder.path(of: "counted.db")
    try FileManager.default.copyItem(atPath: folder.storePath, toPath: path)
    let last = Last()
    let counting = Workload.watched { last.number.store($0, ordering: .relaxed) }
    let store = try Store(path: path, now: { Date() }, configuration: counting)
    let opening = last.number.load(ordering: .relaxed)
    try store.close()
    return opening
  }

  /// The version the file says it has, and the one that its tables are of.
  private static func version(of path: String) throws -> (Int, Int) {
    let database = try DatabaseQueue(path: path)
    defer { try? database.close() }
    return try database.read { db in
      let hasWords = try db.columns(in: "lesson").contains { $0.name == "ownWords" }
      return (
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0, try !db.tableExists("change") ? 1 : hasWords ? 3 : 2
      )
    }
  }

  // MARK: Version 2

  @Test func `all that version 2 wrote is there, and its changes are taken back`() throws {
    let path = folder.path(of: "second.db")
    let database = try DatabaseQueue(path: path)
    let dump = try StoreFixtures.ofProgram(version: 2)
    try database.writeWithoutTransaction { try $0.execute(sql: dump) }
    try database.close()
    let store = try Store(path: path)
    #expect(try store.integrityFaults() == [])
    #expect(try store.information().schemaVersion == Schema.version)
    #expect(
      try store.corrections().map(\.id.rawValue) == [
        "alpha", "gamma", "delta", "omega", "sigma", "kappa", "theta", "extra", "other",
      ])
    #expect(try store.runs().map(\.state) == [.finished, .open])
    #expect(try store.undoneSteps(of: SessionID("s9")).count == 3 && store.choices(of: SessionID("s9")).count == 1)
    let lesson = try #require(store.lessons().first)
    #expect(lesson.status == .active && lesson.standing == nil && lesson.ownWords == nil && lesson.mergedInto == nil)
    #expect(try store.changes().map(\.id.rawValue) == ["u5", "u3", "u2", "u1"])
    try store.change(lesson.id.rawValue, reason: "disabled by a person") { $0.setDisabled(true) }
    for _ in 0..<3 { try store.undoLast() }
    #expect(try store.lessons().first?.status == .active && store.corrections().count == 8)
    #expect(try store.integrityFaults() == [])
  }

  private final class Last: Sendable {
    let number = Atomic(0)
  }
}
