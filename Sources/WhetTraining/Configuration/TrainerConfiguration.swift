public import Foundation
public import WhetAgents
public import WhetEvaluation

/// What a trainer works with; everything has a default but the store.
public struct TrainerConfiguration: Sendable {
  /// The store's file.
  public var storePath: String
  /// Where agent definitions live.
  public var folders: TierFolders
  public var gatePolicy: GatePolicy
  /// The most tokens of the managed section the gate accepts.
  public var tokenBudget: Int
  /// Whether the offline learner learns and its lessons are applied; off, training measures what no learning gives.
  public var isLearnerEnabled: Bool
  /// How many things are done at once, at least 1.
  public var jobs: Int
  /// Makes every choice that rests on chance; the same seed gives the same choices.
  public var seed: UInt64
  /// Whether verifiers are run; off, what only they could measure is n/a.
  public var runsVerifiers = true
  /// The tiers that deployment and rollback may write to.
  public var writableTiers = Set(Tier.allCases)
  public var now: @Sendable () -> Date

  public init(
    storePath: String, folders: TierFolders, gatePolicy: GatePolicy = .strict, tokenBudget: Int = Gate.tokenBudget,
    isLearnerEnabled: Bool = true, jobs: Int = ProcessInfo.processInfo.activeProcessorCount, seed: UInt64 = 0x5EED,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.storePath = storePath
    self.folders = folders
    self.gatePolicy = gatePolicy
    self.tokenBudget = tokenBudget
    self.isLearnerEnabled = isLearnerEnabled
    self.jobs = max(1, jobs)
    self.seed = seed
    self.now = now
  }
}
