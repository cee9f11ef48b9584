public import Foundation
import GRDB
public import WhetCore

extension Store {
  /// Starts a run with its sessions in one transaction; it is claimed before another process can see it.
  ///
  /// - Parameters:
  ///   - mode: one word for how it trains, such as `continuous`.
  ///   - settings: JSON that a resuming process needs to go on in the same way.
  ///   - subjects: what the first sessions train, in order.
  /// - Throws: `not-found` for a correction that is not there, `session.duplicate` for one named twice.
  public func createRun(
    agent: AgentName, mode: String, settings: Data, subjects: [SessionSubject] = []
  ) throws(WhetError) -> RunLease {
    let teaches = subjects.contains { if case .correction = $0 { true } else { false } }
    return try createRun(agent: agent, mode: mode, settings: settings, isAlone: teaches) { _ in subjects }
  }

  private func createRun(
    agent: AgentName, mode: String, settings: Data, isAlone: Bool,
    choosing subjects: (Database) throws -> [SessionSubject]
  ) throws(WhetError) -> RunLease {
    let at = now
    var claimed: Int64?
    do {
      return try write { db in
        if isAlone { try Self.checkAlone(agent, db) }
        let artefact = try ArtefactTable.insert(ArtefactDraft(settings), db)
        try db.run(
          "INSERT INTO run (agent, mode, state, settings, process, startedAt) VALUES (?, ?, 'open', ?, ?, ?)",
          [CorrectionTable.agentKey(agent, db), mode, artefact, getpid(), at.milliseconds])
        let key = db.lastInsertedRowID
        guard try claims.take(key) else { throw Self.busy(key, process: nil) }
        claimed = key
        try SessionTable.insert(try subjects(db), run: key, db)
        return RunLease(run: try RunTable.run(key: key, db), key: key, claims: claims)
      }
    } catch {
      if let claimed { claims.release(claimed) }
      throw error
    }
  }

  /// Starts a run on every correction the agent was not trained with, chosen in the transaction that makes the run, so
  /// that two processes never train the same.
  ///
  /// - Throws: `run.busy` while another run of the agent is open: its lessons and this one's would overwrite each other.
  public func createRun(ofUntrained agent: AgentName, mode: String, settings: Data) throws(WhetError) -> RunLease {
    let waiting = { (db: Database) in
      try CorrectionTable.untrained(agent, db).map { SessionSubject.correction($0.id, revision: $0.revision) }
    }
    return try createRun(agent: agent, mode: mode, settings: settings, isAlone: true, choosing: waiting)
  }

  /// Takes over a run whose process died, or that failed, to go on with it.
  ///
  /// - Throws: `not-found`; `run.busy` while another has it, or, for one that failed, while another run trains its
  ///   agent; `run.finished`.
  public func claim(_ id: RunID) throws(WhetError) -> RunLease {
    let key = try read { try RunTable.key(id.rawValue, $0) }
    do {
      guard try claims.take(key) else { throw Self.busy(key, process: try run(id).process) }
    } catch {
      throw StoreFault.error(for: error, path: path)
    }
    do {
      return try write { db in
        let run = try RunTable.run(key: key, db)
        guard run.state != .finished else {
          throw WhetError(.runFinished, "the run '\(id)' is finished", advice: "start another with 'train'")
        }
        // A run that failed let others begin; it does not go on beside one of them.
        if run.state == .failed, try Self.isTeaching(key, db) { try Self.checkAlone(run.agent, db) }
        try db.run(
          "UPDATE run SET state = 'open', failure = NULL, finishedAt = NULL, process = ? WHERE key = ?",
          [getpid(), key])
        return RunLease(run: try RunTable.run(key: key, db), key: key, claims: claims)
      }
    } catch {
      claims.release(key)
      throw error
    }
  }

  /// Ends a run with its result; on the disk when the call returns.
  ///
  /// - Throws: `run.sessions-open`, `run.not-claimed`, `run.finished`.
  /// - Parameter outcome: `nil` for a run that decided nothing.
  @discardableResult
  public func finishRun(_ id: RunID, outcome: Data?) throws(WhetError) -> RunRecord {
    let at = now
    return try writeSynced { db in
      let key = try claimedKey(of: id, db)
      let open: Int = try db.value("SELECT count(*) FROM session WHERE run = ? AND state = 'open'", [key]) ?? 0
      guard open == 0 else {
        throw WhetError(
          .runSessionsOpen, "the run '\(id)' cannot end: \(open) of its sessions are open",
          advice: "go on with 'session resume'")
      }
      // Runs of one agent end alike: kept as a difference, many small runs cost little.
      let basis: Data? = try db.value(
        """
        SELECT artefact.digest FROM run JOIN artefact ON artefact.key = run.outcome
        WHERE run.agent = (SELECT agent FROM run WHERE key = ?) ORDER BY run.key DESC LIMIT 1
        """, [key])
      let artefact = try outcome.map {
        try ArtefactTable.insert(ArtefactDraft($0, basis: basis.flatMap(ArtefactDigest.init(bytes:))), db)
      }
      try db.run(
        "UPDATE run SET state = 'finished', outcome = ?, finishedAt = ? WHERE key = ?",
        [artefact, at.milliseconds, key])
      return try RunTable.run(key: key, db)
    }
  }

  /// Ends a run that cannot go on now; its sessions stay as they are and `claim` takes it up again.
  ///
  /// - Throws: `run.not-claimed`, `run.finished`.
  @discardableResult
  public func failRun(_ id: RunID, reason: String) throws(WhetError) -> RunRecord {
    let at = now
    return try writeSynced { db in
      let key = try claimedKey(of: id, db)
      try db.run(
        "UPDATE run SET state = 'failed', failure = ?, finishedAt = ? WHERE key = ?", [reason, at.milliseconds, key])
      return try RunTable.run(key: key, db)
    }
  }

  /// The runs in the order they started.
  ///
  /// - Parameter agent: `nil` for all agents.
  public func runs(agent: AgentName? = nil) throws(WhetError) -> [RunRecord] {
    try read { db in
      try db.rows("\(RunTable.selection) WHERE ?1 IS NULL OR agent.name = ?1 ORDER BY run.key", [agent?.rawValue])
        .map { try RunTable.run($0, db) }
    }
  }

  /// The runs that are going on or were left by a process that died, in the order they started; cheap however many have
  /// finished.
  ///
  /// - Parameter agent: `nil` for all agents.
  public func openRuns(agent: AgentName? = nil) throws(WhetError) -> [RunRecord] {
    try read { db in
      try db.rows(RunTable.open, [agent?.rawValue]).map { try RunTable.run($0, db) }
    }
  }

  /// - Throws: `not-found`.
  public func run(_ id: RunID) throws(WhetError) -> RunRecord {
    try run(matching: id.rawValue)
  }

  /// The run a person means: an id or `last`.
  ///
  /// - Throws: `not-found`.
  public func run(matching text: String) throws(WhetError) -> RunRecord {
    try read { db in try RunTable.run(key: RunTable.key(text, db), db) }
  }

  /// The key of an unfinished run that this store has the lease of.
  func claimedKey(of id: RunID, _ db: Database) throws -> Int64 {
    let key = try RunTable.key(id.rawValue, db)
    try checkClaim(key, db)
    guard try db.value("SELECT state FROM run WHERE key = ?", [key]) != "finished" else {
      throw WhetError(.runFinished, "the run '\(id)' is finished")
    }
    return key
  }

  func checkClaim(_ key: Int64, _ db: Database) throws {
    guard claims.holds(key) else {
      throw WhetError(.runNotClaimed, "the run '\(RunTable.id(key))' was written to without a lease")
    }
  }

  private static func busy(_ key: Int64, process: Int32?) -> WhetError {
    let worker = process.map { "process \($0)" } ?? "another process"
    return WhetError(
      .runBusy, "\(worker) is working on the run '\(RunTable.id(key))'",
      advice: "wait until it is done, or end that process: what it finished is kept, and 'session resume' goes on, "
        + "'step run --all' where it is stepped through")
  }

  /// Whether a run may change lessons: not one that has bare responses only.
  private static func isTeaching(_ key: Int64, _ db: Database) throws -> Bool {
    try db.value(
      """
      SELECT NOT EXISTS (SELECT 1 FROM session WHERE run = ?1)
        OR EXISTS (SELECT 1 FROM session WHERE run = ?1 AND correction IS NOT NULL)
      """, [key]) ?? true
  }

  /// - Throws: `run.busy` if a run of the agent that teaches is open.
  private static func checkAlone(_ agent: AgentName, _ db: Database) throws {
    let open: Int64? = try db.value(
      """
      SELECT run.key FROM run JOIN agent ON agent.key = run.agent
      WHERE agent.name = ? AND run.state = 'open'
        AND EXISTS (SELECT 1 FROM session WHERE session.run = run.key AND session.correction IS NOT NULL) LIMIT 1
      """, [agent.rawValue])
    guard let open else { return }
    throw WhetError(
      .runBusy, "the agent '\(agent)' is being trained in run 'r\(open)'",
      advice: "wait for that run; if its process died, 'session resume' goes on with it, "
        + "'step run --all' where it is stepped through")
  }
}
