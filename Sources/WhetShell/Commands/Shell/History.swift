import WhetCore
import WhetScript

/// `history`: the entries of earlier prompts.
struct History: ShellCommand {
  let specification = CommandSpecification(
    path: ["history"], summary: "Show the entries typed at the prompt",
    discussion: """
      Entries that begin with a blank and those that seem to hold a secret are not kept. At the prompt the arrow keys and \
      Ctrl-R bring entries back.
      """,
    parameters: [.option("last", .integer, bounds: 1...1_000_000, defaultText: "20", "how many")], effect: .reads,
    examples: [.init("history --last 50", "shows the last fifty entries")], shape: .list(.text))

  func run(_ call: CommandCall) async throws -> CommandResult {
    HistoryEntries.result(
      HistoryEntries.read(call.shell.environment).suffix(call.integer("last") ?? 20), whenEmpty: "no history")
  }
}

/// `history search`: the entries with some words.
struct HistorySearch: ShellCommand {
  let specification = CommandSpecification(
    path: ["history", "search"], summary: "Show the entries that hold all of some words",
    discussion: "Capitals do not matter, and a word may be a part of another one.",
    parameters: [
      .positional("words", .text, isRepeated: true, "what to look for"),
      .option("last", .integer, bounds: 1...1_000_000, defaultText: "20", "how many at most"),
    ], effect: .reads,
    examples: [.init("history search train engineer", "shows the last entries that trained the engineer")],
    shape: .list(.text))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let words = try call.bound.values("words").map { try call.text(of: $0).lowercased() }
    let found = HistoryEntries.read(call.shell.environment).filter { entry in
      let entry = entry.lowercased()
      return words.allSatisfy { entry.contains($0) }
    }
    return HistoryEntries.result(found.suffix(call.integer("last") ?? 20), whenEmpty: "no entry has these words")
  }
}

/// `history clear`: forgets them.
struct HistoryClear: ShellCommand {
  let specification = CommandSpecification(
    path: ["history", "clear"], summary: "Forget all entries typed at the prompt",
    discussion: "Asks first. Other shells that are open keep what they have read.", effect: .writes,
    examples: [.init("history clear --yes", "forgets them without asking")],
    shape: .record("forgotten history", [.init("forgotten", .count, "how many entries there were")]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let count = HistoryEntries.read(call.shell.environment).count
    let entries = NumberText.count(count, "entry").replacing("entrys", with: "entries")
    try await call.shell.confirm("forget \(entries) of the history?", isAnswered: call.flag("yes"))
    if let desk = call.shell.prompt { await desk.clearHistory() }
    try HistoryEntries.clear(call.shell.environment)
    return CommandResult(.record(["forgotten": JSONValue(count)]), as: .text("forgot \(entries)"))
  }
}
