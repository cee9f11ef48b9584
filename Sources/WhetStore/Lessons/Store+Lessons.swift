import GRDB
public import WhetCore

extension Store {
  /// The lessons in the order they were first learned.
  ///
  /// - Parameters:
  ///   - agent: `nil` for all agents.
  ///   - statuses: `nil` for all.
  public func lessons(
    agent: AgentName? = nil, statuses: Set<LessonRecord.Status>? = nil
  ) throws(WhetError) -> [LessonRecord] {
    try read { db in
      try db.rows("\(LessonTable.selection) WHERE ?1 IS NULL OR agent.name = ?1 ORDER BY l.key", [agent?.rawValue])
        .map { try LessonTable.lesson($0, db) }
        .filter { statuses?.contains($0.status) ?? true }
    }
  }

  /// The lesson a person means: an id, a unique beginning of one, or `last`.
  ///
  /// - Parameter agent: looks among this agent's only; two agents may have lessons of one id.
  /// - Throws: `not-found`, `ambiguous`.
  public func lesson(matching text: String, agent: AgentName? = nil) throws(WhetError) -> LessonRecord {
    try read { db in try LessonTable.lesson(Self.lessonRow(text, agent, db), db) }
  }

  /// What happened to a lesson, oldest first.
  ///
  /// - Throws: `not-found`, `ambiguous`.
  public func history(ofLesson id: LessonID, agent: AgentName) throws(WhetError) -> [LessonEvent] {
    try read { db in
      let key: Int64 = try Self.lessonRow(id.rawValue, agent, db)["key"]
      return try db.rows("SELECT * FROM lesson_event WHERE lesson = ? ORDER BY revision", [key])
        .map { try LessonTable.event($0, db) }
    }
  }

  /// Changes lessons outside a session, such as for a user who disables one. What that decides of lessons that were
  /// there, their status, own words and what they are merged into, is one change in the journal.
  ///
  /// - Throws: `not-found` for a supporting correction that is not there.
  public func change(_ changes: [LessonChange]) throws(WhetError) {
    let at = now
    try write { db in
      let decisions = try changes.compactMap { try LessonTable.decision(of: $0, db) }
      for change in changes { try LessonTable.apply(change, in: nil, at: at, db) }
      try ChangeTable.note(decisions, at: at, db)
    }
  }

  private static func lessonRow(_ text: String, _ agent: AgentName?, _ db: Database) throws -> Row {
    let rows = """
      SELECT key, id FROM lesson WHERE ? OR agent = (SELECT key FROM agent WHERE name = ?)
      """
    let key = try IdentifierLookup.key(
      text, noun: "lesson", rows: rows, [agent == nil, agent?.rawValue], db)
    guard let row = try db.row("\(LessonTable.selection) WHERE l.key = ?", [key]) else {
      throw WhetError(.notFound, "there is no lesson '\(text.prefix(60))'")
    }
    return row
  }
}
