public import WhetCore

/// What one run of a verifier showed.
public struct VerifierResult: Sendable, Equatable {
  /// How the run ended.
  public enum Outcome: Sendable, Equatable {
    /// It exited 0, and any score it wrote is full.
    case passed
    /// It exited with this status; 0 when its score is not full or cannot be read.
    case failed(status: Int)
    /// It ran longer than this many seconds.
    case timedOut(after: Double)
    /// It printed more than the limit.
    case outputLimit
    /// Its processes together used more memory than the limit.
    case memoryLimit
    /// A signal ended it (also when it exited with 128 + signal, which bubblewrap cannot tell apart).
    case killed(signal: Int)
    /// Nothing was measured: the sandbox or the verifier's program cannot run here.
    case unavailable(WhetError)
  }

  public var outcome: Outcome
  /// The score the verifier wrote; `nil` without one and after any end other than an exit.
  public var score: VerifierScore?
  /// The last bytes of standard output and error as they were printed: untrusted, at most 4 KiB.
  public var outputTail: [UInt8]

  public init(outcome: Outcome, score: VerifierScore? = nil, outputTail: [UInt8] = []) {
    self.outcome = outcome
    self.score = score
    self.outputTail = outputTail
  }

  /// The verdict, `nil` when nothing was measured.
  public var passed: Bool? {
    switch outcome {
    case .passed: true
    case .unavailable: nil
    case .failed, .timedOut, .outputLimit, .memoryLimit, .killed: false
    }
  }

  /// Correctness from 0 to 100: 100 for a pass, else the written share. A full score of a run that failed contradicts
  /// itself and counts 0. `nil` when nothing was measured.
  public var value: Double? {
    guard let passed else { return nil }
    if passed { return 100 }
    guard let score, !score.isFull else { return 0 }
    return score.share * 100
  }
}

extension WhetError.Code {
  /// bubblewrap, setpriv or prlimit is missing or does not work here.
  public static let sandboxUnavailable = Self(rawValue: "sandbox.unavailable")
  /// The verifier's program is not on this machine.
  public static let verifierProgramMissing = Self(rawValue: "verifier.program-missing")
  /// The verifier's files, arguments or sizes cannot be used.
  public static let verifierInvalid = Self(rawValue: "verifier.invalid")
}
