import GRDB
public import WhetCore

/// The newest records whose ids begin with a text, newest first: for completion, which must answer while a key is down.
///
/// Each call reads about `limit` rows where ids count up (`s12`), and the ids of the table where they do not; none reads
/// an artefact but those of the corrections it returns.
extension Store {
  /// Sessions, each with its correction's id (`response` for a bare one) and state.
  public func newestSessions(limit: Int, prefix: String = "") throws(WhetError) -> [RecordSummary] {
    let sql = """
      SELECT s.key, agent.name AS agent, ifnull(correction.id, 'response') || ', ' || s.state AS words
      FROM session s JOIN run ON run.key = s.run JOIN agent ON agent.key = run.agent
        LEFT JOIN correction ON correction.key = s.correction
      WHERE s.key BETWEEN ? AND ? ORDER BY s.key DESC LIMIT ?
      """
    return try counted(sql, letter: "s", prefix, limit)
  }

  /// Runs, each with its mode and state.
  public func newestRuns(limit: Int, prefix: String = "") throws(WhetError) -> [RecordSummary] {
    let sql = """
      SELECT run.key, agent.name AS agent, mode || ', ' || state AS words
      FROM run JOIN agent ON agent.key = run.agent WHERE run.key BETWEEN ? AND ? ORDER BY run.key DESC LIMIT ?
      """
    return try counted(sql, letter: "r", prefix, limit)
  }

  /// Deployments and rollbacks, each with its version and kind.
  public func newestDeployments(limit: Int, prefix: String = "") throws(WhetError) -> [RecordSummary] {
    let sql = """
      SELECT d.key, agent.name AS agent, 'version ' || version || ', ' || kind AS words
      FROM deployment d JOIN agent ON agent.key = d.agent WHERE d.key BETWEEN ? AND ? ORDER BY d.key DESC LIMIT ?
      """
    return try counted(sql, letter: "d", prefix, limit)
  }

  /// Lessons of all agents, each with its instruction.
  public func lessons(limit: Int, prefix: String = "") throws(WhetError) -> [RecordSummary] {
    try read { db in
      try db.rows(
        """
        SELECT l.id, agent.name AS agent, l.words FROM lesson l JOIN agent ON agent.key = l.agent
        WHERE substr(l.id, 1, length(?1)) = ?1 ORDER BY l.key DESC LIMIT ?2
        """, [prefix, limit]
      ).map { RecordSummary(id: $0["id"], agent: try AgentName($0["agent"]), words: $0["words"]) }
    }
  }

  /// Corrections that were not removed, each with its task.
  public func newestCorrections(limit: Int, prefix: String = "") throws(WhetError) -> [RecordSummary] {
    try read { db in
      let rows = try db.rows(
        """
        \(CorrectionTable.selection)
        WHERE c.hiddenAt IS NULL AND substr(c.id, 1, length(?1)) = ?1 ORDER BY c.key DESC LIMIT ?2
        """, [prefix, limit])
      let reader = CorrectionTable.Reader()
      return try rows.map { row in
        let correction = try reader.correction(row, db)
        return RecordSummary(id: correction.id.rawValue, agent: correction.agent, words: correction.task)
      }
    }
  }

  /// Records whose ids are a letter and the key.
  private func counted(
    _ sql: String, letter: Character, _ prefix: String, _ limit: Int
  ) throws(WhetError) -> [RecordSummary] {
    try read { db in
      var found: [RecordSummary] = []
      for keys in IdentifierLookup.keys(beginningWith: prefix, letter: letter) where found.count < limit {
        found += try db.rows(sql, [keys.lowerBound, keys.upperBound, limit - found.count]).map {
          RecordSummary(id: "\(letter)\($0["key"] as Int64)", agent: try AgentName($0["agent"]), words: $0["words"])
        }
      }
      return found
    }
  }
}
