/// Paths as texts, without a look at the disk; by bytes, because a mark after a `/` makes one character with it.
enum LexicalPath {
  private static let slash = UInt8(ascii: "/")
  private static let tilde = UInt8(ascii: "~")

  /// `a` of `a/b`; empty where there is none.
  static func folder(of path: String) -> String {
    guard let end = path.utf8.lastIndex(of: slash) else { return "" }
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// A path as seen from a folder, in its normal form; absolute ones and those of the home folder stay where they are.
  static func join(_ folder: String, _ path: String) -> String {
    let isPlaced = path.utf8.first == slash || path.utf8.first == tilde || folder.isEmpty
    return normalised(isPlaced ? path : folder + "/" + path)
  }

  /// Without `.`, and without `..` where a folder stands before it; links are not followed.
  static func normalised(_ path: String) -> String {
    let isAbsolute = path.utf8.first == slash
    let isInHome = path.utf8.first == tilde
    var parts: [String] = []
    for part in path.utf8.split(separator: slash).compactMap({ String($0) }) where part != "." {
      let climbs = part == ".."
      let canDrop = parts.count > (isInHome ? 1 : 0) && parts.last != ".."
      if climbs, canDrop { parts.removeLast() } else if !(climbs && isAbsolute) { parts.append(part) }
    }
    let joined = (isAbsolute ? "/" : "") + parts.joined(separator: "/")
    let namesHome = joined.utf8.first == tilde && !isInHome
    return joined.isEmpty ? "." : namesHome ? "./" + joined : joined
  }
}
