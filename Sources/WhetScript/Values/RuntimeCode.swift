public import WhetCore

/// Every kind of fault a script can meet while it runs, beside those of its commands; the raw values never change
/// between versions.
public enum RuntimeCode: String, CaseIterable, Sendable {
  case wrongKind = "script.wrong-kind"
  case integerOverflow = "script.integer-overflow"
  case divisionByZero = "script.division-by-zero"
  case invalidArgument = "script.invalid-argument"
  case noSuchField = "script.no-such-field"
  case indexOutOfRange = "script.index-out-of-range"
  case variableNotSet = "script.variable-not-set"
  case recursionTooDeep = "script.recursion-too-deep"
  case valueTooDeep = "script.value-too-deep"
  case valueTooLarge = "script.value-too-large"
  case patternTooSlow = "script.pattern-too-slow"
  case waitTimeout = "script.wait-timeout"
  case expectationFailed = "script.expectation-failed"
  case environmentMissing = "script.environment-missing"
  case refusedWhenSafe = "script.refused-when-safe"

  /// The same code for errors.
  public var errorCode: WhetError.Code { WhetError.Code(rawValue: rawValue) }

  /// The exit status of a script that ends with the fault.
  public var exitCode: ExitCode { self == .expectationFailed ? .refused : .failure }
}

extension WhetError {
  /// What went wrong while a script ran, before it is known where.
  init(_ code: RuntimeCode, _ message: String, advice: String? = nil) {
    self.init(code.errorCode, message, advice: advice, exitCode: code.exitCode)
  }

  static let valueTooDeep = WhetError(
    .valueTooDeep, "lists and records nest at most \(ScriptValue.depthLimit) deep")

  static func valueTooLarge(_ message: String) -> WhetError {
    WhetError(.valueTooLarge, message, advice: "work on smaller pieces")
  }

  /// A value of another kind than an operation takes.
  static func wrongKind(_ value: ScriptValue, _ what: String, takes kinds: ValueKinds) -> WhetError {
    WhetError(.wrongKind, "\(what) takes \(kinds.phrase), not \(value.described)")
  }
}
