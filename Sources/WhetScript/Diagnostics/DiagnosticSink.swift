/// Collects the diagnostics of one text up to a limit, so that reading a hopeless text ends.
struct DiagnosticSink {
  /// The most diagnostics one text gets.
  static let limit = 20

  private(set) var diagnostics: [Diagnostic] = []
  /// Whether reading should stop.
  private(set) var isFull = false
  /// Whether reports are dropped, while text is passed that is not understood.
  var isMuted = false

  mutating func report(_ diagnostic: Diagnostic) {
    guard !isFull, !isMuted else { return }
    diagnostics.append(diagnostic)
    guard diagnostics.count >= Self.limit else { return }
    isFull = true
    diagnostics.append(
      Diagnostic(.tooManyFaults, "too many faults; further ones are not shown", at: diagnostic.span))
  }

  /// Forgets what a look ahead reported.
  mutating func rewind(to count: Int) {
    guard diagnostics.count > count else { return }
    diagnostics.removeLast(diagnostics.count - count)
    isFull = false
  }
}
