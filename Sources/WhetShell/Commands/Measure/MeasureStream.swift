import WhetAnalytics
import WhetCore
import WhetScript

/// `measure stream`: what learning saves on responses that come one after the other.
struct MeasureStream: ShellCommand {
  let specification = CommandSpecification(
    path: ["measure", "stream"], summary: "Measure what learning saves on a stream of corrected responses",
    discussion: """
      Goes through the file as a person would: each response is improved with what is known so far, then its \
      correction is learned. Nothing is known at first but what --known gives, and no response is improved with its own correction. \
      \(MeasureCommands.lineFormat)

      cost_without is the distance from all original to all corrected texts, cost_with that from the improved \
      ones, reduction 1 - cost_with / cost_without. exact is the share of the unequal lines that came out with the \
      corrected text's tokens. A token is off the path if it was changed and the person would not have: (distance \
      original to improved + improved to corrected - original to corrected) / 2; off_path_share is the share of \
      responses with any. corrections_per_rule: for each rule that was ever right on a later response, how many \
      corrections it rested on when it first was; the median. \(MeasureCommands.tokens)

      A line of a simulated person may have preferences: {NAME: TEXT, ...}, for each preference that the response \
      needed the corrected text as it would be without it. Then the numbers tell for each how many corrections \
      showed it until it came out right (and in nine of ten responses from there on), their median over the \
      preferences that four responses needed, and the share of these that was right after three.
      """,
    parameters: [
      .positional("file", .file, "the stream's file; - is standard input"),
      .option("known", .file, "corrections that are learned before the stream begins and are not measured"),
      .flag("per-item", "add a record for each response"),
      .flag("timing", "add how long learning and improving took"),
    ],
    effect: .reads,
    examples: [
      .init("measure stream stream.jsonl", "tells what learning saves on the responses of a file"),
      .init("measure stream stream.jsonl --per-item | json", "with the numbers of each response"),
    ],
    shape: .record("measured stream", StreamMeasure.shape.members + [CommandResult.faultsOfMeasure]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let file = try call.measureFile(call.required("file"))
    let known = try call.text("known").map { name throws(WhetError) in try call.measureFile(name) }
    let count = file.lines.count + (known?.lines.count ?? 0)
    let measure = try call.measuring("measured responses", of: count) { progress in
      try StreamMeasure(of: file.lines, after: known?.lines ?? [], progress: progress)
    }
    let value = measure.value(perItem: call.flag("per-item"), timed: call.flag("timing"))
    return CommandResult(
      measure: value, rows: Self.rows(of: measure, value), files: [file] + (known.map { [$0] } ?? []))
  }

  private static func rows(of measure: StreamMeasure, _ value: JSONValue) -> [(name: String, value: String)] {
    var rows = [
      ("responses", String(measure.items.count)), ("cost without learning", "\(measure.costWithout) tokens"),
      ("cost with learning", "\(measure.costWith) tokens"), ("reduction", NumberText.share(measure.reduction)),
      ("reduction, last 100", NumberText.share(measure.reductionOfLast100)), ("exact", NumberText.share(measure.exact)),
      ("responses off the path", NumberText.share(measure.offPathShare)),
      ("corrections per rule", measure.correctionsPerRule.map(NumberText.plain) ?? "n/a"),
    ]
    if value["preferences"] != nil {
      rows += [
        ("corrections until right", (value["corrections_until_right"]?.asNumber).map(NumberText.plain) ?? "n/a"),
        ("right after 3", NumberText.share(value["right_after_3"]?.asNumber)),
      ]
    }
    for (name, title) in [("learn_milliseconds", "learning"), ("apply_milliseconds", "improving")] {
      guard let times = value[name], let median = times["median"]?.asNumber, let worst = times["worst"]?.asNumber else {
        continue
      }
      rows.append((title, "\(NumberText.milliseconds(median)), at most \(NumberText.milliseconds(worst))"))
    }
    return rows
  }
}
