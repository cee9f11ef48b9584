import WhetTerminal

/// The search that grows with each key, as `^R` starts it.
struct HistorySearch {
  private struct Step {
    var place: Int
    var isFailing: Bool
  }

  /// What is looked for: text, not a pattern.
  private(set) var wanted = ""
  /// Goes to older entries, or to newer ones.
  var isOlder: Bool
  private let original: EditedLine
  private var step: Step
  /// The steps before each character of what is wanted, to go back to.
  private var trail: [Step] = []

  init(from original: EditedLine, in history: HistoryList, isOlder: Bool) {
    self.original = original
    self.isOlder = isOlder
    step = Step(place: isOlder ? history.entries.count : -1, isFailing: false)
  }

  /// Looks for one character more, from the present entry on.
  mutating func extend(_ scalar: Unicode.Scalar, in history: HistoryList) {
    trail.append(step)
    wanted.unicodeScalars.append(scalar)
    // What has no shorter beginning has no longer one.
    if !step.isFailing { look(in: history, from: min(max(step.place, 0), history.entries.count - 1), notShowing: nil) }
  }

  /// Takes the last character back.
  mutating func shorten() {
    guard let last = trail.popLast() else { return }
    wanted.unicodeScalars.removeLast()
    step = last
  }

  /// Goes to the next entry that fits.
  mutating func goOn(in history: HistoryList, isOlder: Bool) {
    self.isOlder = isOlder
    guard !wanted.isEmpty else { return }
    let shown = history.entries.indices.contains(step.place) ? history.entries[step.place] : nil
    look(in: history, from: step.place + (isOlder ? -1 : 1), notShowing: shown)
  }

  /// The entry found with the cursor at what was wanted, or the line before the search.
  func line(in history: HistoryList) -> EditedLine {
    guard !wanted.isEmpty, history.entries.indices.contains(step.place) else { return original }
    let entry = history.entries[step.place]
    guard let offset = HistoryList.offset(of: wanted, in: entry) else { return EditedLine(entry) }
    return EditedLine(entry, cursor: String(decoding: entry.utf8.prefix(offset), as: UTF8.self).unicodeScalars.count)
  }

  /// What stands in the prompt's place.
  var prompt: TerminalText {
    "\(step.isFailing ? "no entry with" : isOlder ? "search" : "search forward") '\(TerminalText(line: wanted))': "
  }

  private mutating func look(in history: HistoryList, from place: Int, notShowing shown: String?) {
    if let found = history.place(from: place, isOlder: isOlder, containing: wanted, notShowing: shown) {
      step = Step(place: found, isFailing: false)
    } else {
      step.isFailing = true
    }
  }
}
