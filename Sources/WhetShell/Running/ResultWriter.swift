import Foundation
import Synchronization
import WhetCore
import WhetScript
import WhetTerminal

/// Writes the results of commands in the chosen format: each at once, or all together as one JSON array.
final class ResultWriter: Sendable {
  private let shell: Shell
  /// Whether JSON results are gathered for one array; settled by the format at the start.
  private let isArray: Bool
  /// Whether a result stands alone, so that a long one may be shown by a pager.
  private let pages: Bool
  private let state = Mutex(State())

  private struct State {
    var gathered: [JSONValue] = []
    var hasWritten = false
    /// The head of the table of plain values written last.
    var columns: [String]?
  }

  /// - Parameter pages: whether long results are shown by a pager; only what people run by itself.
  init(shell: Shell, isArray: Bool, pages: Bool = false) {
    self.shell = shell
    self.pages = pages
    self.isArray = isArray && shell.output == .json
  }

  /// Where a command's results go, and in what form.
  struct Target: Sendable {
    var format: OutputFormat
    /// The file after `>`.
    var file: String?
  }

  /// In scripts `--output` wins over `| format` on standard output when it asks for JSON or TAP: nothing else may stand
  /// there.
  func target(of bound: BoundCommand) throws(WhetError) -> Target {
    var format = shell.output
    if let name = bound.format, bound.redirection != nil || !shell.isOutputFixed {
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
    let text = DocumentRenderer(width: stream.width(), painter: stream.painter).text(of: blocks)
    if !isFirst, case .heading? = blocks.first { try stream.write("\n") }
    try stream.write(text)
  }

  /// Writes one result, or has a pager show it that is longer than the terminal.
  func show(_ result: CommandResult, to target: Target) async throws {
    guard pages, target.file == nil, !isArray, !state.withLock(\.hasWritten), let pager = await Pager.of(shell) else {
      return try write(result, to: target)
    }
    let stream = shell.streams.output
    let renderer = ResultRenderer(width: stream.width(), painter: pager.showsColours ? stream.painter : .plain)
    let text = text(of: result, target.format, renderer: renderer).onTerminal
    guard pager.isNeeded(for: text), try await pager.show(text) else { return try write(result, to: target) }
  }

  /// Writes one result.
  func write(_ result: CommandResult, to target: Target) throws(WhetError) {
    if let file = target.file {
      let text = text(
        of: result, target.format, renderer: ResultRenderer(width: nil, painter: .plain), isStandardOutput: false)
      try OutputFile.write(text.inFile, to: shell.accessible(file), name: file)
      if isArray { state.withLock { $0.gathered.append(.null) } }
    } else if isArray, target.format == .json {
      state.withLock { $0.gathered.append(result.value) }
    } else if [.csv, .tsv, .markdown].contains(target.format) {
      try writeFlat(FlatTable(result), target.format)
    } else {
      let stream = shell.streams.output
      let text = text(
        of: result, target.format, renderer: ResultRenderer(width: stream.width(), painter: stream.painter))
      if needsSeparation(text, target.format) { try stream.write("\n") }
      try stream.write(text)
    }
  }

  /// Writes what was gathered.
  func finish() throws(WhetError) {
    guard isArray else { return }
    let values = state.withLock(\.gathered)
    try shell.streams.output.write(.json(JSONValue.array(values).json(indent: 2) + "\n"))
  }

  /// Lines that a reader of the protocol passes over.
  private static func comment(_ rendered: RenderedText) -> RenderedText {
    let text = rendered.inFile
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
      .map { "# \($0)\n" }
    return .exact(lines.joined())
  }

  /// A result in a format, as `renderer` shows it to people.
  func text(
    of result: CommandResult, _ format: OutputFormat, renderer: ResultRenderer, isStandardOutput: Bool = true
  ) -> RenderedText {
    switch format {
    case .table: renderer.text(of: result)
    case .json: .json(result.value.json(indent: 2) + "\n")
    case .jsonl: .json(ResultRenderer.jsonLines(of: result.value))
    case .csv, .tsv, .markdown: Self.text(of: FlatTable(result), format)
    case .tap:
      isStandardOutput
        ? Self.comment(ResultRenderer(width: renderer.width, painter: .plain).text(of: result))
        : renderer.text(of: result)
    }
  }

  /// Tables with the same head that follow each other are one; an empty line stands between others.
  private func writeFlat(_ table: FlatTable, _ format: OutputFormat) throws(WhetError) {
    guard !table.columns.isEmpty else { return }
    let (isFirst, continues) = state.withLock { state in
      defer { (state.hasWritten, state.columns) = (true, table.columns) }
      return (!state.hasWritten, state.columns == table.columns)
    }
    if !isFirst, !continues { try shell.streams.output.write("\n") }
    try shell.streams.output.write(Self.text(of: table, format, hasHead: !continues))
  }

  private static func text(of table: FlatTable, _ format: OutputFormat, hasHead: Bool = true) -> RenderedText {
    switch format {
    case .tsv: .exact(FlatTableText.tsv(table, hasHead: hasHead))
    case .markdown: .people(FlatTableText.markdown(table, hasHead: hasHead))
    default: .exact(FlatTableText.csv(table, hasHead: hasHead))
    }
  }

  /// An empty line stands between the tables of two commands, never around exact text.
  private func needsSeparation(_ text: RenderedText, _ format: OutputFormat) -> Bool {
    guard case .people = text, !text.isEmpty, format == .table else { return false }
    return state.withLock { state in
      defer { (state.hasWritten, state.columns) = (true, nil) }
      return state.hasWritten
    }
  }
}
