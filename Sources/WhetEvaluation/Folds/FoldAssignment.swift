public import WhetCore

/// Cuts groups of near-duplicates into folds for cross-fitting.
///
/// The fold comes from the id of the group's oldest member alone, so adding corrections never moves a case unless its
/// group merges with an older one. The price is folds of unequal size, and empty ones when there are few groups.
public enum FoldAssignment {
  /// The number of folds.
  public static let count = 5

  /// The fold of a group, from 0 to `count - 1`.
  ///
  /// - Parameter group: its members in order of arrival.
  public static func fold(forGroup group: [CorrectionID]) -> Int {
    guard let oldest = group.first else { return 0 }
    return Int(StableHash.mixed(of: oldest.rawValue.utf8) % UInt64(count))
  }
}
