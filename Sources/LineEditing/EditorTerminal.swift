import CLibedit
import Glibc
import WhetTerminal

/// The native editor and its terminal. Lives on the editor's thread and never leaves it.
///
/// libedit knows the keys and holds the line; what is on the terminal is `LineDisplay`'s, except on terminals that
/// know no control sequences, where libedit draws.
final class EditorTerminal {
  /// Why libedit was told to stop reading.
  enum Stop {
    case interrupted, cancelled, closed, endOfInput
  }

  let configuration: LibeditEditor.Configuration
  let mailbox: EditorMailbox
  private let output: UnsafeMutablePointer<FILE>?
  /// Where libedit draws: nowhere, or on a dumb terminal.
  private let drawing: UnsafeMutablePointer<FILE>?
  private let outputDescriptor: Int32
  private let historyFile: HistoryFile?
  /// Terminals that know no control sequences get none.
  let isDumb: Bool
  private var signals = EditorSignals()
  /// Holds one entry: libedit's own commands on it expect that there is a history.
  private var shortHistory: OpaquePointer?
  private(set) var editor: OpaquePointer?
  private(set) var boundSequences: Set<[UInt8]> = []
  private(set) var signalKeys: [Unicode.Scalar: Int32] = [:]

  var input: TerminalInput
  var display = LineDisplay()
  var history: HistoryList
  private(set) var prompt = EditorPrompt("")
  /// Holds the prompt for libedit while a line is read.
  private(set) var promptBytes: UnsafeMutablePointer<CChar>?
  private(set) var isCancelled = Flag()
  private(set) var stop: Stop?
  /// Stands in the line as soon as libedit has begun it.
  var initial = ""
  /// What had been typed when the line was ended to be edited in another program.
  var textToEdit: String?
  /// Keys to be taken before those from the terminal.
  var pending: [Unicode.Scalar] = []
  /// The start mark of a paste has been read.
  var isPasting = false
  /// The walk through the history by arrows.
  var walk: HistoryWalk?
  /// The search at work.
  var search: HistorySearch?
  /// The line for which a suggestion stands on the screen, and the whole entry.
  var offer: (line: String, entry: String)?

  init(configuration: LibeditEditor.Configuration, mailbox: EditorMailbox, input: Int32, output: Int32) {
    self.configuration = configuration
    self.mailbox = mailbox
    self.input = TerminalInput(descriptor: input)
    let terminal = getenv("TERM").map { String(cString: $0) } ?? ""
    isDumb = ["", "dumb"].contains(terminal)
    self.output = fdopen(output, "w")
    drawing = isDumb ? self.output : fopen("/dev/null", "we")
    outputDescriptor = output
    let limit = max(1, configuration.historyLimit)
    historyFile = configuration.historyPath.map { HistoryFile(path: $0, limit: limit) }
    history = HistoryList(historyFile?.load() ?? [], limit: limit)
    if configuration.takesSignals {
      EditorSignals.connect(to: mailbox.wake)
      signals.take([SIGINT])
    }
    start()
  }

  private func start() {
    EditorLocale.useUTF8()
    guard output != nil, let drawing,
      let editor = el_init_fd(
        configuration.programName, drawing, drawing, drawing, input.descriptor, outputDescriptor, outputDescriptor)
    else { return }
    self.editor = editor
    // Unretained: the object outlives the editor, which `close` ends.
    _ = clibedit_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = clibedit_set_prompt(editor, promptForLibedit, 1)
    _ = clibedit_set_reader(editor, readForLibedit)
    if let shortHistory = clibedit_short_history() {
      self.shortHistory = shortHistory
      _ = clibedit_set_history(editor, shortHistory)
    }
    // Else a Ctrl-C in a paste would leave the rest of it to be typed, and run.
    _ = clibedit_take_signal_keys(editor)
    boundSequences = EditorBindings.install(
      on: editor, programName: configuration.programName, settingsPath: configuration.settingsPath)
  }

  /// Reads one line with the terminal in raw mode, and gives the terminal back.
  func readLine(prompt text: TerminalText, initial: String, isCancelled: Flag) throws -> LineEvent {
    guard let editor else { throw LineEditingError.couldNotStart }
    prompt = EditorPrompt(text)
    promptBytes = strdup(prompt.plain)
    self.isCancelled = isCancelled
    self.initial = initial
    (stop, walk, search, offer, pending, textToEdit) = (nil, nil, nil, nil, [], nil)
    display.forget()
    var reading = EditorSignals()
    if configuration.takesSignals {
      reading.take([SIGWINCH, SIGCONT])
      reading.takeUnowned([SIGTSTP] + EditorSignals.ending + [SIGQUIT])
    }
    defer {
      reading.giveBack()
      free(promptBytes)
      promptBytes = nil
    }
    signalKeys = TerminalInput.signalKeys(of: input.descriptor)
    el_resize(editor)
    // Before the prompt: libedit alone would show it first, and keys typed at once would go to the cooked terminal.
    _ = clibedit_prepare_terminal(editor, 1)
    setBracketedPaste(true)
    // The terminal has shown what was typed ahead, and the line will show it again.
    if !isDumb { write(display.wipe()) }
    // Mail that came together with the request has woken the thread before there was a line to act on.
    mailbox.wake.send()
    var count: Int32 = 0
    let line = el_wgets(editor, &count).map { EditedLine(start: $0, count: Int(count)) }
    setBracketedPaste(false)
    return try event(line, editor: editor)
  }

  private func event(_ line: EditedLine?, editor: OpaquePointer) throws -> LineEvent {
    if stop == nil, let textToEdit {
      write(isDumb ? "\n" : display.leave())
      return .edit(textToEdit)
    }
    if stop == nil, var line {
      if line.scalars.last == "\n" { line.scalars.removeLast() }
      line.cursor = line.scalars.count
      showLast(line)
      if !isDumb { write(display.leave()) }
      return .line(line.text)
    }
    el_reset(editor)
    write(isDumb ? (stop == .interrupted ? "^C\n" : "\n") : display.leave(text: stop == .interrupted ? "^C" : ""))
    switch stop {
    case .interrupted: return .interrupted
    case .cancelled: throw CancellationError()
    case .closed: throw LineEditingError.closed
    case .endOfInput, nil: return .endOfInput
    }
  }

  /// Ends the reading of the current line.
  func stopReading(_ reason: Stop) {
    guard stop == nil else { return }
    if search == nil { showLast(currentLine) } else { draw() }
    stop = reason
  }

  /// Forgets all lines, in memory and on disk.
  func forgetHistory() {
    history = HistoryList(limit: configuration.historyLimit)
    historyFile?.clear()
  }

  /// Adds a line to the history in memory and on disk.
  func remember(_ line: String) {
    guard !line.isEmpty, line.first != " ", line != history.entries.last, !line.utf8.contains(0) else { return }
    history.append(line)
    if let shortHistory { _ = clibedit_history_enter(shortHistory, line) }
    historyFile?.append(line)
  }

  /// Ends libedit, which restores the terminal, and gives signals and descriptors back.
  func close() {
    signals.giveBack()
    if configuration.takesSignals { EditorSignals.disconnect() }
    if let editor { el_end(editor) }
    if let shortHistory { history_end(shortHistory) }
    (editor, shortHistory) = (nil, nil)
    if let drawing, drawing != output { fclose(drawing) }
    if let output { fclose(output) }
    Glibc.close(input.descriptor)
  }

  /// Writes to the terminal at once.
  func write(_ text: String) {
    guard let output, !text.isEmpty else { return }
    fputs(text, output)
    fflush(output)
  }

  /// Whether pastes come marked, so that their lines do not run one by one.
  func setBracketedPaste(_ isOn: Bool) {
    if !isDumb { write(isOn ? "\u{1B}[?2004h" : "\u{1B}[?2004l") }
  }
}
