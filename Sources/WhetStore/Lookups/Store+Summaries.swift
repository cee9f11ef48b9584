import GRDB
public import WhetCore

/// The newest records whose ids begin with a text, newest first: for completion, which must answer while a key is down.
///
/// Each call reads about `limit` rows where ids count up (`s12`), and the ids of the table where they do not; none reads
/// an artefact but those of the corrections it returns.
extension Store {
  /// Sessions, each with its correction's id (`response` for a bare one), state and improvement.
  public func newestSessions(limit: Int, prefix: String = "") throws(WhetError) -> [RecordSummary] {
    let sql = """
      SELECT s.key, agent.name AS agent, ifnull(correction.id, 'response') || ', ' || s.state
        || CASE WHEN s.improvement IS NULL THEN '' ELSE printf(', %+.1f points', s.improvement) END AS words
      FROM session s JOIN run ON run.key = s.run JOIN agent ON agent.key = run.agent
        LEFT JOIN correction ON correction.key = s.correction
      WHERE s.key BETWEEN ? AND ? ORDER BY s.key DESC LIMIT ?
      """
    return try counted(sql, letter: "s", prefix, limit)
  }

  /// Runs, each with its mode, state and start in UTC.
  public func newestRuns(limit: Int, prefix: String = "") throws(WhetError) -> [RecordSummary] {
    let sql = """
      SELECT run.key, agent.name AS agent,
        mode || ', ' || state || ', ' || strftime('%Y-%m-%d %H:%M', startedAt / 1000, 'unixepoch') AS words
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

  /// Lessons of all agents, each with its instruction in the learner's words: a store of any version is read.
  ///
  /// - Parameter ignoringCase: whether ids in other capitals begin with the text too.
  public func lessons(
    limit: Int, prefix: String = "", ignoringCase: Bool = false
  ) throws(WhetError) -> [RecordSummary] {
    try read { db in
      try db.rows(
        """
        SELECT l.id, agent.name AS agent, l.words FROM lesson l JOIN agent ON agent.key = l.agent
        WHERE \(Self.beginning(of: "l.id")) ORDER BY l.key DESC LIMIT ?2
        """, [prefix, limit, ignoringCase]
      ).map { RecordSummary(id: $0["id"], agent: try AgentName($0["agent"]), words: $0["words"]) }
    }
  }

  /// Corrections that were not removed, each with its task.
  ///
  /// - Parameter ignoringCase: whether ids in other capitals begin with the text too.
  public func newestCorrections(
    limit: Int, prefix: String = "", ignoringCase: Bool = false
  ) throws(WhetError) -> [RecordSummary] {
    try read { db in
      let rows = try db.rows(
        """
        \(CorrectionTable.selection)
        WHERE c.hiddenAt IS NULL AND \(Self.beginning(of: "c.id")) ORDER BY c.key DESC LIMIT ?2
        """, [prefix, limit, ignoringCase])
      let reader = CorrectionTable.Reader()
      return try rows.map { row in
        let correction = try reader.correction(row, db)
        return RecordSummary(id: correction.id.rawValue, agent: correction.agent, words: correction.task)
      }
    }
  }

  private static func beginning(of id: String) -> String {
    "(substr(\(id), 1, length(?1)) = ?1 OR ?3 AND substr(\(id), 1, length(?1)) = ?1 COLLATE NOCASE)"
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
