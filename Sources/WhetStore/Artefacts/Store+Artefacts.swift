public import Foundation
import GRDB
public import WhetCore

extension Store {
  /// Stores a content under its digest; one that is there already stays as it is.
  ///
  /// A step that names the digest in its artefact gives the content to `commit` instead: both are there or neither.
  @discardableResult
  public func put(_ draft: ArtefactDraft) throws(WhetError) -> ArtefactDigest {
    _ = try write { try ArtefactTable.insert(draft, $0) }
    return draft.digest
  }

  /// The content with that digest; it is checked against the digest each time.
  ///
  /// - Throws: `not-found`.
  public func artefact(_ digest: ArtefactDigest) throws(WhetError) -> Data {
    try read { db in
      guard let key = try ArtefactTable.key(of: digest, db) else {
        throw WhetError(.notFound, "the store has no artefact \(digest.hex.prefix(12))")
      }
      return try ArtefactTable.content(key, db)
    }
  }
}
