import Foundation
import Testing
import WhetCore

@testable import WhetStore

@Suite(.timeLimit(.minutes(1))) struct LeaseTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func `a run belongs to one of two shells`() throws {
    let (first, second) = (try Store(path: folder.storePath), try Store(path: folder.storePath))
    let lease = try first.sampleRun(1)
    #expect(code { _ = try second.claim(lease.run.id) } == .runBusy)
    #expect(code { try second.commit(step: .input, of: SessionID("s1"), artefact: Data()) } == .runNotClaimed)
    lease.release()
    _ = try second.claim(lease.run.id)
    #expect(code { _ = try first.claim(lease.run.id) } == .runBusy)
  }

  @Test func `who is told that a run is busy learns which process has it`() throws {
    let store = try Store(path: folder.storePath)
    let lease = try store.sampleRun(0)
    let error = #expect(throws: WhetError.self) { _ = try Store(path: folder.storePath).claim(lease.run.id) }
    #expect(error?.message.contains("process \(getpid())") == true)
  }

  @Test func `the lease of one run does not keep others from theirs`() throws {
    let (first, second) = (try Store(path: folder.storePath), try Store(path: folder.storePath))
    let lease = try first.sampleRun(1)
    let other = try second.createRun(agent: AgentName("qa"), mode: "batch", settings: Data())
    #expect(lease.run.id != other.run.id)
    lease.release()
    #expect(try second.claim(lease.run.id).run.id == lease.run.id)
  }

  @Test func `a lease ends with its store`() throws {
    var store: Store? = try Store(path: folder.storePath)
    let run = try #require(try store?.sampleRun(1).run.id)
    store = nil
    #expect(try Store(path: folder.storePath).claim(run).run.id == run)
  }

  @Test func `a run that could not be made leaves no lease behind`() throws {
    let store = try Store(path: folder.storePath)
    let missing = SessionSubject.correction(CorrectionID("missing"), revision: 1)
    #expect(
      code {
        _ = try store.createRun(agent: Samples.engineer(), mode: "batch", settings: Data(), subjects: [missing])
      } == .notFound)
    #expect(try store.createRun(agent: Samples.engineer(), mode: "batch", settings: Data()).run.id.rawValue == "r1")
  }

  @Test func `the lease of a killed process is free at once`() async throws {
    let path = folder.storePath
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lease = try Store(path: path).sampleRun(1)
      #expect(lease.run.id.rawValue == "r1")
      kill(getpid(), SIGKILL)
    }
    let store = try Store(path: path)
    #expect(try store.run(RunID("r1")).state == .open)
    #expect(try store.claim(RunID("r1")).run.process == getpid())
    try store.finish(SessionID("s1"))
  }
}
