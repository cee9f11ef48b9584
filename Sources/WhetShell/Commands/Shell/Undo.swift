import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `undo`: takes back the last change that can be taken back.
struct Undo: ShellCommand {
  let specification = CommandSpecification(
    path: ["undo"], summary: "Take back the last change, after naming it",
    discussion: """
      Changes are corrections added, imported, edited or removed, lessons disabled, enabled, edited or merged, \
      deployments, rollbacks, and definitions made with 'agent new'. A whole import is one change. A second 'undo' takes back the change before. It asks first (--yes \
      where there is no terminal).

      Files are taken back only if they are byte for byte as the change left them, and only in the project they are of. \
      A change that cannot be taken back is named with the reason and passed over, and so are older ones of the same \
      file or correction; the newest that can be is taken back. An undo is not taken back by another: give the command \
      that made the change again.

      A training is history and cannot be taken back; the agent's runs that were at work after the change are named and \
      stay. A correction that was trained is hidden with its history kept. A lesson that nothing else supports is \
      retired when the agent next learns from a correction; one made of feedback in words stays.
      """,
    parameters: [
      .flag("list", "only list the changes that were not taken back, newest first"),
      .option("last", .integer, bounds: 1...10_000, defaultText: "20", "with --list, how many"),
    ],
    effect: .writes,
    examples: [
      .init("undo", "names the last change and asks"), .init("undo --yes", "takes it back without asking"),
      .init("undo --list", "lists the changes"),
    ],
    shape: .either([
      .init(when: "without --list", UndoReport.shape), .init(when: "with --list", .list(ChangeRecord.shape)),
    ]))

  static let table = TableDescription(
    [.init("id"), .init("at", nil, .moment), .init("change", "words")],
    whenEmpty: "no changes that could be taken back")

  func run(_ call: CommandCall) async throws -> CommandResult {
    let trainer = try await call.trainer()
    if call.flag("list") {
      return .list(try trainer.store.changes(limit: call.integer("last") ?? 20).map(\.value), Self.table)
    }
    let plan = try trainer.undoPlan()
    for passed in plan.passed { call.note(Self.note(passed)) }
    for sentence in plan.remains { call.note(sentence) }
    try await call.shell.confirm(
      "take back \(plan.change.id), '\(plan.change.words)'? Then \(plan.effect).", isAnswered: call.flag("yes"))
    // The change that was named, or none: another shell may have made one while the question stood.
    let report = try await trainer.undo(plan.change.id)
    return CommandResult(
      report.value,
      as: .text("took back \(report.change.id), '\(report.change.words)': \(plan.effect)\n  \(plan.again)"))
  }

  private static func note(_ passed: UndoPlan.Passed) -> String {
    let place = passed.reason.location.map { " (\($0.file))" } ?? ""
    return "\(passed.change.id), '\(passed.change.words)', cannot be taken back and is passed over: "
      + passed.reason.message + place
  }
}
