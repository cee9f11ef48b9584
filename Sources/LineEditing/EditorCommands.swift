import CLibedit
import WhetTerminal

extension EditorTerminal {
  /// The line being edited.
  var currentLine: EditedLine {
    guard let editor, let info = el_wline(editor)?.pointee, let buffer = info.buffer else { return EditedLine() }
    var line = EditedLine(start: buffer, count: info.lastchar - buffer)
    line.cursor = min(max(0, info.cursor - buffer), line.scalars.count)
    return line
  }

  /// Inserts text before the cursor.
  @discardableResult
  func insert(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.lazy.filter { $0.value != 0 }.map { wchar_t($0.value) } + [0]
    return scalars.count > 1 && el_winsertstr(editor, Array(scalars)) == 0
  }

  func moveCursor(by count: Int) { el_cursor(editor, Int32(clamping: count)) }

  func replaceLine(by line: EditedLine) {
    let present = currentLine
    moveCursor(by: present.scalars.count - present.cursor)
    if !present.scalars.isEmpty { el_deletestr(editor, Int32(clamping: present.scalars.count)) }
    insert(line.text)
    moveCursor(by: line.cursor - currentLine.cursor)
  }

  func goLeft() -> UInt8 {
    let count = currentLine.previousCount
    moveCursor(by: -count)
    return UInt8(count > 0 ? CC_CURSOR : CC_ERROR)
  }

  func goRight() -> UInt8 {
    if takeOffer(part: { $0.count }) { return UInt8(CC_REFRESH) }
    let count = currentLine.nextCount
    moveCursor(by: count)
    return UInt8(count > 0 ? CC_CURSOR : CC_ERROR)
  }

  func goToNextWord() -> UInt8 {
    if takeOffer(part: { EditedLine.wordCount(in: $0) }) { return UInt8(CC_REFRESH) }
    let line = currentLine
    moveCursor(by: EditedLine.wordCount(in: line.scalars[line.cursor...]))
    return UInt8(CC_CURSOR)
  }

  func goToEnd() -> UInt8 {
    if takeOffer(part: { $0.count }) { return UInt8(CC_REFRESH) }
    let line = currentLine
    moveCursor(by: line.scalars.count - line.cursor)
    return UInt8(CC_CURSOR)
  }

  func deletePrevious() -> UInt8 {
    let count = currentLine.previousCount
    guard count > 0 else { return UInt8(CC_ERROR) }
    el_deletestr(editor, Int32(count))
    return UInt8(CC_REFRESH)
  }

  func deleteNext() -> UInt8 {
    let count = currentLine.nextCount
    guard count > 0 else { return UInt8(CC_ERROR) }
    moveCursor(by: count)
    el_deletestr(editor, Int32(count))
    return UInt8(CC_REFRESH)
  }

  /// Ctrl-D: the end of the input only when nothing is typed.
  func deleteNextOrEnd() -> UInt8 { currentLine.scalars.isEmpty ? UInt8(CC_EOF) : deleteNext() }

  func insertLineEnd() -> UInt8 { UInt8(insert("\n") ? CC_REFRESH : CC_ERROR) }

  func clearScreen() -> UInt8 {
    guard !isDumb else { return UInt8(CC_REDISPLAY) }
    write("\u{1B}[H\u{1B}[2J")
    display.forget()
    return UInt8(CC_REFRESH)
  }

  /// The Tab key.
  func complete() -> UInt8 {
    guard let editor, let completer = configuration.completer else { return UInt8(CC_ERROR) }
    let line = currentLine
    let (text, cursor) = (line.text, line.beginning.utf8.count)
    switch CompletionPlan(line: text, cursor: cursor, result: completer(text, cursor)) {
    case .nothing:
      write("\u{07}")
      return UInt8(CC_ERROR)
    case .insert(let deleting, let text):
      if deleting > 0 { el_deletestr(editor, Int32(clamping: deleting)) }
      insert(text)
      return UInt8(CC_REFRESH)
    case .list(let candidates):
      let painter = Painter(isOn: configuration.usesColour)
      printBelow(CompletionList.lines(candidates, size: size, painter: painter))
      return UInt8(CC_REDISPLAY)
    }
  }

  /// The key for editing in another program: the line ends as it stands.
  func edit() -> UInt8 {
    textToEdit = currentLine.text
    showLast(currentLine)
    return UInt8(CC_NEWLINE)
  }

  /// The start of a marked paste: inserts everything up to its end mark, line ends included, or nothing of a paste
  /// that is too large, as half a text is worse than none.
  func paste() -> UInt8 {
    guard isPasting else { return UInt8(CC_ERROR) }
    isPasting = false
    var collector = PasteCollector()
    while stop == nil {
      if let rest = collector.push(input.takeAll()) {
        input.putBack(rest)
        guard !collector.isTooLarge else {
          printBelow(["The paste is larger than 1 MiB and was left out. Save it to a file and name it as @file."])
          return UInt8(CC_REDISPLAY)
        }
        insert(collector.text)
        return UInt8(CC_REFRESH)
      }
      waitForInput(limit: 1 << 16)
    }
    return UInt8(CC_REFRESH)
  }

  /// Takes the beginning of the suggestion, as many scalars as `part` says of what it adds, if it is on the screen.
  private func takeOffer(part: (Substring.UnicodeScalarView) -> Int) -> Bool {
    let line = currentLine
    guard line.isAtEnd, let offer, offer.line == line.text else { return false }
    let added = offer.entry.unicodeScalars.dropFirst(line.scalars.count)
    return insert(String(String.UnicodeScalarView(added.prefix(part(added)))))
  }
}

extension EditedLine {
  /// What libedit has in its buffer.
  init(start: UnsafePointer<wchar_t>, count: Int) {
    let characters = UnsafeBufferPointer(start: start, count: max(0, count))
    scalars = characters.map { Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}" }
    cursor = scalars.count
  }
}
