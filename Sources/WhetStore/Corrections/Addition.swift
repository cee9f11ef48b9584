public import WhetCore

extension WhetError.Code {
  /// A correction with that id is there and says something else.
  public static let correctionConflict = Self(rawValue: "correction.conflict")
}

/// What became of one correction that was added.
public enum Addition: Sendable, Equatable {
  case added(Correction)
  /// The same content is there under this id, as the present or an earlier revision: adding twice changes nothing.
  case unchanged(CorrectionID)
  /// The same content is there but was removed, and stays so; `restore` brings it back.
  case hidden(CorrectionID)
  /// Another content is there under this id (code `correction.conflict`); nothing was changed.
  case conflict(WhetError)
}
