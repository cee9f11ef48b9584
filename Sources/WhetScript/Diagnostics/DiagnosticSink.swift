/// Collects the diagnostics of one text up to a limit, so that reading a hopeless text ends.
struct DiagnosticSink {
  /// The most errors one text gets, and the most warnings.
  static let limit = 20

  private(set) var diagnostics: [Diagnostic] = []
  private var warningCount = 0
  /// Whether there are so many errors that reading should stop; warnings never keep an error from being told.
  private(set) var isFull = false
  /// Whether reports are dropped, while text is passed that is not understood.
  var isMuted = false

  mutating func report(_ diagnostic: Diagnostic) {
    guard !isFull, !isMuted else { return }
    if diagnostic.severity == .warning {
      guard warningCount < Self.limit else { return }
      warningCount += 1
      return diagnostics.append(diagnostic)
    }
    diagnostics.append(diagnostic)
    guard diagnostics.count - warningCount >= Self.limit else { return }
    isFull = true
    diagnostics.append(
      Diagnostic(.tooManyFaults, "too many faults; further ones are not shown", at: diagnostic.span))
  }

  /// Forgets what a look ahead reported.
  mutating func rewind(to count: Int) {
    guard diagnostics.count > count else { return }
    diagnostics.removeLast(diagnostics.count - count)
    warningCount = diagnostics.count { $0.severity == .warning }
    isFull = false
  }
}
