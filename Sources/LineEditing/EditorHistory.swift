import CLibedit

/// A walk through the entries with one beginning, from the line that was typed.
struct HistoryWalk {
  /// What was typed; the text before its cursor is the beginning.
  var typed: EditedLine
  /// The entry shown; the number of entries stands for the typed line.
  var place: Int
  /// The line as the last step left it. When it is another now, the walk is over.
  var shown: EditedLine
}

extension EditorTerminal {
  /// The row above in a line of several; else, and while walking, the entry before.
  func goUp() -> UInt8 { go(isOlder: true) }

  /// The row below in a line of several; else, and while walking, the entry after.
  func goDown() -> UInt8 { go(isOlder: false) }

  private func go(isOlder: Bool) -> UInt8 {
    let line = currentLine
    let walking = walk.flatMap { $0.shown == line ? $0 : nil }
    if walking == nil, let step = line.stepToRow(before: isOlder) {
      moveCursor(by: step)
      return UInt8(CC_CURSOR)
    }
    var walk = walking ?? HistoryWalk(typed: line, place: history.entries.count, shown: line)
    let beginning = walk.typed.beginning
    if let place = history.place(from: walk.place, isOlder: isOlder, beginning: beginning, notShowing: line.text) {
      walk.place = place
      replaceLine(by: EditedLine(history.entries[place]))
    } else if !isOlder, walk.place < history.entries.count {
      walk.place = history.entries.count
      replaceLine(by: walk.typed)
    } else {
      return UInt8(CC_ERROR)
    }
    walk.shown = currentLine
    self.walk = walk
    return UInt8(CC_REFRESH)
  }

  /// Searches with each key; Enter takes the entry and runs it, other editing keys take it and go on.
  func search(isOlder: Bool) -> UInt8 {
    let original = currentLine
    search = HistorySearch(from: original, in: history, isOlder: isOlder)
    defer { search = nil }
    while let key = nextScalar() {
      switch (key, EditorKey(key)) {
      case ("\u{12}", _), (_, .up): search?.goOn(in: history, isOlder: true)
      case ("\u{13}", _), (_, .down): search?.goOn(in: history, isOlder: false)
      case ("\u{7F}", _), ("\u{08}", _): search?.shorten()
      case ("\u{07}", _): return UInt8(CC_REFRESH)
      case (_, nil) where key.value >= 0x20: search?.extend(key, in: history)
      default:
        if key != "\u{1B}" { pending.append(key) }
        replaceLine(by: search?.line(in: history) ?? original)
        return UInt8(CC_REFRESH)
      }
    }
    return UInt8(CC_REFRESH)
  }
}
