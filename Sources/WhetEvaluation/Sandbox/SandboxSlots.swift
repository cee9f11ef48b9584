/// Hands out the numbers of concurrent sandboxes, so that each has a user of its own and the machine is not overrun.
actor SandboxSlots {
  /// One set for the process: two sandboxes with one number would share a user and its process count.
  static let shared = SandboxSlots(capacity: max(2, min(64, SandboxUser.processors)))

  private var free: [Int]
  private var waiting: [(key: Int, continuation: CheckedContinuation<Int?, Never>)] = []
  private var nextKey = 0

  init(capacity: Int) {
    free = Array((0..<capacity).reversed())
  }

  /// Runs the body with a number that nobody else has until it ends; waits, first come first served.
  func withSlot<Value: Sendable>(_ body: @Sendable (Int) async throws -> Value) async throws -> Value {
    let slot = try await take()
    defer { give(slot) }
    return try await body(slot)
  }

  private func take() async throws(CancellationError) -> Int {
    if let slot = free.popLast() { return slot }
    nextKey += 1
    let key = nextKey
    let slot: Int? = await withTaskCancellationHandler {
      await withCheckedContinuation { (continuation: CheckedContinuation<Int?, Never>) in
        if Task.isCancelled { continuation.resume(returning: nil) } else { waiting.append((key, continuation)) }
      }
    } onCancel: {
      // Unstructured because a cancellation handler cannot wait for the actor; it only ends the wait of this key.
      Task { await self.stopWaiting(key) }
    }
    guard let slot else { throw CancellationError() }
    return slot
  }

  private func give(_ slot: Int) {
    if waiting.isEmpty { free.append(slot) } else { waiting.removeFirst().continuation.resume(returning: slot) }
  }

  private func stopWaiting(_ key: Int) {
    guard let index = waiting.firstIndex(where: { $0.key == key }) else { return }
    waiting.remove(at: index).continuation.resume(returning: nil)
  }
}
