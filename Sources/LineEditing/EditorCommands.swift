import CLibedit
import WhetTerminal

/// Keys and commands beyond libedit's own.
enum EditorBindings {
  /// Sets the defaults, then the user's settings, then what must work whatever they say.
  static func install(on editor: OpaquePointer, settingsPath: String?) {
    _ = clibedit_set_editor(editor, "emacs")
    _ = clibedit_add_command(editor, "whet-complete", "Complete the word before the cursor", completeForLibedit)
    _ = clibedit_add_command(editor, "whet-paste", "Insert pasted text", pasteForLibedit)
    _ = clibedit_add_command(editor, "whet-edit", "Edit the line in another program", editForLibedit)
    for (keys, command) in defaults { _ = clibedit_bind(editor, keys, command) }
    _ = el_source(editor, settingsPath)
    for (keys, command) in own {
      _ = clibedit_bind(editor, keys, command)
      _ = clibedit_bind_alternative(editor, keys, command)
    }
  }

  /// What the reader gives for the start of a paste: Ctrl-], which does nothing when typed.
  static let pasteKey: Unicode.Scalar = "\u{1D}"

  private static let own = [("^I", "whet-complete"), ("^]", "whet-paste")]

  /// What people expect from other shells.
  private static let defaults = [
    ("^X^E", "whet-edit"),
    ("^R", "em-inc-search-prev"),
    ("^W", "ed-delete-prev-word"),
    ("\\e[3~", "ed-delete-next-char"),
    ("\\e[1~", "ed-move-to-beg"),
    ("\\e[4~", "ed-move-to-end"),
    ("\\e[H", "ed-move-to-beg"),
    ("\\e[F", "ed-move-to-end"),
    ("\\e[1;5C", "em-next-word"),
    ("\\e[1;5D", "ed-prev-word"),
    ("\\e[1;3C", "em-next-word"),
    ("\\e[1;3D", "ed-prev-word"),
  ]
}

extension EditorTerminal {
  /// The Tab key.
  func complete() -> UInt8 {
    guard let editor, let completer = configuration.completer else { return UInt8(CC_ERROR) }
    let line = currentLine
    let result = completer(line.text, line.cursor)
    switch CompletionPlan(line: line.text, cursor: line.cursor, result: result) {
    case .nothing:
      return UInt8(CC_ERROR)
    case .insert(let deleting, let text):
      if deleting > 0 { el_deletestr(editor, Int32(clamping: deleting)) }
      return UInt8(el_insertstr(editor, text) == 0 ? CC_REFRESH : CC_ERROR)
    case .list(let candidates):
      let painter = Painter(isOn: configuration.usesColour)
      printBelow(CompletionList.lines(candidates, size: size, painter: painter))
      return UInt8(CC_REDISPLAY)
    }
  }

  /// The key for editing in another program: the line ends as it stands.
  func edit() -> UInt8 {
    textToEdit = currentLine.text
    moveBehindLine()
    return UInt8(CC_NEWLINE)
  }

  /// The start of a marked paste: inserts everything up to its end mark, line ends included.
  func paste() -> UInt8 {
    guard let editor, isPasting else { return UInt8(CC_ERROR) }
    isPasting = false
    var collector = PasteCollector()
    while stop == nil {
      if let rest = collector.push(input.takeAll()) {
        input.putBack(rest)
        let text = collector.text
        return UInt8(text.isEmpty || el_insertstr(editor, text) == 0 ? CC_REFRESH : CC_REFRESH_BEEP)
      }
      waitForInput(limit: 1 << 16)
    }
    return UInt8(CC_REFRESH)
  }
}
