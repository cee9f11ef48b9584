import Foundation
import LineEditing
import Synchronization
import WhetAgents
import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// What the Tab key offers: words from the declarations, names and ids from the store, paths from the disk.
///
/// The store is read only when an id is to be completed, and never made by it.
final class CompletionSource: Sendable {
  private let shell: Shell
  private let memory: PromptMemory
  private let own = Mutex<Store?>(nil)

  init(shell: Shell, memory: PromptMemory) {
    self.shell = shell
    self.memory = memory
  }

  /// Candidates for a line and a cursor in UTF-8 bytes.
  func completions(line: String, cursor: Int) -> CompletionResult {
    let place = line.utf8.index(line.startIndex, offsetBy: min(max(cursor, 0), line.utf8.count))
    let found = shell.registry.table.completions(line: line, cursor: place)
    let start = line.utf8.distance(from: line.startIndex, to: found.replacing.lowerBound)
    let isFile = start > 0 && line.utf8[line.utf8.index(before: found.replacing.lowerBound)] == UInt8(ascii: "@")
    return CompletionResult(
      from: start, found.subjects.flatMap { candidates(for: $0, in: found, line, isFile: isFile) })
  }

  private func candidates(
    for subject: WhetScript.Completion.Subject, in found: WhetScript.Completion, _ line: String, isFile: Bool
  ) -> [LineEditing.Completion] {
    switch subject {
    case .commandWords(let words), .flags(let words), .choices(let words), .formats(let words):
      return words.map { LineEditing.Completion($0.text, summary: $0.summary.isEmpty ? nil : $0.summary) }
    case .values(let parameter):
      if isFile { return paths(found, foldersOnly: false) }
      switch parameter.kind {
      case .file: return paths(found, foldersOnly: false)
      case .folder: return paths(found, foldersOnly: true)
      case .commandWords, .command: return helpWords(line, found)
      default:
        return values(of: parameter.kind, beginningWith: found.typed).filter { $0.text.hasPrefix(found.typed) }
          .map { LineEditing.Completion(found.insertion(of: $0.text), summary: $0.summary) }
      }
    }
  }

  private typealias Named = (text: String, summary: String?)

  private func values(of kind: ParameterKind, beginningWith typed: String) -> [Named] {
    switch kind {
    case .agent: agents()
    case .named("strategy"): Strategy.known.map { ($0.name, $0.summary) }
    case .named("demo"): DemoFolder.all(in: shell.environment).map { ($0.name, $0.title) }
    case .named("code"): Explanations.all.map { ($0.name, nil) }
    default: (store().flatMap { try? ids(of: kind, beginningWith: typed, in: $0) }) ?? []
    }
  }

  private func ids(of kind: ParameterKind, beginningWith typed: String, in store: Store) throws -> [Named] {
    let newest: [Named] = [("last", "the newest")]
    switch kind {
    case .correction: return newest + (try store.correctionIDs(beginningWith: typed)).map { ($0.rawValue, nil) }
    case .run: return newest + (try store.runs()).reversed().prefix(60).map { ($0.id.rawValue, $0.agent.rawValue) }
    case .session:
      return newest
        + (try store.sessions()).reversed().prefix(60).map {
          ($0.id.rawValue, $0.correction?.rawValue ?? $0.agent.rawValue)
        }
    case .lesson: return try store.lessons().map { ($0.id.rawValue, $0.words) }
    case .deployment:
      return newest + (try store.deployments()).reversed().map { ($0.id.rawValue, "\($0.agent) version \($0.version)") }
    default: return []
    }
  }

  private func agents() -> [Named] {
    var names: Set<String> = []
    if let settings = try? Services.load(shell.environment, shell.options),
      let folders = try? settings.configuration().folders
    {
      names.formUnion(AgentDirectory(folders: folders).list().compactMap { $0.name?.rawValue })
    }
    names.formUnion(((try? store()?.agents()) ?? []).map(\.rawValue))
    return names.sorted().map { ($0, nil) }
  }

  /// The commands' store if they have opened it, else one of our own where the file is there.
  private func store() -> Store? {
    if let open = shell.services.openStore.withLock({ $0 }) { return open }
    if let own = own.withLock({ $0 }) { return own }
    guard let configuration = try? Services.load(shell.environment, shell.options).configuration(),
      FileManager.default.fileExists(atPath: configuration.storePath),
      let store = try? Store(path: configuration.storePath)
    else { return nil }
    own.withLock { $0 = store }
    return store
  }

  private func helpWords(_ line: String, _ found: WhetScript.Completion) -> [LineEditing.Completion] {
    let words = line[..<found.replacing.lowerBound].split(separator: " ").dropFirst().map(String.init)
    var seen: Set<String> = []
    return shell.registry.table.commands(beginningWith: words).compactMap { command in
      guard command.path.count > words.count, command.path[words.count].hasPrefix(found.typed),
        seen.insert(command.path[words.count]).inserted
      else { return nil }
      return LineEditing.Completion(command.path[words.count], summary: command.summary)
    }
  }

  private func paths(_ found: WhetScript.Completion, foldersOnly: Bool) -> [LineEditing.Completion] {
    let typed = found.typed
    let head = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let stem = typed.dropFirst(head.count)
    let folder = head.isEmpty ? shell.environment.currentFolder : shell.environment.url(head)
    let entries =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])) ?? []
    return entries.compactMap { entry -> LineEditing.Completion? in
      let name = entry.lastPathComponent
      let isFolder = (try? entry.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
      guard name.hasPrefix(stem), stem.hasPrefix(".") || !name.hasPrefix("."), isFolder || !foldersOnly else {
        return nil
      }
      let path = head + name
      return LineEditing.Completion(found.insertion(of: isFolder ? path + "/" : path), suffix: isFolder ? "" : " ")
    }.sorted { $0.text < $1.text }.prefix(200).map { $0 }
  }
}
