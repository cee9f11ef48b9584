public import WhetCore

extension WhetError.Code {
  /// The correction was removed from the store earlier.
  public static let correctionRemoved = Self(rawValue: "integration.correction-removed")
  /// The command to capture is empty or cannot be given to a program.
  public static let captureInvalid = Self(rawValue: "capture.invalid")
  /// The program to capture is not there.
  public static let captureProgramMissing = Self(rawValue: "capture.program-missing")
  /// The program is there and cannot be started.
  public static let captureCannotStart = Self(rawValue: "capture.cannot-start")
  /// The time limit passed before the program ended.
  public static let captureTimedOut = Self(rawValue: "capture.timed-out")
  /// The program printed more than the limit and was ended.
  public static let captureTooLong = Self(rawValue: "capture.too-long")
  /// The program ended without an answer on its standard output.
  public static let captureEmpty = Self(rawValue: "capture.empty")
  /// The program's standard output is not text.
  public static let captureNotText = Self(rawValue: "capture.not-text")
}
