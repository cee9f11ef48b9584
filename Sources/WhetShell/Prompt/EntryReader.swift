import LineEditing
import WhetCore
import WhetScript
import WhetTerminal

/// Reads whole entries: further lines are asked for while a bracket, a quote or a block is open.
struct EntryReader: Sendable {
  let shell: Shell
  let memory: PromptMemory
  let desk: PromptDesk
  let news: RunNews
  let prompt: @Sendable () -> TerminalText

  /// A whole entry; `nil` at the end of the input. At its end in the middle of an entry that entry is given as it is:
  /// what it lacks is then reported as of any text.
  func next(from editor: some LineEditor) async throws -> String? {
    var text = ""
    while true {
      memory.setEarlierLines(text)
      let shown = text.isEmpty ? prompt() : PromptText.continuation(shell.streams.errors.painter)
      switch try await line(from: editor, shown, initial: text.isEmpty ? desk.takeDraft() : "") {
      case .line(let line):
        text += text.isEmpty ? line : "\n" + line
        if !Parser.parse(text, name: "<prompt>").isIncomplete { return text }
      case .edit(let line):
        desk.draft(await edited(text + (text.isEmpty ? line : "\n" + line)))
        text = ""
      case .interrupted: text = ""
      case .endOfInput: return text.isEmpty ? nil : text
      }
    }
  }

  /// One line; meanwhile news go above it.
  private func line(from editor: some LineEditor, _ prompt: TerminalText, initial: String) async throws -> LineEvent {
    try await withThrowingTaskGroup(of: LineEvent?.self) { group in
      group.addTask { try await editor.readLine(prompt: prompt, initial: initial) }
      group.addTask {
        await news.follow(on: editor)
        return nil
      }
      defer { group.cancelAll() }
      while let ended = try await group.next() {
        if let event = ended { return event }
      }
      throw CancellationError()
    }
  }

  /// The text as the user's editor leaves it; as it was where that fails.
  private func edited(_ text: String) async -> String {
    do {
      return try await ExternalEditor(shell: shell).edit(text) ?? text
    } catch {
      shell.report(.wrapping(error))
      return text
    }
  }
}
