import Foundation
import LineEditing
import WhetCore
import WhetScript
import WhetTerminal

/// The prompt: reads a line, runs it, and stays until its end is asked for.
struct PromptLoop: Sendable {
  let shell: Shell
  private let memory: PromptMemory

  init(shell: Shell) {
    self.shell = shell
    memory = PromptMemory(table: shell.registry.table)
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
    defer { shell.setAsker(nil) }
    await runStartFile(on: editor)
    while !shell.isEnding {
      do {
        guard let text = try await read(from: editor) else { break }
        if text.allSatisfy(\.isWhitespace) { continue }
        await editor.addHistory(text)
        await execute(ScriptInput(SourceText(name: "<prompt>", text: text)), on: editor)
      } catch LineEditingError.closed {
        break
      } catch is CancellationError {
        break
      } catch {
        shell.report(WhetError(.unexpected, "the line cannot be read: \(error)"))
        if !(error is LineEditingError) || Self.isFatal(error) { break }
      }
    }
    await editor.close()
    return .success
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

  /// A whole entry, over several lines while it is incomplete; `nil` at the end of the input.
  private func read(from editor: some LineEditor) async throws -> String? {
    var text = ""
    while true {
      memory.setEarlierLines(text)
      switch try await editor.readLine(prompt: text.isEmpty ? prompt : continuationPrompt) {
      case .line(let line):
        text += text.isEmpty ? line : "\n" + line
        if !Parser.parse(text, name: "<prompt>").isIncomplete { return text }
      case .interrupted: text = ""
      case .endOfInput:
        if text.isEmpty { return nil }
        return text
      }
    }
  }

  /// Runs one entry; Ctrl-C meanwhile cancels it and the shell stays.
  private func execute(_ input: ScriptInput, on editor: some LineEditor) async {
    let entry = PromptEntry(shell: shell, memory: memory)
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        await entry.run(input)
        return true
      }
      group.addTask {
        for await _ in editor.interrupts() { return false }
        return false
      }
      // The first to end is the command, or the interrupt that cancels it; either way both are over then.
      _ = await group.next()
      group.cancelAll()
    }
  }

  private func runStartFile(on editor: some LineEditor) async {
    let file = shell.environment.startFile
    let path = file.path(percentEncoded: false)
    guard !shell.options.skipsStartFile, FileManager.default.fileExists(atPath: path) else { return }
    do throws(WhetError) {
      let bytes = try InputFile.bytes(file, name: path, limit: 1 << 20)
      await execute(ScriptInput(file: SourceText(name: path, bytes: Array(bytes))), on: editor)
    } catch {
      shell.report(error)
    }
  }

  /// `whet> `, with the agent that was chosen: `whet engineer> `.
  private var prompt: TerminalText {
    let agent: TerminalText = shell.chosenAgent.map { " \($0.rawValue)" } ?? ""
    return shell.streams.errors.painter.paint("whet\(agent)>", .bold) + " "
  }

  private var continuationPrompt: TerminalText { shell.streams.errors.painter.paint(" ...>", .dim) + " " }

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
