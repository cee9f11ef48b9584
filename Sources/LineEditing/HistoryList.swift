import CLibedit

/// The history in memory, oldest entry first, and the ways to look something up in it.
///
/// What a person types is text, never a pattern.
struct HistoryList {
  private(set) var entries: [String] = []
  private let limit: Int
  /// Entries compared by the searches so far: a measure of their work.
  private(set) var comparisons = 0
  /// The newest entries for beginnings of the text asked for last, shortest beginning first.
  private var narrowing: [(beginning: String, index: Int?)] = []

  init(_ entries: [String] = [], limit: Int) {
    self.limit = max(1, limit)
    self.entries = entries.suffix(self.limit)
  }

  /// Adds an entry unless it is the newest already; the oldest may go.
  mutating func append(_ entry: String) {
    narrowing = []
    guard entry != entries.last else { return }
    entries.append(entry)
    // Many at once, as each removal moves all that stay.
    if entries.count > limit + limit / 8 { entries.removeFirst(entries.count - limit) }
  }

  /// The newest entry that begins with a text and is longer.
  ///
  /// Each further character goes on from the entry found for the text before it, so typing a line looks at every
  /// entry once at most.
  mutating func suggestion(for beginning: String) -> String? {
    while let last = narrowing.last, !beginning.utf8.starts(with: last.beginning.utf8) { narrowing.removeLast() }
    if let last = narrowing.last {
      guard let index = last.index else { return nil }
      if last.beginning.utf8.count == beginning.utf8.count { return entries[index] }
    }
    let start = narrowing.last.map { $0.index ?? -1 } ?? entries.count - 1
    var index = start
    let count = beginning.utf8.count
    while index >= 0 {
      comparisons += 1
      let entry = entries[index]
      if entry.utf8.count > count, entry.utf8.starts(with: beginning.utf8) { break }
      index -= 1
    }
    narrowing.append((beginning, index >= 0 ? index : nil))
    return index >= 0 ? entries[index] : nil
  }

  /// The place of the next entry with a beginning, other than what is shown.
  ///
  /// - Parameters:
  ///   - place: where the search starts; it is not looked at itself.
  ///   - isOlder: whether it goes to older entries.
  func place(from place: Int, isOlder: Bool, beginning: String, notShowing shown: String) -> Int? {
    var place = place + (isOlder ? -1 : 1)
    while entries.indices.contains(place) {
      let entry = entries[place]
      if entry != shown, entry.utf8.starts(with: beginning.utf8) { return place }
      place += isOlder ? -1 : 1
    }
    return nil
  }

  /// The place of the nearest entry that contains a text, the starting place included.
  func place(from place: Int, isOlder: Bool, containing text: String, notShowing shown: String? = nil) -> Int? {
    var place = place
    while entries.indices.contains(place) {
      if entries[place] != shown, Self.offset(of: text, in: entries[place]) != nil { return place }
      place += isOlder ? -1 : 1
    }
    return nil
  }

  /// UTF-8 bytes of an entry before the text it contains.
  static func offset(of text: String, in entry: String) -> Int? {
    var (text, entry) = (text, entry)
    return entry.withUTF8 { entry in
      text.withUTF8 { text -> Int? in
        guard let start = entry.baseAddress, let wanted = text.baseAddress else { return text.isEmpty ? 0 : nil }
        guard let found = clibedit_find(start, entry.count, wanted, text.count) else { return nil }
        return found - UnsafeRawPointer(start)
      }
    }
  }
}
