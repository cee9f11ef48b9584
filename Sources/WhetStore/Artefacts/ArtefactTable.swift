import Foundation
import GRDB
import WhetCore

/// Rows of artefacts inside a transaction that is already open.
enum ArtefactTable {
  /// The key of the content's row, new or old: equal contents are stored once.
  static func insert(_ draft: ArtefactDraft, _ db: Database) throws -> Int64 {
    let digest = draft.digest
    if let key = try key(of: digest, db) { return key }
    let basis = try draft.basis.flatMap { try Self.basis($0, db) }
    let dictionary = PresetDictionary.version1 + (basis?.content ?? Data())
    if let compressed = Deflate.compress(draft.content, dictionary: dictionary) {
      try insert(digest, draft, .deflate1, basis.map { ($0.key, $0.depth) }, compressed, db)
    } else {
      try insert(digest, draft, .plain, nil, draft.content, db)
    }
    return db.lastInsertedRowID
  }

  static func insert(_ content: Data?, basis: Data? = nil, _ db: Database) throws -> Int64? {
    try content.map { try insert(ArtefactDraft($0, basis: basis.map(ArtefactDigest.init(of:))), db) }
  }

  static func key(of digest: ArtefactDigest, _ db: Database) throws -> Int64? {
    try db.value("SELECT key FROM artefact WHERE digest = ?", [digest.bytes])
  }

  static func digest(_ key: Int64, _ db: Database) throws -> ArtefactDigest {
    let bytes: Data? = try db.value("SELECT digest FROM artefact WHERE key = ?", [key])
    guard let digest = bytes.flatMap(ArtefactDigest.init(bytes:)) else { throw damage(key) }
    return digest
  }

  /// The content, checked against its digest.
  static func content(_ key: Int64, _ db: Database) throws -> Data {
    guard let row = try db.row("SELECT digest, size, encoding, basis, content FROM artefact WHERE key = ?", [key])
    else { throw damage(key) }
    let (size, basis): (Int, Int64?) = (row["size"], row["basis"])
    let stored: Data = row["content"]
    let content: Data?
    switch ArtefactEncoding(rawValue: row["encoding"]) {
    case .plain: content = stored
    case .deflate1:
      let prefix = try basis.map { try Self.content($0, db) } ?? Data()
      content = Deflate.expand(stored, size: size, dictionary: PresetDictionary.version1 + prefix)
    case nil: content = nil
    }
    guard let content, ArtefactDigest(of: content).bytes == row["digest"] as Data else { throw damage(key) }
    return content
  }

  private static func basis(_ digest: ArtefactDigest, _ db: Database) throws -> (key: Int64, depth: Int, content: Data)?
  {
    guard let row = try db.row("SELECT key, depth FROM artefact WHERE digest = ?", [digest.bytes]) else { return nil }
    let (key, depth): (Int64, Int) = (row["key"], row["depth"])
    guard depth < ArtefactEncoding.maximumDepth else { return nil }
    return (key, depth, try content(key, db))
  }

  private static func insert(
    _ digest: ArtefactDigest, _ draft: ArtefactDraft, _ encoding: ArtefactEncoding,
    _ basis: (key: Int64, depth: Int)?, _ stored: Data, _ db: Database
  ) throws {
    try db.run(
      "INSERT INTO artefact (digest, size, encoding, basis, depth, content) VALUES (?, ?, ?, ?, ?, ?)",
      [digest.bytes, draft.content.count, encoding.rawValue, basis?.key, basis.map { $0.depth + 1 } ?? 0, stored])
  }

  private static func damage(_ key: Int64) -> WhetError {
    StoreFault.corrupt(nil, "artefact \(key) is not what its digest says")
  }
}
