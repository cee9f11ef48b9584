import Foundation
import GRDB
import WhetCore

/// Rows of lessons inside a transaction that is already open.
enum LessonTable {
  static let selection = """
    SELECT l.key, l.id, agent.name AS agent, l.revision, l.status, l.kind, l.words, l.body, l.helped, l.harmed,
      l.createdIn, l.updatedAt, l.standing, l.ownWords, other.id AS mergedInto
    FROM lesson l JOIN agent ON agent.key = l.agent LEFT JOIN lesson other ON other.key = l.mergedInto
    """

  /// Makes the stored lesson equal to the change's and writes the event, or does nothing if it is equal.
  ///
  /// - Parameters:
  ///   - session: the key of the session whose step makes the change.
  ///   - keepsDecisions: whether what a person decided of the lesson stands, whatever the change says: the learner may
  ///     not know of it yet.
  static func apply(
    _ change: LessonChange, in session: Int64?, keepsDecisions: Bool = false, at: Date, _ db: Database
  ) throws {
    var lesson = change.lesson
    let agent = try CorrectionTable.agentKey(lesson.agent, db)
    let present = try db.row("\(selection) WHERE l.agent = ? AND l.id = ?", [agent, lesson.id.rawValue])
    let supports = try present.map { try Set(Self.supports($0["key"], db)) } ?? []
    if let present, keepsDecisions {
      lesson.keepDecisions(of: try Self.lesson(present, db), moving: change.movesMergeFrom)
    }
    if let present, try isSame(lesson, present, db), supports == Set(lesson.supports) { return }
    let basis = try present.map { try ArtefactTable.digest($0["body"], db) }
    let body = try ArtefactTable.insert(ArtefactDraft(lesson.body, basis: basis), db)
    let revision = (present?["revision"] ?? 0) + 1
    let key = try write(lesson, agent, body, revision, present?["key"], session, at, db)
    try setSupports(Set(lesson.supports), of: key, from: supports, db)
    try db.run(
      """
      INSERT INTO lesson_event (lesson, revision, session, reason, status, body, helped, harmed, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        key, revision, session, change.reason, lesson.status.rawValue, body, lesson.helped, lesson.harmed,
        at.milliseconds,
      ])
  }

  /// What a change does to what people decide of a lesson that is there; `nil` if nothing.
  static func decision(of change: LessonChange, _ db: Database) throws -> LessonDecision? {
    let lesson = change.lesson
    guard let present = try self.lesson(lesson.id, lesson.agent, db) else { return nil }
    let (from, to) = (LessonDecision.State(present), LessonDecision.State(lesson))
    return from.isSame(as: to) ? nil : LessonDecision(agent: lesson.agent, id: lesson.id, from: from, to: to)
  }

  /// An agent's lesson; `nil` if there is none of that id.
  static func lesson(_ id: LessonID, _ agent: AgentName, _ db: Database) throws -> LessonRecord? {
    try db.row("\(selection) WHERE agent.name = ? AND l.id = ?", [agent.rawValue, id.rawValue])
      .map { try lesson($0, db) }
  }

  static func lesson(_ row: Row, _ db: Database) throws -> LessonRecord {
    var lesson = LessonRecord(
      id: LessonID(row["id"]), agent: try AgentName(row["agent"]), status: try status(row), kind: row["kind"],
      words: row["words"], body: try ArtefactTable.content(row["body"], db), helped: row["helped"],
      harmed: row["harmed"], supports: try supports(row["key"], db))
    lesson.standing = try (row["standing"] as String?).map { try status($0) }
    lesson.ownWords = row["ownWords"]
    lesson.mergedInto = (row["mergedInto"] as String?).map { LessonID($0) }
    lesson.createdIn = (row["createdIn"] as Int64?).map(SessionTable.id)
    lesson.revision = row["revision"]
    lesson.updatedAt = Date(milliseconds: row["updatedAt"])
    return lesson
  }

  static func event(_ row: Row, _ db: Database) throws -> LessonEvent {
    LessonEvent(
      revision: row["revision"], session: (row["session"] as Int64?).map(SessionTable.id), reason: row["reason"],
      status: try status(row), body: try ArtefactTable.content(row["body"], db), helped: row["helped"],
      harmed: row["harmed"], at: Date(milliseconds: row["at"]))
  }

  private static func status(_ row: Row) throws -> LessonRecord.Status { try status(row["status"] as String) }

  private static func status(_ text: String) throws -> LessonRecord.Status {
    guard let status = LessonRecord.Status(rawValue: text) else {
      throw StoreFault.corrupt(nil, "a lesson has the unknown status '\(text)'")
    }
    return status
  }

  private static func isSame(_ lesson: LessonRecord, _ row: Row, _ db: Database) throws -> Bool {
    try status(row) == lesson.status && row["kind"] == lesson.kind && row["words"] == lesson.words
      && row["standing"] == lesson.standing?.rawValue && row["ownWords"] == lesson.ownWords
      && row["mergedInto"] == lesson.mergedInto?.rawValue && row["helped"] == lesson.helped
      && row["harmed"] == lesson.harmed
      && ArtefactTable.digest(row["body"], db) == ArtefactDigest(of: lesson.body)
  }

  private static func write(
    _ lesson: LessonRecord, _ agent: Int64, _ body: Int64, _ revision: Int, _ key: Int64?, _ session: Int64?,
    _ at: Date, _ db: Database
  ) throws -> Int64 {
    let other = lesson.mergedInto
    let values: StatementArguments = [
      revision, lesson.status.rawValue, lesson.kind, lesson.words, body, lesson.helped, lesson.harmed, at.milliseconds,
      lesson.standing?.rawValue, lesson.ownWords, try other.map { try lessonKey($0, agent, db) },
    ]
    if let key {
      try db.run(
        """
        UPDATE lesson SET revision = ?, status = ?, kind = ?, words = ?, body = ?, helped = ?, harmed = ?,
          updatedAt = ?, standing = ?, ownWords = ?, mergedInto = ?, createdIn = ifnull(createdIn, ?) WHERE key = ?
        """, values + [lesson.supports.isEmpty ? nil : session, key])
      return key
    }
    try db.run(
      """
      INSERT INTO lesson (revision, status, kind, words, body, helped, harmed, updatedAt, standing, ownWords,
        mergedInto, id, agent, createdIn)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, values + [lesson.id.rawValue, agent, session])
    return db.lastInsertedRowID
  }

  /// - Throws: `not-found`.
  private static func lessonKey(_ id: LessonID, _ agent: Int64, _ db: Database) throws -> Int64 {
    guard let key: Int64 = try db.value("SELECT key FROM lesson WHERE agent = ? AND id = ?", [agent, id.rawValue])
    else { throw WhetError(.notFound, "the agent has no lesson '\(id)' to be merged into") }
    return key
  }

  private static func supports(_ key: Int64, _ db: Database) throws -> [CorrectionID] {
    let ids: [String] = try db.values(
      """
      SELECT c.id FROM lesson_support s JOIN correction c ON c.key = s.correction
      WHERE s.lesson = ? ORDER BY s.correction
      """, [key])
    return ids.map { CorrectionID($0) }
  }

  /// Writes the difference only: a well-supported lesson changes often.
  private static func setSupports(
    _ new: Set<CorrectionID>, of key: Int64, from old: Set<CorrectionID>, _ db: Database
  ) throws {
    for id in new.subtracting(old) {
      try db.run(
        "INSERT INTO lesson_support (lesson, correction) VALUES (?, ?)", [key, CorrectionTable.key(of: id, db)])
    }
    for id in old.subtracting(new) {
      try db.run(
        "DELETE FROM lesson_support WHERE lesson = ? AND correction = ?", [key, CorrectionTable.key(of: id, db)])
    }
  }
}

extension LessonRecord {
  /// Keeps what a person decided of the lesson as it is stored; what they did not decide stays as it is here.
  fileprivate mutating func keepDecisions(of stored: LessonRecord, moving head: LessonID?) {
    if stored.status == .disabled, status != .disabled { (status, standing) = (.disabled, status) }
    ownWords = stored.ownWords ?? ownWords
    if head == nil || stored.mergedInto != head { mergedInto = stored.mergedInto ?? mergedInto }
  }
}
