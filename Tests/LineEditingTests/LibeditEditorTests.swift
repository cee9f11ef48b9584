import Glibc
import Testing
import WhetTerminal

@testable import LineEditing

@Suite(.serialized, .timeLimit(.minutes(1)))
struct LibeditEditorTests {
  let terminal: PseudoTerminal

  init() throws { terminal = try PseudoTerminal() }

  func editor(_ change: (inout LibeditEditor.Configuration) -> Void = { _ in }) throws -> LibeditEditor {
    var configuration = LibeditEditor.Configuration()
    configuration.input = terminal.slave
    configuration.output = terminal.slave
    configuration.settingsPath = ""
    configuration.takesSignals = false
    change(&configuration)
    return try LibeditEditor(configuration)
  }

  /// Reads one line while the test types, started only once the prompt is there.
  func event(of editor: LibeditEditor, typing: (PseudoTerminal) throws -> Void) async throws -> LineEvent {
    let read = Task { try await editor.readLine(prompt: "whet> ") }
    do {
      try terminal.expect("whet> ")
      try typing(terminal)
    } catch {
      read.cancel()
      throw error
    }
    return try await read.value
  }

  @Test(
    arguments: [
      ("hello\r", "hello"),
      ("grüße 漢字 🙂\r", "grüße 漢字 🙂"),
      ("ac\u{1B}[Db\r", "abc"),
      ("bc\u{1}a\r", "abc"),
      ("äx\u{7F}\u{7F}b\r", "b"),
      ("one two\u{17}\r", "one "),
      ("abc\u{1B}[H\u{1B}[3~\r", "bc"),
      ("one two\u{1B}[1;5D\u{1B}[1;5Dx\r", "xone two"),
      ("\r", ""),
      ("\u{1B}[200~a\rb\tc\u{1B}[31m\n\u{1B}[201~\r", "a\nb\tc[31m"),
      ("x\u{1B}[200~1\n2\u{1B}[201~y\r", "x1\n2y"),
    ])
  func `keys give the line a user expects`(_ keys: String, _ line: String) async throws {
    let editor = try editor()
    #expect(try await event(of: editor) { $0.type(keys) } == .line(line))
    await editor.close()
  }

  @Test func `a byte that is not UTF-8 becomes the replacement character`() async throws {
    let editor = try editor()
    let event = try await event(of: editor) { $0.type(bytes: [0x61, 0xFF, 0xC3, 0x28, 0x0D]) }
    #expect(event == .line("a\u{FFFD}\u{FFFD}("))
    await editor.close()
  }

  @Test func `Ctrl-C drops the line and the next read starts afresh`() async throws {
    let editor = try editor()
    let first = try await event(of: editor) {
      $0.type("half")
      try $0.expect("half")
      editor.deliver(signal: SIGINT)
    }
    #expect(first == .interrupted)
    try terminal.expect("^C")
    #expect(try await event(of: editor) { $0.type("ok\r") } == .line("ok"))
    await editor.close()
  }

  @Test func `Ctrl-D on an empty line is the end of the input, elsewhere it is not`() async throws {
    let editor = try editor()
    #expect(try await event(of: editor) { $0.type("a\u{4}\r") } == .line("a"))
    #expect(try await event(of: editor) { $0.type("\u{4}") } == .endOfInput)
    await editor.close()
  }

  @Test func `Ctrl-C between two reads goes to the handler, each press of it`() async throws {
    let editor = try editor()
    let (presses, continuation) = AsyncStream.makeStream(of: Void.self)
    editor.setInterruptHandler { continuation.yield() }
    editor.deliver(signal: SIGINT)
    editor.deliver(signal: SIGINT)
    var iterator = presses.makeAsyncIterator()
    #expect(await iterator.next() != nil)
    #expect(await iterator.next() != nil)
    await editor.close()
  }

  @Test func `Ctrl-X Ctrl-E ends the line as it stands, for another program to edit`() async throws {
    let editor = try editor()
    #expect(try await event(of: editor) { $0.type("half a line\u{18}\u{05}") } == .edit("half a line"))
    #expect(try await event(of: editor) { $0.type("whole\r") } == .line("whole"))
    await editor.close()
  }

  @Test func `background text goes above the half-typed line, which comes back`() async throws {
    let editor = try editor()
    let event = try await event(of: editor) { terminal in
      terminal.type("half")
      try terminal.expect("half")
      Task { await editor.printAbove("job 7 done") }
      try terminal.expect("job 7 done\r")
      try terminal.expect("half")
      terminal.type(" and whole\r")
    }
    #expect(event == .line("half and whole"))
    await editor.close()
  }

  @Test func `a coloured prompt takes only its visible columns`() async throws {
    let editor = try editor()
    let read = Task { try await editor.readLine(prompt: Painter(isOn: true).paint("whet", [.bold, .green]) + "> ") }
    try terminal.expect("\u{1B}[1;32mwhet\u{1B}[0m> ")
    terminal.type("a\r")
    #expect(try await read.value == .line("a"))
    await editor.close()
  }

  @Test func `the terminal is raw only while a line is read`() async throws {
    let before = terminal.modes
    let editor = try editor()
    _ = try await event(of: editor) { terminal in
      #expect(terminal.modes != before)
      terminal.type("x\r")
    }
    #expect(terminal.modes == before)
    await editor.close()
    #expect(terminal.modes == before)
  }

  @Test func `cancelling the task ends the read and gives the terminal back`() async throws {
    let before = terminal.modes
    let editor = try editor()
    let read = Task { try await editor.readLine(prompt: "whet> ") }
    try terminal.expect("whet> ")
    read.cancel()
    await #expect(throws: CancellationError.self) { try await read.value }
    #expect(terminal.modes == before)
    await editor.close()
  }

  @Test func `closing ends a read that waits, and later ones`() async throws {
    let editor = try editor()
    let read = Task { try await editor.readLine(prompt: "whet> ") }
    try terminal.expect("whet> ")
    await editor.close()
    await #expect(throws: LineEditingError.closed) { try await read.value }
    await #expect(throws: LineEditingError.closed) { try await editor.readLine(prompt: "") }
    await editor.close()
  }

  @Test func `mail that came together with a read is looked at`() async throws {
    let mailbox = EditorMailbox(wake: try #require(WakePipe()))
    var configuration = LibeditEditor.Configuration()
    (configuration.settingsPath, configuration.takesSignals) = ("", false)
    let terminal = EditorTerminal(
      configuration: configuration, mailbox: mailbox, input: fcntl(terminal.slave, F_DUPFD_CLOEXEC, 3),
      output: fcntl(terminal.slave, F_DUPFD_CLOEXEC, 3))
    await #expect(throws: LineEditingError.closed) {
      try await withCheckedThrowingContinuation { (reading: CheckedContinuation<LineEvent, any Error>) in
        mailbox.send(.read(prompt: "whet> ", initial: "", Flag(), reading))
        mailbox.send(.close(nil))
        _ = mailbox.wake.drain()
        EditorLoop(mailbox: mailbox, terminal: terminal).run()
      }
    }
  }

  @Test func `what is not a terminal is refused`() throws {
    #expect(throws: LineEditingError.notATerminal) {
      try editor { $0.input = open("/dev/null", O_RDONLY | O_CLOEXEC) }
    }
  }
}
