import Foundation
public import WhetCore

/// Plans and makes changes to agent definitions and their rules.
///
/// Planning only reads. Applying changes both files or neither where the process lives on, and each file whole or not
/// at all where it dies (write, fsync, rename, fsync of the folder).
public struct Deployer: Sendable {
  public let folders: TierFolders
  /// The tiers whose files it changes.
  public let writableTiers: Set<Tier>
  private let checkpoint: Checkpoint
  private let patience: Double

  public init(folders: TierFolders, writableTiers: Set<Tier> = Set(Tier.allCases)) {
    self.init(folders: folders, writableTiers: writableTiers, patience: 2) { _ throws(WhetError) in }
  }

  /// - Parameters:
  ///   - patience: seconds to wait for another whet process that writes to the same folder.
  ///   - checkpoint: called before each system step of a write.
  init(
    folders: TierFolders, writableTiers: Set<Tier> = Set(Tier.allCases), patience: Double = 0,
    checkpoint: @escaping Checkpoint
  ) {
    self.folders = folders
    self.writableTiers = writableTiers
    self.patience = patience
    self.checkpoint = checkpoint
  }

  var directory: AgentDirectory { AgentDirectory(folders: folders) }

  /// Makes the change.
  ///
  /// A plan that was applied in part, because the process died, is completed; one applied already changes nothing.
  /// - Throws: `WhetError` with code `agent.conflict` if a file is neither what the plan expects nor what it makes, or
  ///   another process is writing; `agent.path-unsafe`, `agent.tier-unavailable`, `file.unwritable`. The files are as
  ///   before, except that a failure of the very last sync leaves the new ones.
  public func apply(_ plan: DeploymentPlan) throws(WhetError) {
    try requireWritable(plan.tier)
    let tierFolder = try Self.folder(of: plan.tier, in: folders)
    for url in [plan.definitionURL, plan.rulesURL] { try Self.require(url, in: tierFolder) }
    guard let folder = try Folder(tierFolder, creating: true) else {
      throw WhetError(.tierUnavailable, "the \(plan.tier.rawValue) tier has no folder")
    }
    try checkpoint(WriteStep(action: .lockFolder, file: ""))
    let lock = try FolderLock(folder, patience: patience)
    defer { withExtendedLifetime(lock) {} }
    try PairWriter(folder: folder, checkpoint: checkpoint).write(
      rules: .init(name: plan.rulesURL.lastPathComponent, before: plan.rulesBefore, after: plan.rulesAfter),
      definition: .init(
        name: plan.definitionURL.lastPathComponent, before: plan.definitionBefore, after: plan.definitionAfter))
  }

  /// Finds out whether a plan can be applied to the files as they are now, and writes nothing.
  ///
  /// - Throws: as `apply(_:)`.
  public func check(_ plan: DeploymentPlan) throws(WhetError) {
    try requireWritable(plan.tier)
    let tierFolder = try Self.folder(of: plan.tier, in: folders)
    for url in [plan.definitionURL, plan.rulesURL] { try Self.require(url, in: tierFolder) }
    guard let folder = try Folder(tierFolder, creating: false) else {
      if plan.definitionBefore == nil, plan.rulesBefore == nil { return }
      throw WhetError(
        .agentConflict, "the tier's folder is gone; nothing was changed",
        at: SourceLocation(file: tierFolder.url.path(percentEncoded: false)))
    }
    try PairWriter(folder: folder, checkpoint: checkpoint).check(
      rules: .init(name: plan.rulesURL.lastPathComponent, before: plan.rulesBefore, after: plan.rulesAfter),
      definition: .init(
        name: plan.definitionURL.lastPathComponent, before: plan.definitionBefore, after: plan.definitionAfter))
  }

  func requireWritable(_ tier: Tier) throws(WhetError) {
    guard !writableTiers.contains(tier) else { return }
    throw WhetError(
      .tierUnavailable, "the \(tier.rawValue) tier may not be written to now",
      advice: "the program was told to change nothing outside of the project")
  }

  /// Takes an applied plan back; both files get exactly the bytes they had.
  ///
  /// - Throws: as `apply(_:)`; a conflict if either file has changed since the deployment.
  public func restore(_ plan: DeploymentPlan) throws(WhetError) {
    try apply(plan.inverse)
  }

  static func folder(of tier: Tier, in folders: TierFolders) throws(WhetError) -> TierFolder {
    if let folder = folders[tier] { return folder }
    throw WhetError(
      .tierUnavailable,
      tier == .builtIn ? "built-in definitions cannot be written" : "there is no project here",
      advice: "choose one of the tiers project (inside a project), user and system", exitCode: .usage)
  }

  /// A recorded plan may be of another project: its files are not those of the same tier here.
  private static func require(_ url: URL, in folder: TierFolder) throws(WhetError) {
    let path = url.standardizedFileURL.path(percentEncoded: false)
    let expected = folder.url.appending(component: url.lastPathComponent, directoryHint: .notDirectory)
    guard path == expected.standardizedFileURL.path(percentEncoded: false), !url.hasDirectoryPath else {
      throw WhetError(
        .pathUnsafe, "the file is not in the tier's folder \(folder.url.path(percentEncoded: false))",
        at: SourceLocation(file: path), advice: "run the command where the deployment was made")
    }
  }
}
