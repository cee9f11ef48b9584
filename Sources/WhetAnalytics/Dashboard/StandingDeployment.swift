public import Foundation
public import WhetCore
public import WhetStore

/// A deployment that is in force in one definition file.
public struct StandingDeployment: Sendable, Equatable, Codable {
  public var id: DeploymentID
  /// The deployment's number among the agent's, from 1.
  public var version: Int
  /// The name of the tier the file lies in.
  public var tier: String
  /// The definition's file.
  public var path: String
  /// The run whose lessons it holds.
  public var run: RunID?
  /// On whose decision it was made.
  public var kind: DeploymentDraft.Kind
  public var at: Date

  /// What stands of an agent's deployments, newest first; a rollback takes the last one of its file back.
  static func all(in records: [DeploymentRecord]) -> [StandingDeployment] {
    var stacks: [String: [DeploymentRecord]] = [:]
    for record in records where record.state == .applied {
      if record.kind == .rolledBack {
        _ = stacks[record.definitionPath]?.popLast()
      } else {
        stacks[record.definitionPath, default: []].append(record)
      }
    }
    return stacks.values.compactMap(\.last).sorted { $0.version > $1.version }.map { record in
      StandingDeployment(
        id: record.id, version: record.version, tier: record.tier, path: record.definitionPath, run: record.run,
        kind: record.kind, at: record.at)
    }
  }

  /// One row.
  public var value: JSONValue {
    .record([
      "deployment": .string(id.rawValue), "version": JSONValue(version), "tier": .string(tier), "path": .string(path),
      "run": JSONValue(run?.rawValue), "kind": .string(kind.rawValue), "at": .string(at.formatted(.iso8601)),
    ])
  }
}
