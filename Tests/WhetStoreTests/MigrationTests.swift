import Foundation
import GRDB
import Testing
import WhetCore

@testable import WhetStore

@Suite(.timeLimit(.minutes(1))) struct MigrationTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Every version that was ever released has a fixture with the same content.
  @Test(arguments: [1])
  func `a store of an earlier version opens with all it held`(version: Int) throws {
    let store = try open(StoreFixtures.dump(version: version))
    #expect(try store.integrityFaults() == [])
    #expect(try store.information().schemaVersion == Schema.version)
    #expect(try store.corrections().map(\.task) == ["task 4", "task 2"])
    #expect(try store.correction(CorrectionID("first"), revision: 1).task == "task 1")
    #expect(try store.isHidden(CorrectionID("removed")))
    let run = try store.run(RunID("r1"))
    #expect(run.state == .finished && run.outcome == Data(#"{"gate":"deploy"}"#.utf8))
    #expect(try store.sessions().map(\.state) == [.finished, .aborted])
    #expect(try store.session(SessionID("s1")).improvement == 10)
    #expect(try store.steps(of: SessionID("s1")).map(\.step) == PipelineStep.allCases)
    let text = Data("a longer text, a longer text and a longer text".utf8)
    #expect(try store.artefact(ArtefactDigest(of: text)) == text)
    let lesson = try store.lesson(matching: "l1")
    #expect(lesson.status == .disabled && lesson.supports == [CorrectionID("first")])
    #expect(try store.history(ofLesson: lesson.id, agent: lesson.agent).map(\.status) == [.active, .disabled])
    let deployment = try store.deployment(matching: "d1")
    #expect(deployment.state == .applied && deployment.run == run.id)
  }

  @Test(arguments: [1])
  func `a store of an earlier version can be written`(version: Int) throws {
    let store = try open(StoreFixtures.dump(version: version))
    _ = try store.add([Samples.draft(9, id: "new")])
    let lease = try store.createRun(
      agent: Samples.engineer(), mode: "continuous", settings: Data(),
      subjects: [.correction(CorrectionID("new"), revision: 1)])
    #expect(lease.run.id.rawValue == "r2")
    try store.finish(SessionID("s3"))
    try store.finishRun(lease.run.id, outcome: Data())
    #expect(try store.integrityFaults() == [])
  }

  @Test(arguments: [1])
  func `the tables of a new store are those of an earlier version's brought up to date`(version: Int) throws {
    let tables = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    let old = try open(StoreFixtures.dump(version: version)).read { try String.fetchAll($0, sql: tables) }
    let new = try Store.sample().read { try String.fetchAll($0, sql: tables) }
    #expect(old == new)
  }

  @Test func `a store of a later version is refused and left as it is`() throws {
    try Store(path: folder.storePath).close()
    let later = try DatabaseQueue(path: folder.storePath)
    try later.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = \(Schema.version + 1)") }
    try later.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.storePath))
    #expect(code { _ = try Store(path: folder.storePath) } == .storeNewer)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.storePath)) == before)
  }

  @Test func `a migration this version does not know is noticed too`() throws {
    let store = try Store(path: folder.storePath)
    try store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('from the future')") }
    try store.close()
    #expect(code { _ = try Store(path: folder.storePath) } == .storeNewer)
  }

  @Test func `a migration that fails leaves the store at the version before`() throws {
    struct Stopped: Error {}
    let store = try Store(path: folder.storePath)
    _ = try store.add([Samples.draft(1)])
    var migrator = Schema.migrator
    migrator.registerMigration("\(Schema.version + 1)") { db in
      try db.execute(sql: "DROP TABLE deployment")
      throw Stopped()
    }
    #expect(throws: Stopped.self) { try Schema.bringUpToDate(store.writer, with: migrator) }
    try store.close()
    let again = try Store(path: folder.storePath)
    #expect(try again.corrections().count == 1)
    #expect(try again.deployments() == [])
  }

  private func open(_ dump: String) throws -> Store {
    let database = try DatabaseQueue(path: folder.storePath)
    try database.writeWithoutTransaction { try $0.execute(sql: dump) }
    try database.close()
    return try Store(path: folder.storePath)
  }
}
