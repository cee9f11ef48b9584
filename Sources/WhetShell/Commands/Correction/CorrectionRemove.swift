import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `correction remove`: takes a correction out of lists and training.
struct CorrectionRemove: ShellCommand {
  let specification = CommandSpecification(
    path: ["correction", "remove"], summary: "Remove corrections from lists and training",
    discussion:
      "History is kept: content and sessions stay in the store, and adding the correction again brings it back.",
    parameters: [.positional("id", .correction, isRepeated: true, "ids, beginnings of them, or last")],
    effect: .writes,
    examples: [.init("correction remove last", "removes the newest correction")],
    shape: .record("removed corrections", [.init("removed", .list(.id("correction")), "their ids")]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let store = try await call.trainer().store
    // All ids are looked up before anything changes, so a slip in the third removes nothing.
    var corrections: [Correction] = []
    for argument in call.bound.values("id") {
      corrections.append(try store.correction(matching: call.text(of: argument)))
    }
    try store.hide(corrections.map(\.id))
    let ids = corrections.map(\.id.rawValue)
    return CommandResult(
      .record(["removed": .array(ids.map { .string($0) })]), as: .text("removed \(ids.joined(separator: ", "))"))
  }
}
