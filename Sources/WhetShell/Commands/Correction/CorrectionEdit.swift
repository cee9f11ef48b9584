import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `correction edit`: a new revision of a correction.
struct CorrectionEdit: ShellCommand {
  let specification = CommandSpecification(
    path: ["correction", "edit"], summary: "Change fields of a correction",
    discussion: "What is not given stays. The earlier revision is kept, and the next run trains the new one.",
    parameters: [.positional("id", .correction, "its id, a beginning of it, or last")] + CorrectionCommands.fields + [
      .flag("accept", "the answer was right as it was")
    ],
    effect: .writes,
    examples: [
      .init("correction edit last --corrected @better.py", "replaces the corrected answer"),
      .init("correction edit last --pinned=false", "lets the case get worse again"),
    ], shape: Correction.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let store = try await call.trainer().store
    let present = try store.correction(matching: call.required("id"))
    var fields = CorrectionFields(present)
    try call.apply(to: &fields)
    let edited = try store.edit(present.id, to: CorrectionDraft(fields))
    let message =
      edited.revision == present.revision
      ? "correction \(edited.id) says that already" : "correction \(edited.id) has revision \(edited.revision) now"
    return CommandResult(edited.value, as: .text(message))
  }
}
