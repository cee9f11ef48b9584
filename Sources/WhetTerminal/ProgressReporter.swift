import Glibc
import Synchronization

/// Shows how far a long piece of work is, on standard error.
///
/// On a terminal it rewrites one line, with a bar where there is room, at most ten times a second; elsewhere it writes a
/// plain line at most once in each `interval`, so that short work leaves none. Rate and time left are means over the whole work so far. Safe to call from any task.
public final class ProgressReporter: Sendable {
  /// Where and when a reporter writes.
  public struct Output: Sendable {
    /// Columns of the terminal, or nil when the stream is not one.
    public var width: Int?
    /// Writes text; on a terminal it may go back to the start of its line.
    public var write: @Sendable (TerminalText) -> Void

    /// An output.
    public init(width: Int?, write: @escaping @Sendable (TerminalText) -> Void) {
      self.width = width
      self.write = write
    }

    /// Standard error, asked now whether it is a terminal and how wide.
    public static func standardError() -> Output {
      Output(width: isatty(2) == 1 ? TerminalSize.current(of: 2)?.columns ?? 80 : nil) { text in
        FileDescriptorWriter.write(text, to: 2)
      }
    }
  }

  private struct State {
    var started: Duration
    var lastShown: Duration?
    var hasLine = false
    var isFinished = false
  }

  private let title: String
  private let output: Output
  private let interval: Duration
  private let now: @Sendable () -> Duration
  private let state: Mutex<State>

  /// A reporter whose work starts now.
  ///
  /// - Parameters:
  ///   - title: what is being done; sanitised.
  ///   - interval: least time between two plain lines; 10 seconds unless told. On a terminal it is 0.1 s.
  ///   - now: time since any fixed point, never going back; the system's continuous clock unless told.
  public init(
    _ title: String, output: Output = .standardError(), interval: Duration = .seconds(10),
    now: (@Sendable () -> Duration)? = nil
  ) {
    let origin = ContinuousClock.now
    self.title = TableLayout.singleLine(title, limit: 200)
    self.output = output
    self.interval = output.width == nil ? interval : .milliseconds(100)
    self.now = now ?? { ContinuousClock.now - origin }
    state = Mutex(State(started: self.now()))
  }

  /// Reports a state of the work; shown if enough time has passed.
  ///
  /// - Parameters:
  ///   - completed: units done.
  ///   - total: units in all, or nil when unknown; then there is no time left.
  ///   - detail: what else to show, such as the best score, tokens and money; sanitised.
  public func update(completed: Int, total: Int? = nil, detail: String = "") {
    let time = now()
    state.withLock { state in
      let last = state.lastShown ?? (output.width == nil ? state.started : nil)
      guard !state.isFinished, last.map({ time - $0 >= interval }) ?? true else { return }
      state.lastShown = time
      show(text(completed, total, detail, elapsed: time - state.started), &state)
    }
  }

  /// Ends the report: removes the rewritten line, then writes the summary on a line of its own if there is one.
  /// Later updates are ignored.
  public func finish(_ summary: String? = nil) {
    state.withLock { state in
      guard !state.isFinished else { return }
      state.isFinished = true
      if state.hasLine { output.write(Self.clearing("")) }
      if let summary { output.write(TerminalText(summary) + "\n") }
    }
  }

  /// Puts a text in the place of the line that stands there.
  private static func clearing(_ text: TerminalText) -> TerminalText {
    TerminalText(trusted: "\r\(text.printable)\u{1B}[K")
  }

  private func show(_ text: String, _ state: inout State) {
    guard let width = output.width else { return output.write(TerminalText(text) + "\n") }
    state.hasLine = true
    output.write(Self.clearing(TerminalText(DisplayWidth.truncated(text, to: width - 1))))
  }

  private func text(_ completed: Int, _ total: Int?, _ detail: String, elapsed: Duration) -> String {
    let seconds = elapsed / .seconds(1)
    var parts = [head(completed, total)]
    if let total, total > 0 { parts.append("\(completed * 100 / total) %") }
    if seconds > 0, completed > 0 {
      let rate = Double(completed) / seconds
      parts.append("\(Decimals.fixed(rate, digits: rate < 10 ? 1 : 0))/s")
      if let total, total > completed { parts.append("\(Self.clock(Double(total - completed) / rate)) left") }
    }
    if !detail.isEmpty { parts.append(TableLayout.singleLine(detail, limit: 200)) }
    return parts.joined(separator: " · ")
  }

  private func head(_ completed: Int, _ total: Int?) -> String {
    guard let total else { return "\(title): \(completed)" }
    guard let width = output.width, width >= Self.barWidth + 40, total > 0 else {
      return "\(title): \(completed)/\(total)"
    }
    let filled = min(Self.barWidth, max(0, completed) * Self.barWidth / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.barWidth - filled)
    return "\(title) \(bar) \(completed)/\(total)"
  }

  private static let barWidth = 20

  /// Seconds as `M:SS` or `H:MM:SS`.
  static func clock(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 360_000 else { return "> 99 h" }
    let whole = Int(seconds.rounded(.up))
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return whole < 3600
      ? "\(whole / 60):\(two(whole % 60))" : "\(whole / 3600):\(two(whole / 60 % 60)):\(two(whole % 60))"
  }
}
