import Foundation
public import WhetCore

/// The agents of this place: every tier's definitions, and which of them wins.
///
/// Only files named `*.md` directly in a tier's folder are definitions. Nothing is cached: each call reads the disk.
public struct AgentDirectory: Sendable {
  public let folders: TierFolders

  public init(folders: TierFolders) {
    self.folders = folders
  }

  /// One row for each file and built-in definition, by name and then by tier; unusable files come last.
  public func list() -> [AgentListing] {
    var winners: [AgentName: AgentDefinition] = [:]
    let entries = Tier.allCases.flatMap { self.entries(in: $0) }
    let rows = entries.map { entry in
      switch entry.content {
      case .failure(let error): return AgentListing(unusable: entry.url, tier: entry.tier, error: error)
      case .success(let definition):
        let winner = winners[definition.name]
        if winner == nil { winners[definition.name] = definition }
        let duplicate = winner.flatMap { $0.tier == definition.tier ? Self.duplicate(of: $0, definition) : nil }
        return AgentListing(definition, shadowedBy: winner?.tier, further: duplicate.map { [$0] } ?? [])
      }
    }
    return rows.sorted(by: Self.comesBefore)
  }

  /// The definition of that name that wins, or that of one tier.
  ///
  /// - Throws: `WhetError` with code `not-found`; or the error of an unusable file `NAME.md` in a tier that would win,
  ///   so that a broken file is not silently passed over.
  public func definition(for name: AgentName, in tier: Tier? = nil) throws(WhetError) -> AgentDefinition {
    for tier in tier.map({ [$0] }) ?? Tier.allCases {
      var failure: WhetError?
      for entry in entries(in: tier) {
        switch entry.content {
        case .success(let definition) where definition.name == name: return definition
        case .failure(let error) where entry.stem == name.rawValue || entry.stem == nil: failure = failure ?? error
        default: break
        }
      }
      if let failure { throw failure }
    }
    throw missing(name, in: tier)
  }

  func missing(_ name: AgentName, in tier: Tier? = nil) -> WhetError {
    let known = Set(Tier.allCases.flatMap { entries(in: $0) }.compactMap { try? $0.content.get().name })
    return WhetError(
      .notFound, "there is no agent '\(name)'" + (tier.map { " in the \($0.rawValue) tier" } ?? ""),
      advice: "known agents: \(known.sorted().map(\.rawValue).joined(separator: ", "))")
  }

  private static func duplicate(of winner: AgentDefinition, _ definition: AgentDefinition) -> WhetError {
    WhetError(
      .agentDuplicate, "'\(winner.url?.lastPathComponent ?? "")' of the same tier defines '\(definition.name)' too",
      at: definition.url.map { SourceLocation(file: $0.path(percentEncoded: false)) },
      advice: "rename one of the two agents or remove its file")
  }

  private static func comesBefore(_ left: AgentListing, _ right: AgentListing) -> Bool {
    switch (left.name, right.name) {
    case (let first?, let second?) where first != second: first < second
    case (nil, .some): false
    case (.some, nil): true
    default: (left.tier.precedence, left.url?.path() ?? "") < (right.tier.precedence, right.url?.path() ?? "")
    }
  }
}
