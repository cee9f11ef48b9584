import Foundation
import Synchronization
import WhetAgents
import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// The agents of this place, with tier and description.
///
/// Reading the definitions takes as long as there are files, so what was read is kept while the folders and their files
/// are as they were.
final class AgentCandidates: Sendable {
  private struct Reading {
    var stamp: [FileStamp]
    var agents: [Candidate]
  }

  private let shell: Shell
  private let last = Mutex<Reading?>(nil)

  init(shell: Shell) {
    self.shell = shell
  }

  /// The names that go on from what was typed, sorted.
  func list(_ typed: String) -> CandidateList {
    var agents = defined()
    let known = Set(agents.map(\.name))
    let stored = (try? StoreCandidates.reader(shell)?.agents()) ?? []
    agents += stored.map(\.rawValue).filter { !known.contains($0) }.map { Candidate($0, "known to the store") }
    return CandidateList(agents.sorted { $0.name < $1.name }, startingWith: typed)
  }

  private func defined() -> [Candidate] {
    guard let folders = try? Services.load(shell.environment, shell.options).configuration().folders else { return [] }
    let stamp = FileStamp.all(in: folders)
    if let last = last.withLock({ $0 }), last.stamp == stamp { return last.agents }
    let agents = AgentDirectory(folders: folders).summaries().map { agent in
      Candidate(agent.name.rawValue, agent.tier.rawValue + (agent.description.map { ": " + OneLine.bounded($0) } ?? ""))
    }
    last.withLock { $0 = Reading(stamp: stamp, agents: agents) }
    return agents
  }
}

/// What tells that a file is not the one that was read.
private struct FileStamp: Equatable {
  var path: String
  var seconds: Int
  var nanoseconds: Int
  var size: Int64

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    self.path = path
    seconds = changed.tv_sec
    nanoseconds = changed.tv_nsec
    size = Int64(status.st_size)
  }

  /// The stamps of the tiers' folders and of the definitions in them.
  static func all(in folders: TierFolders) -> [FileStamp] {
    Tier.allCases.compactMap { folders[$0]?.url.path(percentEncoded: false) }.flatMap { folder in
      let entries = FolderEntries.read(folder) { $0.name.hasSuffix(".md") } ?? []
      let files = entries.map { folder + ($0.name.isEmpty ? "" : "/" + $0.name) }.sorted()
      return ([folder] + files).compactMap { FileStamp($0) }
    }
  }
}
