public import WhetCore
public import WhetStore

/// What `undo` would take back, in words a person can decide by.
public struct UndoPlan: Sendable, Equatable {
  public var change: ChangeRecord
  /// What taking it back does, one sentence without a full stop.
  public var effect: String
  /// What stays as it is although it came of the change or after it, a sentence each.
  public var remains: [String]
  /// How the change is made again; an undo cannot be undone.
  public var again: String
  /// The newer changes that cannot be taken back, newest first.
  public var passed: [Passed]

  /// A change that cannot be taken back now.
  public struct Passed: Sendable, Equatable {
    public var change: ChangeRecord
    /// What stands against it.
    public var reason: WhetError
  }
}

/// What taking a change back did.
public struct UndoReport: Sendable {
  public var plan: UndoPlan
  /// The change, now taken back.
  public var change: ChangeRecord
  /// The rollback or restored deployment that did it, for a change of that kind.
  public var deployment: DeploymentReport?
}
