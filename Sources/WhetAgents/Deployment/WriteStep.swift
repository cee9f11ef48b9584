import WhetCore

/// One system step of a deployment, named before it is taken.
///
/// A test stops a deployment at any of them; what is on disk then is what a crash there leaves.
struct WriteStep: Sendable, Hashable {
  enum Action: String, Sendable, CaseIterable {
    case lockFolder, removeLeftover, createTemporary, writeBytes, keepMode, syncTemporary, checkUnchanged
    case link, rename, remove, removeTemporary, syncFolder, finish
  }

  let action: Action
  /// The name of the file the step serves; empty for the folder.
  let file: String
}

/// Called before each step; an error it throws stops the deployment there.
typealias Checkpoint = @Sendable (WriteStep) throws(WhetError) -> Void
