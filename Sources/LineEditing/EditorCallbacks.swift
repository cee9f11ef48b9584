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

func completeForLibedit(_ editor: OpaquePointer?, _ key: Int32) -> UInt8 {
  terminal(of: editor)?.complete() ?? UInt8(CC_ERROR)
}

func pasteForLibedit(_ editor: OpaquePointer?, _ key: Int32) -> UInt8 {
  terminal(of: editor)?.paste() ?? UInt8(CC_ERROR)
}

func editForLibedit(_ editor: OpaquePointer?, _ key: Int32) -> UInt8 {
  terminal(of: editor)?.edit() ?? UInt8(CC_ERROR)
}

extension EditorTerminal {
  /// The next typed scalar; nil when reading is to stop, with `stop` saying why.
  ///
  /// The start mark of a paste comes as one scalar. libedit could be told to know the mark as a key, but then in
  /// vi mode the escape key on its own would wait for more.
  func nextScalar() -> Unicode.Scalar? {
    insertInitial()
    while stop == nil {
      if let scalar = input.takeScalar() {
        guard scalar == "\u{1B}", !isDumb, input.take(Array("[200~".utf8)) else { return scalar }
        isPasting = true
        return EditorBindings.pasteKey
      }
      waitForInput(limit: 1)
    }
    return nil
  }

  /// Puts the initial text into the line; not before libedit asks for keys, because it begins with an empty one.
  private func insertInitial() {
    guard !initial.isEmpty else { return }
    let text = initial
    initial = ""
    insert(text)
  }

  /// Waits until something is typed or somebody wakes the editor, and handles the latter.
  func waitForInput(limit: Int) {
    let (isWoken, isReadable) = mailbox.wake.wait(for: input.descriptor)
    if isWoken {
      for byte in mailbox.wake.drain() where stop == nil { handle(wakeByte: byte) }
    }
    guard stop == nil, isReadable else { return }
    if !input.fill(limit: limit) { stopReading(.endOfInput) }
  }

  private func handle(wakeByte byte: UInt8) {
    switch Int32(byte) {
    case SIGINT: stopReading(.interrupted)
    case SIGWINCH: resize()
    case SIGTSTP: suspend()
    case SIGCONT: resume()
    case SIGQUIT: break
    case SIGTERM, SIGHUP: die(of: Int32(byte))
    default: handleMail()
    }
  }

  private func handleMail() {
    if mailbox.isClosing { return stopReading(.closed) }
    if isCancelled.isRaised { return stopReading(.cancelled) }
    let prints = mailbox.takePrints()
    guard !prints.isEmpty else { return }
    redraw(printing: prints.map { $0.text.printable.hasSuffix("\n") ? $0.text : $0.text + "\n" }.joined().printable)
    for (_, continuation) in prints { continuation.resume() }
  }

  private func resize() {
    guard let editor else { return }
    el_resize(editor)
    redraw()
  }

  /// Gives the terminal back and stops the process as Ctrl-Z does by default; the kernel ignores that where no
  /// shell could continue it. `resume` follows from SIGCONT.
  private func suspend() {
    leaveTerminal()
    doDefaultAction(of: SIGTSTP)
  }

  private func resume() {
    guard let editor else { return }
    // A pair: on its own the second call does nothing, as libedit believes to be in raw mode still.
    _ = clibedit_prepare_terminal(editor, 0)
    _ = clibedit_prepare_terminal(editor, 1)
    setBracketedPaste(true)
    el_resize(editor)
    redraw()
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
