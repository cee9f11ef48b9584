import Foundation
import Synchronization
import WhetCore
import WhetScript
import WhetTerminal

/// Writes the results of commands in the chosen format: each at once, or all together as one JSON array.
final class ResultWriter: Sendable {
  private let shell: Shell
  /// Whether JSON results are gathered for one array.
  private let isArray: Bool
  private let state = Mutex(State())

  private struct State {
    var gathered: [JSONValue] = []
    var hasWritten = false
  }

  init(shell: Shell, isArray: Bool) {
    self.shell = shell
    self.isArray = isArray
  }

  /// Where a command's results go, and in what form.
  struct Target: Sendable {
    var format: OutputFormat
    /// The file after `>`.
    var file: String?
  }

  /// `--output` wins over `| format` on standard output when it asks for JSON or TAP: nothing else may stand there.
  func target(of bound: BoundCommand) throws(WhetError) -> Target {
    var format = shell.options.output
    if let name = bound.format, bound.redirection != nil || format == .table {
      format = try OutputFormat(named: name)
    }
    return Target(format: format, file: bound.redirection)
  }

  /// Shows parts of a story at once, where people read.
  func tell(_ blocks: [DocumentBlock], to target: Target) throws(WhetError) {
    guard target.format == .table, target.file == nil else { return }
    let stream = shell.streams.output
    let isFirst = state.withLock { state in
      defer { state.hasWritten = true }
      return !state.hasWritten
    }
    var text = DocumentRenderer(width: stream.width(), painter: stream.painter).text(of: blocks)
    if !isFirst, case .heading? = blocks.first { text = "\n" + text }
    try stream.write(text)
  }

  /// Writes one result.
  func write(_ result: CommandResult, to target: Target) throws(WhetError) {
    if let file = target.file {
      let text = text(
        of: result, target.format, renderer: ResultRenderer(width: nil, painter: .plain, isTerminal: false),
        isStandardOutput: false)
      try OutputFile.write(text, to: shell.accessible(file), name: file)
      if isArray, shell.options.output == .json { state.withLock { $0.gathered.append(.null) } }
    } else if isArray, target.format == .json, shell.options.output == .json {
      state.withLock { $0.gathered.append(result.value) }
    } else {
      let stream = shell.streams.output
      let width = stream.width()
      let text = text(
        of: result, target.format,
        renderer: ResultRenderer(width: width, painter: stream.painter, isTerminal: width != nil))
      try stream.write(separated(text, result, target.format))
    }
  }

  /// Writes what was gathered.
  func finish() throws(WhetError) {
    guard isArray, shell.options.output == .json else { return }
    let values = state.withLock(\.gathered)
    try shell.streams.output.write(JSONValue.array(values).json(indent: 2) + "\n")
  }

  /// Lines that a reader of the protocol passes over.
  private static func comment(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
      .map { "# \($0)\n" }.joined()
  }

  private func text(
    of result: CommandResult, _ format: OutputFormat, renderer: ResultRenderer, isStandardOutput: Bool = true
  ) -> String {
    switch format {
    case .table: renderer.text(of: result)
    case .json: result.value.json(indent: 2) + "\n"
    case .jsonl: ResultRenderer.jsonLines(of: result.value)
    case .tap: isStandardOutput ? Self.comment(renderer.text(of: result)) : renderer.text(of: result)
    }
  }

  /// An empty line stands between the tables of two commands, never around exact text.
  private func separated(_ text: String, _ result: CommandResult, _ format: OutputFormat) -> String {
    guard !text.isEmpty, format == .table else { return text }
    if case .exact = result.view { return text }
    let isFirst = state.withLock { state in
      defer { state.hasWritten = true }
      return !state.hasWritten
    }
    return isFirst ? text : "\n" + text
  }
}
