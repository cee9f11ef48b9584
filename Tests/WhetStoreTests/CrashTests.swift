import Foundation
import GRDB
import Synchronization
import Testing
import WhetCore

@testable import WhetStore

@Suite(.timeLimit(.minutes(2))) struct CrashTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `a process killed at any statement loses nothing and counts nothing twice`(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let reference = try Self.reference()
    var generator = SeededGenerator(seed: seed)
    let (path, moment) = (folder.storePath, Int.random(in: 1...reference.statements, using: &generator))
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, moment = moment as Int] in
      try Workload.run(path: path, configuration: Workload.watched { if $0 == moment { kill(getpid(), SIGKILL) } })
    }
    let store = try Store(path: path)
    #expect(try store.integrityFaults() == [])
    try store.close()
    try Workload.run(path: path)
    #expect(try Workload.content(of: path) == reference.content)
  }

  @Test func `a process killed while it makes a store leaves one that opens`() async throws {
    let folder = try TemporaryFolder()
    let last = Last()
    let counting = Workload.watched { last.number.store($0, ordering: .relaxed) }
    _ = try Store(path: folder.storePath, now: { Date() }, configuration: counting)
    for moment in 1...last.number.load(ordering: .relaxed) {
      let path = folder.path(of: "killed\(moment).db")
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, moment = moment as Int] in
        let killing = Workload.watched { if $0 == moment { kill(getpid(), SIGKILL) } }
        _ = try Store(path: path, now: { Date() }, configuration: killing)
      }
      let store = try Store(path: path)
      #expect(try store.add([Samples.draft(1)]).count == 1, "killed at statement \(moment)")
      #expect(try store.integrityFaults() == [])
    }
  }

  /// The files as a crash of the machine's power could leave them: copied while transactions are under way.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a copy of the files taken in the middle of the work opens, is sound and goes on`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let reference = try Self.reference()
    var generator = SeededGenerator(seed: seed)
    let (path, copy) = (folder.storePath, folder.path(of: "copy.db"))
    let moment = Int.random(in: 1...reference.statements, using: &generator)
    try Workload.run(
      path: path,
      configuration: Workload.watched { number in
        guard number == moment else { return }
        for suffix in ["", "-wal"] { try? FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix) }
      })
    #expect(try Store(path: copy).integrityFaults() == [])
    try Workload.run(path: copy)
    #expect(try Workload.content(of: copy) == reference.content)
  }

  /// What an undisturbed run leaves, and after how many statements.
  private static func reference() throws -> (content: [String], statements: Int) {
    let folder = try TemporaryFolder()
    let last = Last()
    try Workload.run(
      path: folder.storePath, configuration: Workload.watched { last.number.store($0, ordering: .relaxed) })
    return (try Workload.content(of: folder.storePath), last.number.load(ordering: .relaxed))
  }

  private final class Last: Sendable {
    let number = Atomic(0)
  }
}
