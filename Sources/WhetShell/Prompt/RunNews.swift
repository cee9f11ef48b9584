import Foundation
import LineEditing
import Synchronization
import WhetCore
import WhetEvaluation
import WhetStore
import WhetTerminal
import WhetTraining

/// Tells at the prompt of runs that other shells have ended on the same store.
final class RunNews: Sendable {
  private struct State {
    var version: Int?
    var mark: RunMark?
  }

  /// How often a waiting prompt looks.
  static let interval = Duration.seconds(1)
  /// How many runs are told one by one.
  private static let limit = 8

  private let shell: Shell
  private let quietStore: QuietStore
  /// The process whose runs are no news.
  private let ownProcess: Int32
  private let state = Mutex(State())

  init(shell: Shell, quietStore: QuietStore, ownProcess: Int32 = getpid()) {
    self.shell = shell
    self.quietStore = quietStore
    self.ownProcess = ownProcess
  }

  /// Looks again and again until the task is cancelled, and prints what there is above the line.
  func follow(on editor: some LineEditor) async {
    while !Task.isCancelled {
      await tell(news(in: quietStore.open()), on: editor)
      try? await shell.environment.clock.sleep(for: Self.interval)
    }
  }

  /// Prints what happened while no line was read, so that it stands before the next one.
  func catchUp(on editor: some LineEditor) async { await tell(news(in: quietStore.opened), on: editor) }

  private func tell(_ lines: [TerminalText], on editor: some LineEditor) async {
    if !lines.isEmpty { await editor.printAbove(lines.joined(separator: "\n")) }
  }

  /// A line for each run that ended since the last look; of what was there before the first look nothing is told.
  private func news(in store: Store?) -> [TerminalText] {
    guard let store else { return [] }
    // News are no reason for a word about a store that cannot be read: the next command will say it.
    let ended = try? state.withLock { state in
      let version = try store.dataVersion()
      guard version != state.version || state.mark == nil else { return [RunRecord]() }
      state.version = version
      guard let mark = state.mark else {
        state.mark = try store.runMark()
        return []
      }
      let (runs, next) = try store.runsEnded(since: mark, exceptProcess: ownProcess)
      state.mark = next
      return runs
    }
    guard let ended, !ended.isEmpty else { return [] }
    let more = ended.count - Self.limit
    return ended.prefix(Self.limit).map(line) + (more > 0 ? ["and \(more) more runs ended in other shells"] : [])
  }

  private func line(_ run: RunRecord) -> TerminalText {
    let head: TerminalText = "run \(run.id) of \(run.agent)"
    guard run.state == .finished else {
      return "\(head) stopped in another shell: \(TerminalText(line: run.failure ?? "no reason is known"))"
    }
    guard let outcome = try? run.readOutcome() else { return "\(head) finished in another shell" }
    let points = NumberText.points(outcome.heldOut.mean) + (outcome.heldOut.mean == nil ? "" : " points")
    return "\(head) finished in another shell: \(points) held out, gate: \(outcome.decision.verdict.rawValue)"
  }
}
