import Foundation
import Testing
import WhetCore

@testable import WhetStore

@Suite(.timeLimit(.minutes(2))) struct ConcurrencyTests {
  @Test func `shells that create one store at the same moment all get it`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.storePath
    let versions = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { try Store(path: path).information().schemaVersion } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(versions == Array(repeating: Schema.version, count: 8))
  }

  @Test func `several shells add and train at once and nothing is lost or doubled`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.storePath
    try await withThrowingTaskGroup(of: Void.self) { group in
      for shell in 0..<4 {
        group.addTask {
          let store = try Store(path: path)
          let agent = try AgentName("agent-\(shell)")
          // Everybody imports the same file, and a run of one's own.
          _ = try store.add(Samples.drafts(0..<10))
          let own = try (0..<5).map { try Samples.draft($0, id: "own-\(shell)-\($0)", agent: agent.rawValue) }
          _ = try store.add(own)
          let lease = try store.createRun(
            agent: agent, mode: "continuous", settings: Data("{}".utf8),
            subjects: own.compactMap { $0.id.map { .correction($0, revision: 1) } })
          for session in try store.sessions(run: lease.run.id) { try store.finish(session.id) }
          try store.finishRun(lease.run.id, outcome: Data("{}".utf8))
        }
      }
      try await group.waitForAll()
    }
    let store = try Store(path: path)
    #expect(try store.integrityFaults() == [])
    let counts = try store.information().counts
    #expect(counts["corrections"] == 30 && counts["runs"] == 4 && counts["sessions"] == 20 && counts["steps"] == 140)
    #expect(try store.runs().allSatisfy { $0.state == .finished })
  }

  @Test func `a process of its own writes while this one does`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.storePath
    let store = try Store(path: path)
    async let other = #expect(processExitsWith: .success) { [path = path as String] in
      let store = try Store(path: path)
      for number in 0..<100 { _ = try store.add([Samples.draft(number, id: "other-\(number)")]) }
    }
    for number in 0..<100 { _ = try store.add([Samples.draft(number, id: "mine-\(number)")]) }
    _ = await other
    #expect(try store.corrections().count == 200)
  }
}
