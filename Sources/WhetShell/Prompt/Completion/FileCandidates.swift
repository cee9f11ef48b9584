import Foundation
import WhetScript

/// Paths on the disk.
enum FileCandidates {
  /// The most links that are followed to find the folders among them.
  private static let linkLimit = 500

  /// The paths that go on from what was typed, sorted; hidden ones only after a point. Folders end in `/`.
  static func list(_ typed: String, in environment: ShellEnvironment, foldersOnly: Bool) -> CandidateList {
    guard !typed.utf8.contains(0) else { return CandidateList() }
    // By bytes: a mark after a `/` makes one character with it.
    let split = typed.utf8.lastIndex(of: UInt8(ascii: "/")).map { typed.utf8.index(after: $0) } ?? typed.startIndex
    let (head, stem) = (String(typed[..<split]), String(typed[split...]))
    let folder = (head.isEmpty ? environment.currentFolder : environment.url(head)).path(percentEncoded: false)
    for ignoringCase in [false, true] {
      let entries = FolderEntries.read(folder, first: CompletionSource.limit + 1 + linkLimit) { entry in
        (stem.hasPrefix(".") || !entry.name.hasPrefix(".")) && !(foldersOnly && entry.isFolder == false)
          && WhetScript.Completion.matches(entry.name, stem, ignoringCase: ignoringCase)
      }
      let found = list(entries ?? [], head, folder, foldersOnly: foldersOnly)
      if !found.candidates.isEmpty { return found }
    }
    return CandidateList()
  }

  private static func list(
    _ entries: [FolderEntries.Entry], _ head: String, _ folder: String, foldersOnly: Bool
  ) -> CandidateList {
    var looks = linkLimit
    var candidates: [Candidate] = []
    for entry in entries.sorted(by: { $0.name < $1.name }) where candidates.count <= CompletionSource.limit {
      looks -= entry.isFolder == nil ? 1 : 0
      let isFolder = entry.isFolder ?? (looks > 0 && FolderEntries.isFolder(path: folder + "/" + entry.name))
      guard isFolder || !foldersOnly else { continue }
      let path = placed(head + entry.name, isFirst: head.isEmpty)
      candidates.append(Candidate(isFolder ? path + "/" : path, nil, suffix: isFolder ? "" : " "))
    }
    return CandidateList(candidates)
  }

  /// A name that would be read as the home folder stands after `./`.
  private static func placed(_ path: String, isFirst: Bool) -> String { isFirst && path == "~" ? "./" + path : path }
}
