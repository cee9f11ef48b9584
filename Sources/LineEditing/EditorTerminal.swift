import CLibedit
import Glibc
import WhetTerminal

/// The native editor and its terminal. Lives on the editor's thread and never leaves it.
final class EditorTerminal {
  /// Why libedit was told to stop reading.
  enum Stop {
    case interrupted, cancelled, closed, endOfInput
  }

  let configuration: LibeditEditor.Configuration
  let mailbox: EditorMailbox
  private let output: UnsafeMutablePointer<FILE>?
  private let outputDescriptor: Int32
  private let historyFile: HistoryFile?
  /// Terminals that know no control sequences get none.
  let isDumb: Bool
  private var signals = EditorSignals()
  private var lastEntry: String?
  private var history: OpaquePointer?
  private(set) var editor: OpaquePointer?

  var input: TerminalInput
  var prompt = EditorPrompt("")
  /// Holds the prompt for libedit while a line is read.
  private(set) var promptBytes: UnsafeMutablePointer<CChar>?
  private(set) var isCancelled = Flag()
  private(set) var stop: Stop?
  /// What is to stand in the line before anything is typed, until it does.
  var initial = ""
  /// What had been typed when the line was ended to be edited in another program.
  var textToEdit: String?
  /// The start mark of a paste has been read.
  var isPasting = false

  init(configuration: LibeditEditor.Configuration, mailbox: EditorMailbox, input: Int32, output: Int32) {
    self.configuration = configuration
    self.mailbox = mailbox
    self.input = TerminalInput(descriptor: input)
    self.output = fdopen(output, "w")
    outputDescriptor = output
    historyFile = configuration.historyPath.map { HistoryFile(path: $0, limit: max(1, configuration.historyLimit)) }
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    isDumb = ["", "dumb"].contains(terminal)
    if configuration.takesSignals {
      EditorSignals.connect(to: mailbox.wake)
      signals.take([SIGINT])
    }
    start()
  }

  private func start() {
    EditorLocale.useUTF8()
    guard let output,
      let editor = el_init_fd(
        configuration.programName, output, output, output, input.descriptor, outputDescriptor, outputDescriptor)
    else { return }
    self.editor = editor
    // Unretained: the object outlives the editor, which `close` ends.
    _ = clibedit_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = clibedit_set_prompt(editor, promptForLibedit, CChar(EditorPrompt.marker.value))
    _ = clibedit_set_reader(editor, readForLibedit)
    loadHistory(editor)
    EditorBindings.install(on: editor, settingsPath: configuration.settingsPath)
  }

  private func loadHistory(_ editor: OpaquePointer) {
    guard let history = history_init() else { return }
    self.history = history
    _ = clibedit_history_set_size(history, Int32(clamping: max(1, configuration.historyLimit)))
    _ = clibedit_history_set_unique(history, 1)
    _ = clibedit_set_history(editor, history)
    for entry in historyFile?.load() ?? [] {
      _ = clibedit_history_enter(history, entry)
      lastEntry = entry
    }
  }

  /// Reads one line with the terminal in raw mode, and gives the terminal back.
  func readLine(prompt text: TerminalText, initial: String, isCancelled: Flag) throws -> LineEvent {
    guard let editor else { throw LineEditingError.couldNotStart }
    prompt = EditorPrompt(text.printable)
    promptBytes = strdup(prompt.marked)
    self.isCancelled = isCancelled
    stop = nil
    textToEdit = nil
    self.initial = initial
    var reading = EditorSignals()
    if configuration.takesSignals {
      reading.take([SIGWINCH, SIGCONT])
      reading.takeUnowned([SIGTSTP, SIGTERM, SIGHUP, SIGQUIT])
    }
    defer {
      reading.giveBack()
      free(promptBytes)
      promptBytes = nil
    }
    el_resize(editor)
    // Before the prompt: libedit alone would show it first, and keys typed at once would go to the cooked terminal.
    _ = clibedit_prepare_terminal(editor, 1)
    setBracketedPaste(true)
    var count: Int32 = 0
    let line = el_gets(editor, &count).map { String(cString: $0) }
    setBracketedPaste(false)
    return try event(line, editor: editor)
  }

  private func event(_ line: String?, editor: OpaquePointer) throws -> LineEvent {
    if stop == nil, let textToEdit {
      write("\n")
      return .edit(textToEdit)
    }
    if stop == nil, let line { return .line(line.hasSuffix("\n") ? String(line.dropLast()) : line) }
    el_reset(editor)
    write(stop == .interrupted ? "^C\n" : "\n")
    switch stop {
    case .interrupted: return .interrupted
    case .cancelled: throw CancellationError()
    case .closed: throw LineEditingError.closed
    case .endOfInput, nil: return .endOfInput
    }
  }

  /// Ends the reading of the current line, with the cursor moved behind it.
  func stopReading(_ reason: Stop) {
    guard stop == nil else { return }
    stop = reason
    moveBehindLine()
  }

  /// Forgets all lines, in memory and on disk.
  func forgetHistory() {
    lastEntry = nil
    if let history { _ = clibedit_history_clear(history) }
    historyFile?.clear()
  }

  /// Adds a line to the history in memory and on disk.
  func remember(_ line: String) {
    guard let history, !line.isEmpty, line.first != " ", line != lastEntry, !line.utf8.contains(0) else { return }
    lastEntry = line
    _ = clibedit_history_enter(history, line)
    historyFile?.append(line)
  }

  /// Ends libedit, which restores the terminal, and gives signals and descriptors back.
  func close() {
    signals.giveBack()
    if configuration.takesSignals { EditorSignals.disconnect() }
    if let editor { el_end(editor) }
    if let history { history_end(history) }
    (editor, history) = (nil, nil)
    if let output { fclose(output) }
    Glibc.close(input.descriptor)
  }

  /// Writes to the terminal at once.
  func write(_ text: String) {
    guard let output else { return }
    fputs(text, output)
    fflush(output)
  }

  /// Whether pastes come marked, so that their lines do not run one by one.
  func setBracketedPaste(_ isOn: Bool) {
    if !isDumb { write(isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l") }
  }
}

extension EditorTerminal {
  /// Size of the terminal now, or a safe guess.
  var size: TerminalSize {
    TerminalSize.current(of: input.descriptor) ?? TerminalSize(columns: 80, rows: 24)
  }

  /// The line being edited and the cursor in it, in UTF-8 bytes.
  var currentLine: (text: String, cursor: Int) {
    guard let editor, let info = el_line(editor)?.pointee, let buffer = info.buffer else { return ("", 0) }
    let count = info.lastchar - buffer
    let text = UnsafeRawBufferPointer(start: buffer, count: max(0, count))
    return (String(decoding: text, as: UTF8.self), info.cursor - buffer)
  }

  private var rowsAboveCursor: Int {
    let line = currentLine
    let before = String(decoding: line.text.utf8.prefix(line.cursor), as: UTF8.self)
    return LineLayout(columns: size.columns).end(of: prompt.plain + before).row
  }

  /// Moves the cursor of the terminal, not of the line, to where the line ends.
  func moveBehindLine() {
    guard !isDumb else { return }
    let end = LineLayout(columns: size.columns).end(of: prompt.plain + currentLine.text)
    let below = end.row - rowsAboveCursor
    write((below > 0 ? "\u{1B}[\(below)B" : "") + "\r" + (end.column > 0 ? "\u{1B}[\(end.column)C" : ""))
  }

  /// What wipes prompt and line.
  private var wiping: String {
    let above = rowsAboveCursor
    return isDumb ? "\r\n" : "\r" + (above > 0 ? "\u{1B}[\(above)A" : "") + "\u{1B}[J"
  }

  /// Puts a text into a line that is drawn already, and draws it anew.
  func insert(_ text: String) {
    guard let editor else { return }
    write(wiping)
    _ = el_insertstr(editor, text)
    _ = clibedit_refresh(editor)
  }

  /// Wipes prompt and line, prints rows of text in their place, and draws prompt and line below.
  func redraw(printing text: String = "") {
    guard let editor else { return }
    let rows = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    write(wiping + rows.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    _ = clibedit_refresh(editor)
  }

  /// Prints rows below the line. The caller has libedit draw the line again.
  func printBelow(_ rows: [TerminalText]) {
    moveBehindLine()
    write("\r\n" + rows.map { $0.printable + "\r\n" }.joined())
  }
}
