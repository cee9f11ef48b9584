import LineEditing
import WhetScript

/// What the Tab key offers: words from the declarations, variables of the prompt, names and ids from the store, paths
/// from the disk.
///
/// It is asked on the editor's thread while somebody waits: every read is limited, and the store is only looked at,
/// never made, brought up to date or waited for.
final class CompletionSource: Sendable {
  /// The most candidates of one kind; a longer list says how many rows it leaves out and is made shorter by typing on.
  static let limit = 100

  private let shell: Shell
  private let memory: PromptMemory
  private let agents: AgentCandidates

  init(shell: Shell, memory: PromptMemory) {
    self.shell = shell
    self.memory = memory
    agents = AgentCandidates(shell: shell)
  }

  /// Candidates for a line and a cursor in UTF-8 bytes.
  func completions(line: String, cursor: Int) -> CompletionResult {
    let offset = line.utf8.index(line.startIndex, offsetBy: min(max(cursor, 0), line.utf8.count))
    guard let place = String.Index(offset, within: line.unicodeScalars) else {
      return CompletionResult(from: cursor, [])
    }
    let found = memory.current.completions(line: line, cursor: place, after: memory.earlierLines)
    var result = CompletionResult(from: line.utf8.distance(from: line.startIndex, to: found.replacing.lowerBound), [])
    for subject in found.subjects {
      guard case .values(let parameter) = subject else {
        result.candidates += subject.candidates.map { word in
          LineEditing.Completion(word.text, summary: word.summary.isEmpty ? nil : word.summary, suffix: word.suffix)
        }
        continue
      }
      let list = candidates(for: parameter.kind, found)
      result.isCut = result.isCut || list.isCut
      result.candidates += list.candidates.map { candidate in
        LineEditing.Completion(
          found.insertion(of: candidate.name), summary: candidate.summary.map { OneLine.bounded($0) },
          suffix: candidate.suffix)
      }
    }
    return result
  }

  private func candidates(for kind: ParameterKind, _ found: WhetScript.Completion) -> CandidateList {
    let typed = found.typed
    switch kind {
    case .file, .folder:
      return FileCandidates.list(typed, in: shell.environment, foldersOnly: kind == .folder)
    case .agent: return agents.list(typed)
    case .correction, .run, .session, .lesson, .deployment, .lessonOrCorrection:
      return StoreCandidates(shell: shell).list(of: kind, typed)
    case .commandWords: return helpWords(after: Array(found.words.dropFirst()), typed)
    case .named(let name): return CandidateList(named(name), startingWith: typed)
    case .text, .value, .integer, .number, .duration, .choice, .flag, .command: return CandidateList()
    }
  }

  /// The names of a kind that only the shell knows.
  private func named(_ kind: String) -> [Candidate] {
    switch kind {
    case "strategy": KnownNames.strategies
    case "demo": KnownNames.demos(in: shell.environment)
    case "code": KnownNames.codes
    case "setting": KnownNames.settings
    default: []
    }
  }

  private func helpWords(after words: [String], _ typed: String) -> CandidateList {
    var seen: Set<String> = []
    let names = shell.registry.table.commands(beginningWith: words).compactMap { command -> Candidate? in
      guard command.path.count > words.count, seen.insert(command.path[words.count]).inserted else { return nil }
      return Candidate(command.path[words.count], command.summary)
    }
    return CandidateList(names, startingWith: typed)
  }
}
