public import Foundation

/// A content to be stored.
public struct ArtefactDraft: Sendable {
  /// Any bytes; JSON and text become much smaller in the store.
  public var content: Data
  /// A stored artefact this one is much like, such as the prompt before this prompt: only the difference is stored.
  /// A hint: it changes the space taken, never the content, and one that is not in the store is ignored.
  public var basis: ArtefactDigest?

  /// Bytes as they are.
  public init(_ content: Data, basis: ArtefactDigest? = nil) {
    self.content = content
    self.basis = basis
  }

  /// A text as UTF-8.
  public init(_ text: String, basis: ArtefactDigest? = nil) {
    self.init(Data(text.utf8), basis: basis)
  }

  /// The name the content has in every store.
  public var digest: ArtefactDigest { ArtefactDigest(of: content) }
}
