import CLibedit
import Glibc
import WhetTerminal

// Functions that libedit calls on the editor's thread. They find their object through the client data.

private func terminal(of editor: OpaquePointer?) -> EditorTerminal? {
  guard let editor, let data = clibedit_client_data(editor) else { return nil }
  return Unmanaged<EditorTerminal>.fromOpaque(data).takeUnretainedValue()
}

func promptForLibedit(_ editor: OpaquePointer?) -> UnsafeMutablePointer<CChar>? {
  terminal(of: editor)?.promptBytes
}

func readForLibedit(_ editor: OpaquePointer?, _ character: UnsafeMutablePointer<wchar_t>?) -> Int32 {
  guard let terminal = terminal(of: editor), let character, let scalar = terminal.nextScalar() else { return -1 }
  character.pointee = wchar_t(scalar.value)
  return 1
}

/// Runs one of our commands; the answer is one of the CC_ codes.
func perform(_ editor: OpaquePointer?, _ command: (EditorTerminal) -> UInt8) -> UInt8 {
  terminal(of: editor).map(command) ?? UInt8(CC_ERROR)
}

extension EditorTerminal {
  /// The next typed scalar; nil when reading is to stop, with `stop` saying why.
  ///
  /// Draws whenever the user has been heard out: then the line is as it will be seen.
  func nextScalar() -> Unicode.Scalar? {
    takeInitial()
    while stop == nil {
      if !pending.isEmpty { return pending.removeFirst() }
      if let scalar = input.takeScalar() {
        if let signal = signalKeys[scalar] {
          press(signal)
          continue
        }
        guard scalar == "\u{1B}", !isDumb else { return scalar }
        switch input.takeEscape(bound: boundSequences) {
        case .alone, .bound: return scalar
        case .unknown: continue
        case .key(let key):
          isPasting = key == .paste
          return key.scalar
        }
      }
      if !isDumb, !input.isWaiting { draw() }
      waitForInput(limit: 1)
    }
    return nil
  }

  /// A key that sends a signal. The stop is for the whole group, as other programs of it would go on else.
  private func press(_ signal: Int32) {
    switch signal {
    case SIGINT: stopReading(.interrupted)
    case SIGTSTP: if configuration.takesSignals { kill(0, SIGTSTP) }
    default: break
    }
  }

  private func takeInitial() {
    guard !initial.isEmpty else { return }
    insert(initial)
    initial = ""
    if isDumb { draw() }
  }

  /// Waits until something is typed or somebody wakes the editor, and handles the latter.
  func waitForInput(limit: Int) {
    let (isWoken, isReadable) = mailbox.wake.wait(for: input.descriptor)
    if isWoken {
      // A line that has been stopped must not swallow the signal that ends the program.
      for byte in mailbox.wake.drain() where stop == nil || EditorSignals.isEnding(byte) { handle(wakeByte: byte) }
    }
    guard stop == nil, isReadable else { return }
    if !input.fill(limit: limit) { stopReading(.endOfInput) }
  }

  private func handle(wakeByte byte: UInt8) {
    switch Int32(byte) {
    case SIGINT: stopReading(.interrupted)
    case SIGWINCH: redrawResized()
    case SIGTSTP: suspend()
    case SIGCONT: resume()
    // Ctrl-\\ is too near to other keys to end the program by it.
    case SIGQUIT: break
    case Int32(WakePipe.mail): handleMail()
    default: die(of: Int32(byte))
    }
  }

  private func handleMail() {
    if mailbox.isClosing { return stopReading(.closed) }
    if isCancelled.isRaised { return stopReading(.cancelled) }
    let prints = mailbox.takePrints()
    guard !prints.isEmpty else { return }
    printAbove(prints.map(\.text.ended).joined())
    for (_, continuation) in prints { continuation.resume() }
  }

  /// Gives the terminal back and stops the process as Ctrl-Z does by default. Where no shell could continue it the
  /// kernel ignores that and no SIGCONT will come, so the line goes on here; after a stop SIGCONT draws it once more.
  private func suspend() {
    leaveTerminal()
    doDefaultAction(of: SIGTSTP)
    resume()
  }

  private func resume() {
    guard let editor else { return }
    // A pair: on its own the second call does nothing, as libedit believes to be in raw mode still.
    _ = clibedit_prepare_terminal(editor, 0)
    _ = clibedit_prepare_terminal(editor, 1)
    setBracketedPaste(true)
    el_resize(editor)
    // The line starts anew where the shell has left the cursor; one that is there already, as after two signals, goes.
    if !isDumb { write(display.wipe()) }
    draw()
  }

  /// Ends the process by a signal with the terminal in order.
  private func die(of signal: Int32) {
    leaveTerminal()
    doDefaultAction(of: signal)
  }

  private func leaveTerminal() {
    guard let editor else { return }
    printBelow([])
    setBracketedPaste(false)
    _ = clibedit_prepare_terminal(editor, 0)
  }

  private func doDefaultAction(of signal: Int32) {
    var standard = sigaction()
    var caught = sigaction()
    sigaction(signal, &standard, &caught)
    // A thread that Swift's runtime started handed down its mask, which would keep the signal from this thread.
    var mask = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, signal)
    pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    raise(signal)
    sigaction(signal, &caught, nil)
  }
}
