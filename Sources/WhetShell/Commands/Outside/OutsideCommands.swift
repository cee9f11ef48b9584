import WhetCore
import WhetScript

/// The commands that bring whet into the system's shell.
enum OutsideCommands {
  static let all: [any ShellCommand] = [PrintCompletion(), Complete(), PrintManual()]
}

/// `completion`: a script for the system's shell.
struct PrintCompletion: ShellCommand {
  let specification = CommandSpecification(
    path: ["completion"], summary: "Print the completion of whet for bash, zsh or fish",
    discussion: """
      Scripts/install puts all three in place. By hand: for bash, 'whet completion bash' goes into \
      ~/.local/share/bash-completion/completions/whet; for zsh, into a file _whet of a folder in $fpath; for fish, into \
      ~/.config/fish/completions/whet.fish.
      """,
    parameters: [
      .positional("shell", .choice(CompletionScript.allCases.map(\.rawValue)), "for which shell")
    ],
    effect: .reads,
    examples: [.init("completion bash > whet.bash", "writes the completion for bash to a file")],
    shape: .record(
      "shell completion",
      [
        .init("shell", .word(CompletionScript.self), "for which"),
        .init("path", .text, "where the shell looks for it, below a prefix such as /usr/local"),
        .init("text", .text, "the script"),
      ]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    guard let script = CompletionScript(rawValue: try call.required("shell")) else {
      throw WhetError(.usage, "there is no such shell", exitCode: .usage)
    }
    return CommandResult(
      .record(["shell": .string(script.rawValue), "path": .string(script.path), "text": .string(script.text)]),
      as: .exact(script.text))
  }
}

/// `complete`: what those scripts ask for.
struct Complete: ShellCommand {
  let specification = CommandSpecification(
    path: ["complete"], summary: "Answer the completion of the system's shell",
    discussion: """
      Prints the word at the end of the line without its quotes, then each word that may stand in its place, with what \
      it means behind a tab. Never makes a store.
      """,
    parameters: [.option("line", .text, isRequired: true, "the half-typed line, the program's name included")],
    effect: .reads,
    examples: [.init("complete --line 'whet session sh'", "finds 'show'")],
    shape: .record(
      "completion of a line",
      [.init("typed", .text, "the last word, without quotes"), .init("candidates", .list(candidate), "words for it")]))

  private static let candidate = ValueShape.record(
    "completed word",
    [
      .init("text", .text, "the whole word"),
      .init("summary", .text.orNull("there is nothing to say of it"), "what it means"),
    ])

  func run(_ call: CommandCall) async throws -> CommandResult {
    var line = ShellWords(try call.required("line"))
    line.dropProgram()
    let found = OutsideCompletion(shell: call.shell).candidates(for: line)
    let lines =
      [line.last]
      + found.map { candidate in
        candidate.text + (candidate.summary.map { "\t" + Self.oneLine($0) } ?? "")
      }
    return CommandResult(
      .record([
        "typed": .string(line.last),
        "candidates": .array(found.map { .record(["text": .string($0.text), "summary": JSONValue($0.summary)]) }),
      ]), as: .exact(lines.joined(separator: "\n") + "\n"))
  }

  /// Nothing in it can end the line or move a terminal's cursor.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}

/// `man`: the manual page.
struct PrintManual: ShellCommand {
  let specification = CommandSpecification(
    path: ["man"], summary: "Print the manual page of whet, for man(1)",
    discussion: "Scripts/install puts it in place; by hand, 'whet man > whet.1' and then 'man ./whet.1'.",
    effect: .reads,
    examples: [.init("man > whet.1", "writes the manual page to a file")],
    shape: .record(
      "manual page",
      [
        .init("path", .text, "where man looks for it, below a prefix such as /usr/local"),
        .init("text", .text, "the page in roff"),
      ]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let text = ManualPage(table: call.shell.registry.table).text
    return CommandResult(.record(["path": "share/man/man1/whet.1", "text": .string(text)]), as: .exact(text))
  }
}
