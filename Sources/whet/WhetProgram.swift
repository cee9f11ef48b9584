import ArgumentParser
import Foundation
import WhetCore
import WhetShell
import WhetTerminal

/// The program's own flags; everything else is a command of the language.
struct WhetProgram: ParsableCommand {
  /// `--help` belongs to the commands, so that `whet train --help` is about `train`.
  static let configuration = CommandConfiguration(commandName: "whet", helpNames: [])

  @Option(name: .customShort("c"), help: "Run a command; may be given more than once.")
  var commands: [String] = []

  @Option(help: "How results are written: table, json or jsonl.")
  var output = "table"

  @Option(help: "The store's file.")
  var store: String?

  @Option(help: "The project's folder.")
  var project: String?

  @Option(name: .customLong("set"), help: "A setting, as NAME=VALUE; may be given more than once.")
  var settings: [String] = []

  @Flag(help: "Answer questions with yes.")
  var yes = false

  @Flag(name: .customLong("no-rc"), help: "Do not run the start file.")
  var skipsStartFile = false

  @Option(help: "When to colour: auto, always or never.")
  var color = "auto"

  @Flag(help: "Print the version.")
  var version = false

  @Argument(parsing: .allUnrecognized)
  var words: [String] = []

  /// The flags as the shell takes them.
  ///
  /// - Throws: `WhetError` with code `usage` or `output.format-unavailable`.
  func options() throws(WhetError) -> ProgramOptions {
    guard let colour = ColourPolicy(rawValue: color) else {
      throw WhetError(
        .usage, "'--color \(color.prefix(20))' is not auto, always or never", exitCode: .usage)
    }
    return ProgramOptions(
      output: try OutputFormat(named: output), store: store, project: project,
      overrides: try ProgramOptions.overrides(settings), answersYes: yes, skipsStartFile: skipsStartFile, colour: colour
    )
  }
}
