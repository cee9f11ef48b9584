public import WhetCore

/// How long a captured program may run and how much it may print.
public struct CaptureLimits: Sendable, Equatable {
  /// The longest time limit: a week, in seconds.
  public static let maximumSeconds = 604_800.0

  /// Seconds of wall-clock time, above 0 and at most `maximumSeconds`; then the program's process group is killed.
  public var seconds: Double
  /// The most bytes of standard output, at most what a correction's text may have; a longer answer is an error, since
  /// half an answer is none.
  public var outputBytes: Int
  /// Bytes kept of the end of standard error.
  public var errorTailBytes: Int

  /// Ten minutes, the whole 4 MiB of a correction's text, and 4 KiB.
  public init(
    seconds: Double = 600, outputBytes: Int = CorrectionDraft.maximumTextBytes, errorTailBytes: Int = 4096
  ) {
    self.seconds = seconds
    self.outputBytes = min(outputBytes, CorrectionDraft.maximumTextBytes)
    self.errorTailBytes = errorTailBytes
  }

  /// - Throws: `WhetError` with code `capture.invalid`.
  func check() throws(WhetError) {
    guard seconds > 0, seconds <= Self.maximumSeconds, outputBytes > 0, errorTailBytes >= 0 else {
      throw WhetError(
        .captureInvalid, "a capture's time limit must be above 0 and at most a week, its output limit above 0",
        exitCode: .usage)
    }
  }
}
