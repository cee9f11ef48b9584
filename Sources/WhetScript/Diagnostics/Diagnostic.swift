public import WhetCore

/// A fault found in a text before anything runs.
public struct Diagnostic: Sendable, Equatable {
  /// Whether the fault keeps the text from running.
  public enum Severity: String, Sendable { case error, warning }

  /// Something that helps to understand the fault, with its place if it has one in the same text.
  public struct Note: Sendable, Equatable {
    public var message: String
    /// In the same source as the diagnostic.
    public var span: Span?

    public init(_ message: String, at span: Span? = nil) {
      self.message = message
      self.span = span
    }
  }

  public var code: DiagnosticCode
  /// An error keeps the text from running, a warning does not.
  public var severity: Severity
  /// One sentence without a final full stop; quoted source text in it is cut and made visible.
  public var message: String
  /// Where the caret goes; empty for something missing.
  public var span: Span
  /// Shown in this order, after the suggestion.
  public var notes: [Note]
  /// What was probably meant, to stand in place of `span`.
  public var suggestion: String?

  public init(
    _ code: DiagnosticCode, _ message: String, at span: Span, severity: Severity = .error, notes: [Note] = [],
    suggestion: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.span = span
    self.notes = notes
    self.suggestion = suggestion
  }

  /// The suggestion as a question, and the notes: what a reader does next. `nil` when there is neither.
  public var advice: String? {
    let lines = (suggestion.map { ["did you mean '\(VisibleText.quoted($0))'?"] } ?? []) + notes.map(\.message)
    return lines.isEmpty ? nil : lines.joined(separator: "; ")
  }

  /// The diagnostic as an error of a program: `exitCode` is `.script` for scripts, `.usage` for a command line.
  public func error(in source: SourceText, exitCode: ExitCode = .script) -> WhetError {
    WhetError(
      code.errorCode, message, at: source.location(of: span.start), advice: advice, exitCode: exitCode)
  }
}

extension [Diagnostic] {
  /// Whether one of them is an error rather than a warning.
  public var containsError: Bool { contains { $0.severity == .error } }

  /// The first error with the further ones in `others`; `nil` when there are only warnings.
  public func error(in source: SourceText, exitCode: ExitCode = .script) -> WhetError? {
    let errors = filter { $0.severity == .error }.map { $0.error(in: source, exitCode: exitCode) }
    guard var first = errors.first else { return nil }
    first.others = [WhetError](errors.dropFirst())
    return first
  }
}
