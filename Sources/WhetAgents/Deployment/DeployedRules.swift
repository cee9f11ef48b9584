public import Foundation
public import WhetCore

/// The rules that lie beside a definition.
public struct DeployedRules: Sendable, Equatable {
  public let url: URL
  /// The file as it is on disk.
  public let bytes: Data
  public let file: RulesFile
  /// Whether the definition's managed section was deployed together with these rules.
  ///
  /// `false` after a crash between the two writes of a deployment, and after someone edited the section: the next
  /// deployment makes them agree again.
  public let isPaired: Bool
}

extension AgentDirectory {
  static let rulesSuffix = ".rules.json"

  /// The rules deployed with a definition; `nil` if there are none, as for every built-in definition.
  ///
  /// - Throws: `WhetError` with code `rules.invalid`, `rules.version-newer`, `agent.path-unsafe` or `file.unreadable`.
  public func deployedRules(with definition: AgentDefinition) throws(WhetError) -> DeployedRules? {
    guard let url = definition.url, let tierFolder = folders[definition.tier],
      let folder = try Folder(tierFolder, creating: false)
    else { return nil }
    let name = Self.rulesName(ofDefinition: url.lastPathComponent)
    guard let stored = try folder.read(name, limit: RulesFile.sizeLimit) else { return nil }
    let file = try RulesFile(decoding: stored.bytes, file: folder.path(of: name))
    guard file.agent == definition.name else {
      throw WhetError(.rulesInvalid, "these rules are those of '\(file.agent)'", at: folder.place(of: name))
    }
    let words = try? ManagedSection.text(in: definition.bytes)
    return DeployedRules(
      url: folder.url(of: name), bytes: stored.bytes, file: file, isPaired: file.belongs(toSection: words))
  }

  static func rulesName(ofDefinition name: String) -> String {
    name.dropLast(definitionSuffix.count) + rulesSuffix
  }
}
