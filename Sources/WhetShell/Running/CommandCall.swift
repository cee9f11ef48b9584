import Foundation
import WhetCore
public import WhetScript
import WhetTraining

/// One call of a command: its checked arguments and the shell it runs in.
public struct CommandCall: Sendable {
  /// The arguments as bound.
  public let bound: BoundCommand
  let shell: Shell
  /// Shows parts of a story while the command runs; does nothing where only values are wanted.
  let tell: @Sendable ([DocumentBlock]) throws -> Void
  /// Writes a result before the one the command gives; does nothing where only values are wanted.
  let show: @Sendable (CommandResult) throws -> Void

  /// The services, opened by the first command that needs them.
  func trainer() async throws -> AgentTrainer { try await shell.services.trainer() }

  /// A text argument; `@path` gives the file's content. `nil` when missing.
  func text(_ name: String) throws(WhetError) -> String? {
    guard let argument = bound[name] else { return nil }
    return try text(of: argument)
  }

  /// A text argument that binding has made sure of.
  func required(_ name: String) throws(WhetError) -> String {
    guard let text = try text(name) else {
      throw WhetError(.usage, "'\(bound.specification.name)' needs '\(name)'", exitCode: .usage)
    }
    return text
  }

  func flag(_ name: String) -> Bool { bound.flag(name) }

  func integer(_ name: String) -> Int? { bound.integer(name) }

  /// The text behind an argument of any kind that has one.
  func text(of argument: ArgumentValue) throws(WhetError) -> String {
    switch argument {
    case .text(let text), .path(let text): text
    case .content(let path): try readText(path)
    default: try argument.json { (path) throws(WhetError) in try readText(path) }.json()
    }
  }

  /// The text of a file the user named.
  func readText(_ path: String) throws(WhetError) -> String {
    try InputFile.text(shell.accessible(path, isInput: true), name: path)
  }

  /// An argument of kind `value` as JSON, files read.
  func json(_ name: String) throws(WhetError) -> JSONValue? {
    guard let argument = bound[name] else { return nil }
    return try argument.json { (path) throws(WhetError) in try readText(path) }
  }

  /// The agent named by an argument, else the one chosen with `agent use`; `nil` when there is neither.
  func agentIfGiven(_ name: String = "agent") throws(WhetError) -> AgentName? {
    if let text = try text(name) { return try AgentName(text) }
    return shell.chosenAgent
  }

  /// As `agentIfGiven`.
  ///
  /// - Throws: `usage` when there is neither.
  func agent(_ name: String = "agent") throws(WhetError) -> AgentName {
    if let agent = try agentIfGiven(name) { return agent }
    throw WhetError(
      .usage, "'\(bound.specification.name)' needs an agent", advice: "name it, or choose one with 'agent use NAME'",
      exitCode: .usage)
  }

  /// Tells the user something that is no result.
  func note(_ message: String) { shell.note(message) }

  /// Tells the user of a fault that keeps nothing from going on.
  func warn(_ message: String) { shell.warn(message) }
}
