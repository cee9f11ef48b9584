import Foundation
import GRDB
import Testing
import WhetCore

@testable import WhetStore

@Suite(.timeLimit(.minutes(1))) struct StoreFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `a new store and all its files are for their owner only`() throws {
    let store = try Store(path: folder.path(of: "a/b/whet.db"))
    _ = try store.add([Samples.draft(1)])
    for name in ["a", "a/b"] { #expect(try folder.mode(of: name) == 0o700) }
    for suffix in ["", "-wal", "-shm", "-lock"] { #expect(try folder.mode(of: "a/b/whet.db" + suffix) == 0o600) }
  }

  @Test func `a store that others could read is closed to them when it is opened`() throws {
    try Store(path: folder.storePath).close()
    chmod(folder.storePath, 0o664)
    try Store(path: folder.storePath).close()
    #expect(try folder.mode(of: "whet.db") == 0o600)
  }

  @Test func `what was written is there after opening again`() throws {
    let first = try Store(path: folder.storePath)
    let added = try first.add([Samples.draft(1)])
    try first.close()
    let again = try Store(path: folder.storePath)
    #expect(try again.corrections().map { .added($0) } == added)
    #expect(try again.information().schemaVersion == Schema.version)
    #expect(try again.integrityFaults() == [])
  }

  @Test func `closing leaves one file of data, and later calls say so`() throws {
    let store = try Store(path: folder.storePath)
    try store.close()
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "whet.db-wal")))
    #expect(code { _ = try store.corrections() } == .storeFault)
  }

  @Test(arguments: ["", "SQLite format 4\0", String(repeating: "not a database ", count: 300)])
  func `a file that is no database is refused and left as it is`(content: String) throws {
    try Data(content.utf8).write(to: URL(fileURLWithPath: folder.storePath))
    let expected: WhetError.Code? = content.isEmpty ? nil : .storeNotADatabase
    #expect(code { _ = try Store(path: folder.storePath) } == expected)
    guard expected != nil else { return }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.storePath)) == Data(content.utf8))
  }

  @Test func `another program's database is refused and left as it is`() throws {
    let other = try DatabaseQueue(path: folder.storePath)
    try other.write { try $0.execute(sql: "CREATE TABLE theirs (id INTEGER)") }
    try other.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.storePath))
    #expect(code { _ = try Store(path: folder.storePath) } == .storeForeign)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.storePath)) == before)
  }

  @Test(arguments: ["/", "folder/", "a\0b", ""])
  func `a path that names no file is refused`(path: String) {
    #expect(code { _ = try Store(path: path.isEmpty ? "" : folder.path + "/" + path) } == .storeCannotOpen)
  }

  @Test func `a folder or a path through a file is refused`() throws {
    #expect(code { _ = try Store(path: folder.path) } == .storeCannotOpen)
    try Data().write(to: URL(fileURLWithPath: folder.path(of: "file")))
    #expect(code { _ = try Store(path: folder.path(of: "file/whet.db")) } == .storeCannotOpen)
  }

  @Test func `a store whose pages are overwritten is reported as damaged`() throws {
    let store = try Store(path: folder.storePath)
    _ = try store.add(Samples.drafts(0..<50))
    try store.close()
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.storePath))
    try file.seek(toOffset: 4096)
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: folder.storePath)[.size] as? NSNumber)
    try file.write(contentsOf: Data(repeating: 0xA5, count: size.intValue - 4096))
    try file.close()
    #expect(
      code {
        let store = try Store(path: folder.storePath)
        _ = try store.corrections()
      } == .storeCorrupt)
  }
}
