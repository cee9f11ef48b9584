import Foundation
import GRDB
import Testing
import WhetCore

@testable import WhetStore

@Suite(.timeLimit(.minutes(1))) struct StoreFaultTests {
  @Test(arguments: [
    (ResultCode.SQLITE_FULL, WhetError.Code.storeFull), (.SQLITE_READONLY, .storeReadOnly),
    (.SQLITE_READONLY_DBMOVED, .storeReadOnly), (.SQLITE_CANTOPEN, .storeCannotOpen),
    (.SQLITE_NOTADB, .storeNotADatabase), (.SQLITE_CORRUPT_INDEX, .storeCorrupt), (.SQLITE_BUSY, .storeBusy),
    (.SQLITE_BUSY_RECOVERY, .storeBusy), (.SQLITE_LOCKED, .storeBusy), (.SQLITE_IOERR_FSYNC, .storeInputOutput),
    (.SQLITE_IOERR_SHMSIZE, .storeFull),
    (.SQLITE_CONSTRAINT_FOREIGNKEY, .storeFault), (.SQLITE_MISUSE, .storeFault),
  ])
  func `every error of SQLite has a code, the store's path and advice`(result: ResultCode, expected: WhetError.Code) {
    let error = StoreFault.error(for: DatabaseError(resultCode: result), path: "/data/whet.db")
    #expect(error.code == expected)
    #expect(error.message.contains("/data/whet.db"))
    #expect(error.advice?.isEmpty == false)
  }

  @Test(arguments: [
    (ENOSPC, WhetError.Code.storeFull), (EDQUOT, .storeFull), (EROFS, .storeReadOnly), (EACCES, .storeCannotOpen),
    (EISDIR, .storeCannotOpen), (ENOTDIR, .storeCannotOpen),
  ])
  func `every error of the file system has a code`(number: Int32, expected: WhetError.Code) {
    #expect(StoreFault.error(errno: number, path: "x").code == expected)
  }

  @Test func `a full disk stops a batch and leaves nothing of it`() throws {
    let folder = try TemporaryFolder()
    let store = try Store(path: folder.storePath)
    _ = try store.add(Samples.drafts(0..<5))
    let pages: Int = try store.read { try $0.value("PRAGMA page_count") ?? 0 }
    try store.writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 3)") }
    #expect(code { _ = try store.add(Samples.drafts(5..<500)) } == .storeFull)
    #expect(try store.corrections().count == 5)
    #expect(try store.integrityFaults() == [])
    try store.writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try store.add(Samples.drafts(5..<500)).count == 495)
  }

  @Test func `a store that cannot be written says so and can be read`() throws {
    let store = try Store.sample()
    _ = try store.add([Samples.draft(1)])
    try store.writer.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = 1") }
    #expect(code { _ = try store.add([Samples.draft(2)]) } == .storeReadOnly)
    #expect(try store.corrections().count == 1)
  }

  @Test func `a store another process keeps locked is busy, not broken`() throws {
    let folder = try TemporaryFolder()
    var impatient = Store.configuration()
    impatient.busyMode = .immediateError
    let other = try Store(path: folder.storePath)
    let store = try Store(path: folder.storePath, now: { Date() }, configuration: impatient)
    try other.write { _ in
      #expect(code { _ = try store.add([Samples.draft(1)]) } == .storeBusy)
      let seen = try store.corrections()
      #expect(seen == [])
    }
    #expect(try store.add([Samples.draft(1)]).count == 1)
  }
}
