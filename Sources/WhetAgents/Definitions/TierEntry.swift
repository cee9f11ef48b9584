import Foundation
import WhetCore

/// A file of a tier, read or not.
struct TierEntry {
  let tier: Tier
  let url: URL
  /// The file's name without `.md`; `nil` for the folder itself, when that is what cannot be read.
  let stem: String?
  let content: Result<AgentDefinition, WhetError>
}

extension AgentDirectory {
  static let definitionSuffix = ".md"

  /// The tier's definitions in the order of their file names.
  ///
  /// - Parameter headsOnly: whether they end with their front matter.
  func entries(in tier: Tier, headsOnly: Bool = false) -> [TierEntry] {
    guard let folder = folders[tier] else {
      return tier == .builtIn
        ? BuiltInDefinitions.all.map {
          TierEntry(
            tier: tier, url: URL(filePath: $0.name.rawValue), stem: $0.name.rawValue, content: .success($0))
        } : []
    }
    do {
      guard let open = try Folder(folder, creating: false) else { return [] }
      return try open.names().filter(Self.isDefinition).sorted().map {
        entry($0, of: open, tier: tier, headsOnly: headsOnly)
      }
    } catch {
      return [TierEntry(tier: tier, url: folder.url, stem: nil, content: .failure(error))]
    }
  }

  private static func isDefinition(_ name: String) -> Bool {
    name.hasSuffix(definitionSuffix) && !name.hasPrefix(".") && name.utf8.count > definitionSuffix.utf8.count
  }

  private func entry(_ name: String, of folder: Folder, tier: Tier, headsOnly: Bool) -> TierEntry {
    let stem = String(name.dropLast(Self.definitionSuffix.count))
    let url = folder.url(of: name)
    do throws(WhetError) {
      guard let file = try folder.read(name, limit: AgentDefinition.sizeLimit) else {
        throw WhetError(.fileUnreadable, "the file vanished while the folder was read", at: folder.place(of: name))
      }
      let definition = try AgentDefinition(
        bytes: headsOnly ? Self.head(of: file.bytes) : file.bytes, tier: tier, url: url, stem: stem)
      return TierEntry(tier: tier, url: url, stem: stem, content: .success(definition))
    } catch {
      return TierEntry(tier: tier, url: url, stem: stem, content: .failure(error))
    }
  }
}
