/// The version of the program.
public enum ProgramVersion {
  public static let current = "0.1.0"
}
