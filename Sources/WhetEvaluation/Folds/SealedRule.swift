public import WhetCore

/// Chooses the cases that never train and are opened only by the gate.
///
/// Of the groups that began after the hundredth case, every fifth is sealed. A group begins with a case that is no
/// near-duplicate of an earlier one; that never changes later, so neither does the count. A merged group is sealed
/// when its oldest case began a sealed one.
public enum SealedRule {
  /// The number of first cases that are never sealed unless they merge into a sealed group.
  public static let openCases = 100
  /// Of how many later groups one is sealed.
  public static let period = 5

  /// The ids of all sealed cases.
  ///
  /// - Parameter arrivals: all cases in order of arrival, those of the grouping.
  public static func sealedCases(of arrivals: [CorrectionID], in grouping: NearDuplicates) -> Set<CorrectionID> {
    let late = Set(arrivals.dropFirst(openCases))
    let beginnings = grouping.founders.filter { late.contains($0) }
    let sealed = Set(beginnings.enumerated().filter { ($0.offset + 1) % period == 0 }.map(\.element))
    return Set(grouping.groups.filter { $0.first.map { sealed.contains($0) } ?? false }.joined())
  }
}
