import WhetCore
import WhetScript
import WhetTerminal

/// Shows what the analysis of a text found.
struct DiagnosticReport: Sendable {
  let shell: Shell

  /// Writes reports to standard error; as a result in JSON they go to standard output instead.
  func write(_ reports: [ScriptSession.SourceReport], isResult: Bool) {
    guard isResult, shell.options.output.isJSON else {
      for report in reports { write(report.diagnostics, in: report.source, includedAt: report.includedAt) }
      return
    }
    let values = reports.flatMap { report in report.diagnostics.map { $0.json(in: report.source) } }
    let text =
      shell.options.output == .jsonl
      ? values.map { $0.json() + "\n" }.joined() : JSONValue.array(values).json(indent: 2) + "\n"
    try? shell.streams.output.write(.json(text))
  }

  /// Writes diagnostics to standard error.
  func write(_ diagnostics: [Diagnostic], in source: SourceText, includedAt: [SourceLocation] = []) {
    guard !diagnostics.isEmpty else { return }
    let renderer = renderer(for: source)
    for diagnostic in diagnostics { shell.writeError(TerminalText(renderer.text(of: diagnostic)) + "\n") }
    for location in includedAt { shell.writeError("  included at \(location.description)\n") }
  }

  func renderer(for source: SourceText) -> DiagnosticRenderer {
    let columns = shell.streams.errors.width().map { max(20, $0 - 8) } ?? 100
    return DiagnosticRenderer(source: source, columns: columns) { DisplayWidth.columns(of: $0) }
  }
}
