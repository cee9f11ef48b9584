import Dispatch
import Foundation

/// What the process does with signals outside of the prompt, which has its own way with Ctrl-C.
public enum ProgramSignals {
  /// Lets a write to a closed pipe fail instead of ending the process, so that it ends with 141 in good order.
  ///
  /// A handler and not `SIG_IGN`: programs that are started get the default action back.
  public static func catchClosedPipes() { signal(SIGPIPE) { _ in } }

  /// Runs work; the first SIGINT or SIGTERM cancels it, and a second one, or one that nothing heeds for three seconds,
  /// ends the process.
  ///
  /// - Returns: what the work returns, or `interrupted` (as is usual, 130) when it was cancelled by a signal.
  public static func cancelling(_ work: @escaping @Sendable () async -> Int32) async -> Int32 {
    // Unstructured, because a signal handler and no task decides when it is cancelled.
    let task = Task { await work() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number) { _ in }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if task.isCancelled { _exit(128 + number) }
        task.cancel()
        DispatchQueue.global().asyncAfter(deadline: .now() + 3) { _exit(128 + number) }
      }
      source.resume()
      return source
    }
    let status = await task.value
    for source in sources { source.cancel() }
    return task.isCancelled ? 130 : status
  }
}
