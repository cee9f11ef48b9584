import Foundation
import LineEditing
import WhetCore
import WhetScript
import WhetStore
import WhetTerminal
import WhetTraining

/// The prompt: reads an entry, runs it, and stays until its end is asked for.
struct PromptLoop: Sendable {
  let shell: Shell
  private let memory: PromptMemory
  private let desk = PromptDesk()
  private let quietStore: QuietStore
  private let interrupts: InterruptGuard

  /// - Parameter interrupts: what Ctrl-C does while a command runs.
  init(shell: Shell, interrupts: InterruptGuard = InterruptGuard()) {
    self.shell = shell
    self.interrupts = interrupts
    memory = PromptMemory(table: shell.registry.table)
    quietStore = QuietStore(shell: shell)
  }

  /// Runs the prompt on the terminal.
  func run() async -> ExitCode {
    do {
      return await run(on: try editor())
    } catch {
      shell.report(WhetError(.unexpected, "the prompt cannot start: \(error)", advice: "use '-c' or a pipe"))
      return .failure
    }
  }

  /// Runs the prompt on any source of lines.
  func run(on editor: some LineEditor) async -> ExitCode {
    shell.setAsker { question in await Self.ask(question, on: editor) }
    shell.setPrompt(desk)
    desk.setHistoryClearing { await editor.clearHistory() }
    editor.setInterruptHandler { [shell, desk, interrupts] in
      // While another program has the terminal, the key is meant for it.
      guard !desk.isTerminalLent else { return }
      // What follows stands below the `^C` that the terminal has written.
      shell.writeError("\n")
      if !desk.takePress() { interrupts.press() }
    }
    await runStartFile()
    await serve(editor)
    tellOfOpenSession()
    editor.setInterruptHandler(nil)
    await editor.close()
    shell.setPrompt(nil)
    shell.setAsker(nil)
    return .success
  }

  /// Entry after entry until the end of the input, `exit`, or the task's cancellation.
  private func serve(_ editor: some LineEditor) async {
    let news = RunNews(shell: shell, quietStore: quietStore)
    let reader = EntryReader(shell: shell, memory: memory, desk: desk, news: news) { prompt }
    while !shell.isEnding, !Task.isCancelled {
      do {
        await news.catchUp(on: editor)
        guard let text = try await reader.next(from: editor) else { return }
        // A press that came too late for the entry before must not end this one.
        interrupts.forget()
        if !text.allSatisfy(\.isWhitespace) { await take(text, editor) }
      } catch LineEditingError.closed {
        return
      } catch is CancellationError {
        return
      } catch {
        shell.report(WhetError(.unexpected, "the line cannot be read: \(error)"))
        if !(error is LineEditingError) || Self.isFatal(error) { return }
      }
    }
  }

  /// Remembers an entry and runs it.
  private func take(_ text: String, _ editor: some LineEditor) async {
    let isSecret = EntrySecrets.isSecret(text)
    if isSecret {
      shell.note("the line seems to hold a secret, so the history does not keep it")
    } else {
      await editor.addHistory(text)
    }
    await execute(ScriptInput(SourceText(name: "<prompt>", text: text)))
    if let source = desk.takeSource() { await execute(source) }
    if !isSecret, text.split(separator: " ").first != "edit" { desk.remember(text) }
  }

  /// Runs one entry; Ctrl-C meanwhile cancels it and the shell stays.
  private func execute(_ input: ScriptInput) async {
    let entry = PromptEntry(shell: shell, memory: memory)
    let elapsed = shell.environment.clock.stopwatch()
    await interrupts.running { await entry.run(input) }
    if shell.showsTime {
      shell.writeError("time: \(NumberText.milliseconds(elapsed() / .milliseconds(1)))" + "\n")
    }
  }

  private func runStartFile() async {
    do throws(WhetError) {
      if let input = try StartFile(shell: shell).read() { await execute(input) }
    } catch {
      shell.report(error)
    }
  }

  private func tellOfOpenSession() {
    guard !Task.isCancelled, let place else { return }
    shell.note("the session \(place.words) is open; 'step next' goes on with it, in a later shell too")
  }

  private var prompt: TerminalText {
    PromptText(agent: shell.chosenAgent, place: place).text(shell.streams.errors.painter)
  }

  /// Where the stepped session stands, of the chosen agent if there is one; read only from a store that is open already.
  private var place: PromptText.Place? {
    guard let open = try? quietStore.opened?.openSteppedSession(agent: shell.chosenAgent) else { return nil }
    return PromptText.Place(session: open.session.id, lastStep: open.session.lastStep)
  }

  private func editor() throws -> LibeditEditor {
    var configuration = LibeditEditor.Configuration()
    let history = shell.environment.historyFile
    try? FileManager.default.createDirectory(
      at: history.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    configuration.historyPath = history.path(percentEncoded: false)
    configuration.usesColour = shell.streams.errors.painter.isOn
    let source = CompletionSource(shell: shell, memory: memory)
    configuration.completer = { line, cursor in source.completions(line: line, cursor: cursor) }
    return try LibeditEditor(configuration)
  }

  private static func ask(_ question: String, on editor: some LineEditor) async -> Bool {
    let prompt = TerminalText(line: question) + " [y/N] "
    guard case .line(let answer)? = try? await editor.readLine(prompt: prompt) else { return false }
    return Shell.isYes(answer)
  }

  private static func isFatal(_ error: any Error) -> Bool {
    switch error as? LineEditingError {
    case .invalidUTF8, .nulByte, .lineTooLong: false
    default: true
    }
  }
}

extension Clock where Duration == Swift.Duration {
  /// Gives the time since now each time it is called.
  func stopwatch() -> @Sendable () -> Swift.Duration {
    let start = now
    return { start.duration(to: self.now) }
  }
}
