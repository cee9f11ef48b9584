/// What one verifier run may use; each bound holds for the whole sandbox, whoever runs it.
public struct SandboxLimits: Sendable, Equatable {
  /// Seconds of wall-clock time when the verifier names none.
  public var defaultTimeout = 10.0
  /// The most seconds a verifier may ask for.
  public var longestTimeout = 60.0
  /// Bytes of standard output and error together.
  public var outputBytes = 1 << 20
  /// Processes and threads alive at once.
  public var processes = 32
  /// Bytes of address space of one process.
  public var addressSpaceBytes = 1 << 30
  /// Bytes of memory of all processes together, looked at ten times a second.
  public var memoryBytes = 1 << 30
  /// Bytes of the work folder, of `/tmp` and of `/dev/shm`, each.
  public var folderBytes = 64 << 20
  /// Bytes of one file.
  public var fileBytes = 16 << 20
  /// Open files of one process.
  public var openFiles = 64
  /// Bytes that go in: the response, and standard input and further files together.
  public var inputBytes = 8 << 20

  public init() {}

  /// Seconds of wall-clock time for a verifier: what it asks for, never above the bound.
  func timeout(for requested: Double?) -> Double {
    guard let requested, requested > 0 else { return defaultTimeout }
    return min(requested, longestTimeout)
  }
}
