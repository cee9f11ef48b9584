/// The version of the program.
public enum ProgramVersion {
  public static let current = "0.1.0"
  /// The day of the version, for the manual page.
  static let released = "2026-11-23"
}
