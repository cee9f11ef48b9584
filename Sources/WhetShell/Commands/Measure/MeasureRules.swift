import WhetAnalytics
import WhetCore
import WhetScript

/// `measure rules`: what lessons of one file do on another.
struct MeasureRules: ShellCommand {
  let specification = CommandSpecification(
    path: ["measure", "rules"], summary: "Measure what lessons learned from one file do on another",
    discussion: """
      Learns from all lines of one file, then tries what was learned on another. \(MeasureCommands.lineFormat) A \
      line with equal texts is an accepted response: learned from, it says what must stay as it is; tried on, it must \
      not change. A line of --untouched needs no corrected text and must not change either.

      exact is the share of the unequal lines that came out with the corrected text's tokens; distance_reduction 1 - \
      distance with / distance without the lessons, over the lines of --test; false_changes the share of the equal \
      lines, untouched ones included, that were changed in any way; precision the share of all changed lines that \
      came out with the corrected text's tokens. \(MeasureCommands.tokens)
      """,
    parameters: [
      .option("train", .file, isRequired: true, "what is learned from; - is standard input"),
      .option("test", .file, isRequired: true, "what it is tried on"),
      .option("untouched", .file, "responses that must stay as they are: {original}"),
      .flag("per-item", "add a record for each response"),
    ],
    effect: .reads,
    examples: [
      .init(
        "measure rules --train known.jsonl --test stream.jsonl", "tells what lessons of one file do on another")
    ],
    shape: .record("measured rules", RuleMeasure.shape.members + [CommandResult.faultsOfMeasure]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let train = try call.measureFile(call.required("train"))
    let test = try call.measureFile(call.required("test"))
    let untouched = try call.text("untouched").map { name throws(WhetError) in
      try call.measureFile(name, isUntouched: true)
    }
    let files = [train, test] + (untouched.map { [$0] } ?? [])
    let count = files.reduce(0) { $0 + $1.lines.count }
    let measure = try call.measuring("measured responses", of: count) { progress in
      try RuleMeasure(train: train.lines, test: test.lines, untouched: untouched?.lines ?? [], progress: progress)
    }
    return CommandResult(
      measure: measure.value(perItem: call.flag("per-item")),
      rows: [
        ("responses", String(measure.items.count)), ("exact", NumberText.share(measure.exact)),
        ("distance reduction", NumberText.share(measure.distanceReduction)),
        ("false changes", NumberText.share(measure.falseChanges)), ("precision", NumberText.share(measure.precision)),
      ], files: files)
  }
}
