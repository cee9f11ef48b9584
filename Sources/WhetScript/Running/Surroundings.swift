public import WhetCore

/// What a running script can learn of the world without a command; tests give their own.
public struct Surroundings: Sendable {
  /// The time since 1970-01-01 00:00 UTC.
  public var now: @Sendable () -> Duration
  /// Time that only goes forward, for waiting.
  public var elapsed: @Sendable () -> Duration
  /// A variable of the process's environment.
  public var environment: @Sendable (String) -> String?
  /// Whether a file or folder is there; the path as the script wrote it.
  ///
  /// - Throws: `script.refused-when-safe`.
  public var exists: @Sendable (String) throws(WhetError) -> Bool
  /// The text of a file.
  public var read: @Sendable (String) throws(WhetError) -> String

  public init(
    now: @escaping @Sendable () -> Duration, elapsed: @escaping @Sendable () -> Duration,
    environment: @escaping @Sendable (String) -> String?,
    exists: @escaping @Sendable (String) throws(WhetError) -> Bool,
    read: @escaping @Sendable (String) throws(WhetError) -> String
  ) {
    self.now = now
    self.elapsed = elapsed
    self.environment = environment
    self.exists = exists
    self.read = read
  }
}
