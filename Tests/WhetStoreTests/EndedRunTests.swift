import Foundation
import Testing
import WhetCore

@testable import WhetStore

@Suite(.timeLimit(.minutes(1))) struct EndedRunTests {
  private let folder: TemporaryFolder
  private let ours: Store
  private let theirs: Store

  init() throws {
    folder = try TemporaryFolder()
    ours = try Store(path: folder.storePath)
    theirs = try Store(path: folder.storePath)
  }

  @Test func `another opening's change is noticed, one's own is not`() throws {
    let before = try ours.dataVersion()
    _ = try ours.add([Samples.draft(1)])
    #expect(try ours.dataVersion() == before)
    _ = try theirs.add([Samples.draft(2)])
    let after = try ours.dataVersion()
    #expect(after != before)
    _ = try theirs.corrections()
    #expect(try ours.dataVersion() == after)
  }

  @Test func `a run another opening finished is told once`() throws {
    let first = try ours.runMark()
    let lease = try theirs.sampleRun(1)
    let second = try ours.runsEnded(since: first)
    #expect(second.runs == [])
    try theirs.finish(SessionID("s1"))
    let finished = try theirs.finishRun(lease.run.id, outcome: nil)
    let third = try ours.runsEnded(since: second.mark)
    #expect(third.runs == [finished])
    #expect(try ours.runsEnded(since: third.mark).runs == [])
    #expect(try ours.runsEnded(since: first).runs == [finished])
  }

  @Test func `a run that failed is told, and told again when it has been gone on with`() throws {
    let mark = try ours.runMark()
    let lease = try theirs.sampleRun(1)
    let failed = try theirs.failRun(lease.run.id, reason: "the disk is full")
    let first = try ours.runsEnded(since: mark)
    #expect(first.runs == [failed])
    lease.release()
    _ = try theirs.claim(failed.id)
    let second = try ours.runsEnded(since: first.mark)
    #expect(second.runs == [])
    try theirs.finish(SessionID("s1"))
    let finished = try theirs.finishRun(failed.id, outcome: nil)
    #expect(try ours.runsEnded(since: second.mark).runs == [finished])
  }

  @Test func `a failed run that was finished between two looks is told`() throws {
    let lease = try theirs.sampleRun(0)
    let failed = try theirs.failRun(lease.run.id, reason: "the disk is full")
    let mark = try ours.runMark()
    lease.release()
    _ = try theirs.claim(failed.id)
    let finished = try theirs.finishRun(failed.id, outcome: nil)
    #expect(try ours.runsEnded(since: mark).runs == [finished])
  }

  @Test func `runs of a process can be left out`() throws {
    let mark = try ours.runMark()
    let lease = try theirs.sampleRun(0)
    _ = try theirs.finishRun(lease.run.id, outcome: nil)
    #expect(try ours.runsEnded(since: mark, exceptProcess: getpid()).runs == [])
    #expect(try ours.runsEnded(since: mark, exceptProcess: getpid() + 1).runs.count == 1)
  }

  @Test func `a store in memory has no others`() throws {
    let store = try Store.sample()
    let before = try store.dataVersion()
    _ = try store.add([Samples.draft(1)])
    #expect(try store.dataVersion() == before)
  }
}
