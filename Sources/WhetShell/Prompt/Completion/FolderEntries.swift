import Foundation

/// The names in a folder with what the folder itself says of them, without a look at each file.
enum FolderEntries {
  struct Entry {
    var name: String
    /// `nil` where only a look at the file would tell, as for links.
    var isFolder: Bool?
  }

  /// The most names that are read.
  static let limit = 50_000

  /// The entries that are wanted, in no order; `nil` where there is no folder or it cannot be read.
  ///
  /// Names that are not UTF-8 are left out: the language cannot write them.
  /// - Parameter count: only that many of the first in the order of their names, and some more.
  static func read(_ path: String, first count: Int = limit, where isWanted: (Entry) -> Bool) -> [Entry]? {
    guard !path.utf8.contains(0), let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var entries: [Entry] = []
    var remaining = limit
    // What comes after it in the order of names is not among the first.
    var last: String?
    while remaining > 0, let entry = readdir(stream) {
      remaining -= 1
      guard let name = name(of: entry), name != ".", name != ".." else { continue }
      let found = Entry(name: name, isFolder: isFolder(entry.pointee.d_type))
      guard last.map({ name < $0 }) ?? true, isWanted(found) else { continue }
      entries.append(found)
      if entries.count >= 2 * count {
        entries.sort { $0.name < $1.name }
        entries.removeSubrange(count...)
        last = entries.last?.name
      }
    }
    return entries
  }

  /// Whether a path leads to a folder, through links too.
  static func isFolder(path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
    // Not through the array in the structure: an entry may be shorter than it.
    return String(validatingCString: (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self))
  }

  private static func isFolder(_ type: UInt8) -> Bool? {
    switch Int(type) {
    case Int(DT_DIR): true
    case Int(DT_LNK), Int(DT_UNKNOWN): nil
    default: false
    }
  }
}
