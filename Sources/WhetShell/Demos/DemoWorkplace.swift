import Foundation
import WhetAgents
import WhetCore
import WhetEvaluation
import WhetTraining

/// The temporary project, home and store of one demo run.
struct DemoWorkplace: Sendable {
  let folder: URL

  /// - Throws: `file.unwritable`.
  init() throws(WhetError) {
    folder = FileManager.default.temporaryDirectory.appending(component: "whet-demo-\(UUID().uuidString.prefix(8))")
    do {
      try FileManager.default.createDirectory(
        at: folder.appending(component: "project"), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw WhetError(.fileUnwritable, "no temporary folder can be made", advice: "check TMPDIR and the space there")
    }
  }

  /// The user's settings with places of the demo's own and the strict gate.
  func configuration(from settings: TrainerConfiguration) -> TrainerConfiguration {
    var configuration = settings
    configuration.storePath = folder.appending(component: "whet.db").path(percentEncoded: false)
    configuration.folders = TierFolders(
      project: TierFolder(base: folder.appending(component: "project"), path: ".claude/agents"),
      user: TierFolder(base: folder, path: "home/.claude/agents"),
      system: TierFolder(base: folder, path: "system/agents"))
    configuration.gatePolicy = .strict
    return configuration
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
