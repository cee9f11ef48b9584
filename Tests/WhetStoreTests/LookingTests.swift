import Foundation
import GRDB
import Testing
import WhetCore

@testable import WhetStore

/// A store that is opened for a look.
@Suite(.timeLimit(.minutes(1))) struct LookingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a store that is not there is not made`() throws {
    #expect(throws: WhetError.self) { try Store.reader(path: folder.storePath) }
    #expect(!FileManager.default.fileExists(atPath: folder.storePath))
  }

  @Test func `a store of version 1 is read and stays what it is`() throws {
    let database = try DatabaseQueue(path: folder.storePath)
    let dump = try StoreFixtures.ofProgram(version: 1)
    try database.writeWithoutTransaction { try $0.execute(sql: dump) }
    try database.close()
    let store = try Store.reader(path: folder.storePath)
    #expect(try store.newestCorrections(limit: 3, prefix: "wi").map(\.id) == ["width"])
    #expect(try store.newestCorrections(limit: 3, prefix: "WI").map(\.id) == [])
    #expect(try store.newestCorrections(limit: 3, prefix: "WI", ignoringCase: true).map(\.id) == ["width"])
    #expect(try store.lessons(limit: 3, prefix: "L8", ignoringCase: true).map(\.id) == ["l8f2e335783"])
    #expect(try store.newestRuns(limit: 1).first?.words.hasPrefix("continuous, open, 20") == true)
    #expect(try store.newestSessions(limit: 1, prefix: "s9").first?.words.contains("points") == true)
    #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 1)
    #expect(throws: WhetError.self) { try store.hide(CorrectionID("width")) }
  }

  @Test func `a writer in the middle of its work keeps no look waiting`() throws {
    let store = try Store(path: folder.storePath)
    _ = try store.add(Samples.drafts(0..<3))
    try store.write { db in
      try db.execute(sql: "UPDATE correction SET hiddenAt = 1")
      #expect(try Store.reader(path: folder.storePath).newestCorrections(limit: 9).count == 3)
    }
    #expect(try Store.reader(path: folder.storePath).newestCorrections(limit: 9).isEmpty)
  }

  @Test func `a locked store fails at once`() throws {
    _ = try Store(path: folder.storePath).add(Samples.drafts(0..<1))
    let other = try DatabaseQueue(path: folder.storePath)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE other (x); COMMIT")
    }
    let start = ContinuousClock.now
    #expect(throws: WhetError.self) { try Store.reader(path: folder.storePath).newestCorrections(limit: 9) }
    #expect(ContinuousClock.now - start < .seconds(1))
    try other.close()
  }
}
