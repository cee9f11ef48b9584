import CLibedit
import Glibc

/// The user's settings in the form of editrc(5).
///
/// They are read here and not by `el_source`: choosing a key map drops all bindings, so ours must come right after
/// it and before the user's others; and commands on the history have to mean the ones of this editor.
struct EditorSettings {
  /// Name that the part before a line's colon is compared with.
  let programName: String
  /// Key sequences that the user has bound, without their `ESC`; the reader leaves them alone.
  private(set) var boundSequences: Set<[UInt8]> = []

  init(programName: String) { self.programName = programName }

  /// Reads `$EDITRC`, else `~/.editrc`, or the file given; an empty path means none.
  ///
  /// - Parameter bindDefaults: binds what is not the user's choice, in the key maps of the present mode.
  mutating func read(_ path: String?, on editor: OpaquePointer, bindDefaults: () -> Void) {
    bindDefaults()
    guard let path = path ?? Self.usualPath, !path.isEmpty, let file = fopen(path, "r") else { return }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) >= 0 {
      // A line that is not UTF-8, mostly a comment, has nothing for libedit.
      guard let text = line.flatMap({ String(validatingCString: $0) }) else { continue }
      let words = Self.words(of: text)
      guard let first = words.first, !first.hasPrefix("#"), let command = command(in: first) else { continue }
      if command == "bind" { note(words) }
      Self.parse(words.map { Self.ownCommands[$0] ?? $0 }, on: editor)
      if command == "bind", words.contains("-v") || words.contains("-e") { bindDefaults() }
    }
  }

  /// The command in the first word of a line; nil where the line is meant for another program.
  private func command(in word: String) -> Substring? {
    guard let colon = word.firstIndex(of: ":") else { return word[...] }
    return isMeant(String(word[..<colon])) ? word[word.index(after: colon)...] : nil
  }

  /// As libedit decides: a part of the name, or a basic regular expression found in it.
  private func isMeant(_ pattern: String) -> Bool {
    guard !pattern.isEmpty else { return false }
    if programName.contains(pattern) { return true }
    var expression = regex_t()
    guard regcomp(&expression, pattern, 0) == 0 else { return false }
    defer { regfree(&expression) }
    return regexec(&expression, programName, 0, nil, 0) == 0
  }

  private static var usualPath: String? {
    if let path = getenv("EDITRC") { return String(cString: path) }
    return getenv("HOME").map { String(cString: $0) + "/.editrc" }
  }

  /// Commands of libedit that look into its own history, which holds nothing here.
  private static let ownCommands = [
    "ed-prev-history": "whet-prev-history", "ed-next-history": "whet-next-history",
    "ed-search-prev-history": "whet-prev-history", "ed-search-next-history": "whet-next-history",
    "em-inc-search-prev": "whet-search-prev", "em-inc-search-next": "whet-search-next",
    "vi-search-prev": "whet-search-prev", "vi-search-next": "whet-search-next",
  ]

  /// Remembers a binding of `ESC [` or `ESC O` and more.
  private mutating func note(_ words: [String]) {
    for word in words.dropFirst() where !word.hasPrefix("-") {
      for lead in ["\\e", "^[", "\\033", "\u{1B}"] where word.hasPrefix(lead) && word.count > lead.count {
        boundSequences.insert(Array(word.dropFirst(lead.count).utf8))
      }
      return
    }
  }

  private static func words(of line: String) -> [String] {
    guard let tokenizer = tok_init(nil) else { return [] }
    defer { tok_end(tokenizer) }
    var count: Int32 = 0
    var words: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    let text = line.hasSuffix("\n") ? String(line.dropLast()) : line
    guard tok_str(tokenizer, text, &count, &words) == 0, let words else { return [] }
    return (0..<Int(count)).compactMap { index in words[index].map { String(cString: $0) } }
  }

  private static func parse(_ words: [String], on editor: OpaquePointer) {
    let copies = words.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var arguments = copies.map { UnsafePointer($0) } + [nil]
    _ = el_parse(editor, Int32(words.count), &arguments)
  }
}
