import CLibedit
import Glibc

/// Takes process signals for as long as they are the editor's, and gives them back.
struct EditorSignals {
  /// Those that end a process unless it takes them, other than by a fault of its own.
  static let ending = [SIGTERM, SIGHUP, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGIO, SIGPWR, SIGXCPU, SIGXFSZ]

  /// Whether a byte of the wake pipe is one of `ending`.
  static func isEnding(_ wakeByte: UInt8) -> Bool { ending.contains(Int32(wakeByte)) }

  private var taken: [(signal: Int32, previous: sigaction)] = []

  /// Sends signals into a pipe from now on.
  static func connect(to wake: WakePipe) { clibedit_set_signal_descriptor(wake.writeEnd) }

  /// Signals go nowhere from now on.
  static func disconnect() { clibedit_set_signal_descriptor(-1) }

  /// Takes some signals whatever was done with them before.
  mutating func take(_ signals: [Int32]) {
    for signal in signals {
      var previous = sigaction()
      if clibedit_catch_signal(signal, &previous) == 0 { taken.append((signal, previous)) }
    }
  }

  /// Takes some signals where the default action would be done; others have an owner that must go on working.
  mutating func takeUnowned(_ signals: [Int32]) {
    for signal in signals {
      var current = sigaction()
      if sigaction(signal, nil, &current) == 0, clibedit_is_default_action(&current) != 0 { take([signal]) }
    }
  }

  /// Gives all signals back as they were found.
  mutating func giveBack() {
    for entry in taken {
      var previous = entry.previous
      _ = clibedit_restore_signal(entry.signal, &previous)
    }
    taken = []
  }
}
