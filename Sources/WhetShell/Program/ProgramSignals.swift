import Dispatch
import Foundation
import LineEditing
import Synchronization

/// What the process does with signals outside of the line editor, which has its own way with Ctrl-C.
public enum ProgramSignals {
  /// The signals that ask a program without a prompt to end.
  public static let ofScripts = [SIGINT, SIGTERM, SIGHUP]
  /// Those that ask the prompt to end.
  public static let ofPrompt = [SIGTERM, SIGHUP]

  /// Whether another program has the terminal: Ctrl-C is that program's then.
  static let isTerminalLent = Atomic(false)

  /// Lets a write to a closed pipe fail instead of ending the process, so that it ends with 141 in good order.
  ///
  /// A handler and not `SIG_IGN`: programs that are started get the default action back.
  public static func catchClosedPipes() { signal(SIGPIPE) { _ in } }

  /// Has every end of the process that it can see put the terminal back as it is now.
  public static func keepTerminal() { if isatty(0) == 1 { TerminalGuard.keep() } }

  /// Runs work; the first of the signals cancels it, and a second one, or one that nothing heeds for three seconds,
  /// ends the process. A lost connection that the process was told to ignore, as by `nohup`, stays ignored; SIGINT does
  /// not, which a script's shell has ignored by everything it starts with `&`.
  ///
  /// - Returns: what the work returns; when a signal cancelled it, 130 if Ctrl-C is among the signals, as for all scripts
  ///   that stop in good order, else 128 and the signal's number.
  public static func cancelling(
    by signals: [Int32] = ofScripts, _ work: @escaping @Sendable () async -> Int32
  ) async -> Int32 {
    let pipe = SignalPipe()
    // Before the work begins: the line editor takes signals that nobody else has, and would give them back as they were.
    for number in signals where number != SIGHUP || !isIgnored(number) { pipe?.catchSignal(number) }
    // Unstructured, because a signal handler and no task decides when it is cancelled.
    let task = Task { await work() }
    let first = FirstSignal()
    let source = pipe.map { pipe in
      DispatchSource.makeReadSource(fileDescriptor: pipe.readEnd, queue: .global(qos: .userInteractive))
    }
    source?.setEventHandler {
      for number in pipe?.take() ?? [] {
        guard first.take(number) else { ForcedEnd.now(status: 128 + number) }
        task.cancel()
        DispatchQueue.global(qos: .userInteractive).asyncAfter(deadline: .now() + 3) {
          ForcedEnd.now(status: 128 + number)
        }
      }
    }
    source?.resume()
    let status = await task.value
    source?.cancel()
    return first.number.map { signals.contains(SIGINT) ? 130 : 128 + $0 } ?? status
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    // SIG_IGN is a macro that Swift does not see.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
