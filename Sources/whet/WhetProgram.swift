import ArgumentParser
import Foundation
import WhetCore
import WhetScript
import WhetShell
import WhetTerminal

/// The program's own flags; everything else is a command of the language.
struct WhetProgram: ParsableCommand {
  /// `--help` belongs to the commands, so that `whet train --help` is about `train`.
  static let configuration = CommandConfiguration(commandName: "whet", helpNames: [])

  @Option(name: .customShort("c"), help: "Run a command; may be given more than once.")
  var commands: [String] = []

  @Option(help: "How results are written: table, json, jsonl, csv, tsv, markdown or tap.")
  var output = "table"

  @Option(help: "The store's file.")
  var store: String?

  @Option(help: "The project's folder.")
  var project: String?

  @Option(
    name: .customLong("set"),
    help: "A setting or a variable of the script, as NAME=VALUE; may be given more than once.")
  var settings: [String] = []

  @Flag(help: "Analyse only; nothing runs.")
  var check = false

  @Flag(help: "Run what only reads; say of everything else what it would do.")
  var dryRun = false

  @Flag(help: "Tell each step on standard error.")
  var trace = false

  @Flag(help: "As --trace, in JSON lines.")
  var traceJson = false

  @Flag(help: "No other process, no file outside of the project, no network.")
  var safe = false

  @Flag(help: "Answer questions with yes.")
  var yes = false

  @Flag(name: .customLong("no-rc"), help: "Do not run the start file.")
  var skipsStartFile = false

  @Option(help: "When to colour: auto, always or never.")
  var color: String?

  @Flag(help: "Print the version.")
  var version = false

  @Argument(parsing: .allUnrecognized)
  var words: [String] = []

  /// Gives `--check` to a command that has a flag of that name, such as `format`: there the command's is meant.
  mutating func handFlagsToCommand() {
    guard check, commands.isEmpty, let command = CommandRegistry.standard.table.match(words)?.specification,
      command.parameters.contains(where: { $0.name == "check" })
    else { return }
    check = false
    words.append("--check")
  }

  /// The flags as the shell takes them.
  ///
  /// - Throws: `WhetError` with code `usage`.
  func options() throws(WhetError) -> ProgramOptions {
    if let color, ColourPolicy(rawValue: color) == nil {
      throw WhetError(
        .usage, "'--color \(color.prefix(20))' is not auto, always or never", exitCode: .usage)
    }
    var options = ProgramOptions(
      output: try OutputFormat(named: output), store: store, project: project, answersYes: yes,
      skipsStartFile: skipsStartFile)
    try options.set(settings)
    if let color { options.overrides["color"] = color }
    options.isCheckOnly = check
    options.isDryRun = dryRun
    options.isSafe = safe
    options.trace(isJSON: traceJson ? true : trace ? false : nil)
    return options
  }
}
