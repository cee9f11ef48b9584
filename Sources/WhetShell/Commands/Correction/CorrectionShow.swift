import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// `correction show`: everything about one correction.
struct CorrectionShow: ShellCommand {
  let specification = CommandSpecification(
    path: ["correction", "show"], summary: "Show a correction with its texts",
    parameters: [.positional("id", .correction, "its id, a beginning of it, or last")],
    effect: .reads,
    examples: [.init("correction show last", "shows the newest correction")], shape: Correction.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let correction = try await call.trainer().store.correction(matching: call.required("id"))
    return CommandResult(correction.value, as: .document(Self.document(correction)))
  }

  static func document(_ correction: Correction) -> [DocumentBlock] {
    var blocks: [DocumentBlock] = [.heading("correction \(correction.id)"), .fields(fields(correction))]
    if let corrected = correction.corrected, corrected != correction.original {
      blocks += [
        .heading("what was changed"),
        .difference(old: correction.original, new: corrected, oldName: "original", newName: "corrected"),
      ]
    } else {
      blocks += [
        .heading(correction.isAccepted ? "answer, accepted as it was" : "answer"), .verbatim(correction.original),
      ]
    }
    if let verifier = correction.verifier {
      blocks += [.heading("verifier"), .verbatim(verifier.run.joined(separator: " "))]
      for (name, content) in (verifier.files ?? [:]).sorted(by: { $0.key < $1.key }) {
        blocks += [.paragraph("\(name):"), .verbatim(content)]
      }
    }
    return blocks
  }

  private static func fields(_ correction: Correction) -> [(name: String, value: String)] {
    let kind = [correction.format.rawValue, correction.language].compactMap { $0 }.joined(separator: ", ")
    let fault = [correction.type?.rawValue, correction.severity?.rawValue].compactMap { $0 }.joined(separator: ", ")
    let all: [(String, String?)] = [
      ("agent", correction.agent.rawValue), ("task", correction.task), ("kind", kind),
      ("fault", fault.isEmpty ? nil : fault), ("feedback", correction.feedback),
      ("accepted", correction.isAccepted ? "yes: no lesson may change it" : nil),
      ("pinned", correction.isPinned ? "yes: it must never get worse" : nil), ("source", correction.source),
      ("revision", String(correction.revision)), ("added", MomentText.short(correction.createdAt)),
    ]
    return (all + correction.context.sorted { $0.key < $1.key }.map { ("context \($0.key)", $0.value) })
      .compactMap { name, value in value.map { (name, $0) } }
  }
}
