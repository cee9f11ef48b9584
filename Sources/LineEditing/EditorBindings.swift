import CLibedit

/// Keys and commands beyond libedit's own.
enum EditorBindings {
  private typealias Command = @convention(c) (OpaquePointer?, Int32) -> UInt8

  /// Sets the defaults, then the user's settings, then what must work whatever they say.
  ///
  /// - Returns: key sequences that the user has bound.
  static func install(on editor: OpaquePointer, programName: String, settingsPath: String?) -> Set<[UInt8]> {
    addCommands(to: editor)
    _ = clibedit_set_editor(editor, "emacs")
    var settings = EditorSettings(programName: programName)
    settings.read(settingsPath, on: editor) { bindDefaults(on: editor) }
    for (keys, command) in own { bind(keys, command, on: editor) }
    return settings.boundSequences
  }

  private static func addCommands(to editor: OpaquePointer) {
    func add(_ name: String, _ help: String, _ command: @escaping Command) {
      _ = clibedit_add_command(editor, "whet-" + name, help, command)
    }
    add("complete", "Complete the word before the cursor") { editor, _ in perform(editor) { $0.complete() } }
    add("paste", "Insert pasted text") { editor, _ in perform(editor) { $0.paste() } }
    add("prev-history", "Row above, or the entry before") { editor, _ in perform(editor) { $0.goUp() } }
    add("next-history", "Row below, or the entry after") { editor, _ in perform(editor) { $0.goDown() } }
    add("search-prev", "Search older entries") { editor, _ in perform(editor) { $0.search(isOlder: true) } }
    add("search-next", "Search newer entries") { editor, _ in perform(editor) { $0.search(isOlder: false) } }
    add("prev-char", "Left") { editor, _ in perform(editor) { $0.goLeft() } }
    add("next-char", "Right, or take the suggestion") { editor, _ in perform(editor) { $0.goRight() } }
    add("next-word", "Next word, or take a word of the suggestion") { editor, _ in
      perform(editor) { $0.goToNextWord() }
    }
    add("to-end", "End of the line, or take the suggestion") { editor, _ in perform(editor) { $0.goToEnd() } }
    add("delete-prev-char", "Delete what is left of the cursor") { editor, _ in
      perform(editor) { $0.deletePrevious() }
    }
    add("delete-next-char", "Delete what is under the cursor") { editor, _ in perform(editor) { $0.deleteNext() } }
    add("delete-or-end", "Delete what is under the cursor, or end the input") { editor, _ in
      perform(editor) { $0.deleteNextOrEnd() }
    }
    add("line-end", "Insert a line end") { editor, _ in perform(editor) { $0.insertLineEnd() } }
    add("edit", "Edit the line in another program") { editor, _ in perform(editor) { $0.edit() } }
    add("clear", "Clear the screen") { editor, _ in perform(editor) { $0.clearScreen() } }
  }

  private static func bindDefaults(on editor: OpaquePointer) {
    let isVi = clibedit_is_vi(editor) != 0
    for (key, command) in keys { bind(key.binding, command, on: editor) }
    for (keys, command) in isVi ? insertKeys : insertKeys + emacsKeys { _ = clibedit_bind(editor, keys, command) }
    for (keys, command) in isVi ? commandKeys : [] { _ = clibedit_bind_alternative(editor, keys, command) }
  }

  private static func bind(_ keys: String, _ command: String, on editor: OpaquePointer) {
    _ = clibedit_bind(editor, keys, command)
    _ = clibedit_bind_alternative(editor, keys, command)
  }

  private static let own = [("^I", "whet-complete"), (EditorKey.paste.binding, "whet-paste")]

  private static let keys: [(EditorKey, String)] = [
    (.up, "whet-prev-history"), (.down, "whet-next-history"), (.left, "whet-prev-char"), (.right, "whet-next-char"),
    (.home, "ed-move-to-beg"), (.end, "whet-to-end"), (.delete, "whet-delete-next-char"), (.wordLeft, "ed-prev-word"),
    (.wordRight, "whet-next-word"), (.deleteWord, "em-delete-next-word"),
  ]

  /// In emacs mode and in the insertion of vi mode.
  private static let insertKeys = [
    ("^R", "whet-search-prev"), ("^S", "whet-search-next"), ("^P", "whet-prev-history"), ("^N", "whet-next-history"),
    ("^F", "whet-next-char"), ("^B", "whet-prev-char"), ("^A", "ed-move-to-beg"), ("^E", "whet-to-end"),
    ("^D", "whet-delete-or-end"), ("^?", "whet-delete-prev-char"), ("^H", "whet-delete-prev-char"),
    ("^W", "ed-delete-prev-word"), ("^L", "whet-clear"), ("^X^E", "whet-edit"),
  ]

  private static let emacsKeys = [
    ("\\ef", "whet-next-word"), ("\\e^M", "whet-line-end"), ("\\e^J", "whet-line-end"), ("^U", "vi-kill-line-prev"),
  ]

  /// In the command mode of vi.
  private static let commandKeys = [
    ("k", "whet-prev-history"), ("j", "whet-next-history"), ("-", "whet-prev-history"), ("+", "whet-next-history"),
    ("K", "whet-prev-history"), ("J", "whet-next-history"), ("^P", "whet-prev-history"), ("^N", "whet-next-history"),
    ("/", "whet-search-prev"), ("?", "whet-search-next"), ("^R", "whet-search-prev"), ("^L", "whet-clear"),
  ]
}
