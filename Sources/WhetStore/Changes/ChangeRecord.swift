public import Foundation
public import WhetCore

extension WhetError.Code {
  /// No change is left that can be taken back.
  public static let undoNothing = Self(rawValue: "undo.nothing")
  /// The change that was named is not the newest any more: another process made one or took this one back.
  public static let undoOvertaken = Self(rawValue: "undo.overtaken")
  /// What the change left is not there any more: taking it back would take back something else.
  public static let undoConflict = Self(rawValue: "undo.conflict")
}

/// A change that can be taken back, as the journal has it.
public struct ChangeRecord: Sendable, Equatable, Identifiable {
  /// What was done, one word each.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case added, imported
    /// A removed correction was brought back.
    case returned
    case edited, removed, deployed
    case rolledBack = "rolled-back"
    /// A definition file was made.
    case made
    /// A person decided something of lessons.
    case decided
  }

  /// `u` and a number that counts the changes of the store, from 1.
  public var id: ChangeID
  public var kind: Kind
  /// What was done, such as `imported 8 corrections from c.jsonl`. Ids and names of files, not made safe for a terminal.
  public var words: String
  public var content: ReversibleChange
  public var at: Date
  /// When it was taken back.
  public var undoneAt: Date?
}
