import Synchronization

/// The right to write to a run, which at most one holder has, in this process or any other.
///
/// It ends with `release`, with the store, or with the process: the lease of a process that died, also by SIGKILL, is
/// free at once (`StoreLock` tells how). The store refuses every write to a run it has no lease of. It does not end
/// with its last reference: Swift may drop that long before the work is done.
public final class RunLease: Sendable {
  /// The run as it was when it was claimed.
  public let run: RunRecord
  private let key: Int64
  private let claims: RunClaims
  private let isReleased = Atomic(false)

  init(run: RunRecord, key: Int64, claims: RunClaims) {
    self.run = run
    self.key = key
    self.claims = claims
  }

  /// Gives the run back; later calls do nothing.
  public func release() {
    // Once only: after it the key may be another lease's.
    if !isReleased.exchange(true, ordering: .acquiringAndReleasing) { claims.release(key) }
  }
}
