public import WhetCore

extension ValueShape {
  /// A share of what would be 1, negative where things got worse.
  fileprivate static let saving = ValueShape.number(-Double.infinity...1)
  fileprivate static let tokens = ValueShape.number(unit: "tokens")
}

extension ValueShape.Member {
  fileprivate static let lessonsOfItem = Self(
    "lessons", .list(.id("lesson")), "those that changed it, in the order they did")
}

extension StreamMeasure {
  /// As `value(perItem:timed:)`.
  public static let shape = ValueShape.record(
    "measure of a stream",
    [
      .init("items", .count, "responses"),
      .init("cost_without", .count, "tokens between all original and corrected texts"),
      .init("cost_with", .count, "tokens between all improved and corrected texts"),
      .init("reduction", .saving.orNull("cost_without is 0"), "1 - cost_with / cost_without"),
      .init("reduction_last_100", .saving.orNull("nothing was to be changed there"), "of the last 100 responses"),
      .init(
        "exact", .probability.orNull("all texts are equal"),
        "share of the unequal lines whose improved text has the corrected text's tokens"),
      .init(
        "off_path_share", .probability.orNull("there are no items"),
        "share of responses with a changed token that the person would not have changed"),
      .init(
        "corrections_per_rule", .number().orNull("no rule was ever right"),
        "median number of corrections behind a rule when it was first right on a later response"),
      .init(
        "corrections_until_right", .number(unit: "corrections").orNull("fewer than half of them were ever right"),
        "median over the preferences that four responses needed", absentWhen: noLabels),
      .init(
        "right_after_3", .probability.orNull("no preference was needed four times"),
        "share of the preferences that were right after three corrections", absentWhen: noLabels),
      .init("preferences", .list(PreferenceMeasure.shape), "each of them", absentWhen: noLabels),
      .init("learn_milliseconds", times, "learning from one correction", absentWhen: "without --timing"),
      .init("apply_milliseconds", times, "improving one response", absentWhen: "without --timing"),
      .init("per_item", .list(Item.shape), "the responses", absentWhen: "without --per-item"),
    ])

  private static let noLabels = "no line has 'preferences'"

  private static let times = ValueShape.record(
    "times",
    [
      .init("median", .number(unit: "ms").orNull("nothing was timed"), "the middle one"),
      .init("worst", .number(unit: "ms").orNull("nothing was timed"), "the longest"),
    ])
}

extension StreamMeasure.Item {
  static let shape = ValueShape.record(
    "response of a stream",
    [
      .init("line", .integer(from: 1), "in the file"), .init("id", .text.orNull("it has none"), "the line's own"),
      .init("improved", .text, "the response after what was known"),
      .init("cost_without", .count, "tokens from the original to the corrected text"),
      .init("cost_with", .count, "tokens from the improved to the corrected text"),
      .init("off_path_tokens", .tokens, "changed, and the person would not have"),
      .init("exact", .boolean, "whether the improved text has the corrected text's tokens"),
      .init("known_lessons", .count, "how many were active"), .lessonsOfItem,
      .init("right", .list(.text), "preferences that came out right", absentWhen: "it needed none"),
      .init("wrong", .list(.text), "preferences that did not", absentWhen: "it needed none"),
      .init("learn_milliseconds", .number(unit: "ms"), "learning from it", absentWhen: "without --timing"),
      .init("apply_milliseconds", .number(unit: "ms"), "improving it", absentWhen: "without --timing"),
    ])
}

extension PreferenceMeasure {
  static let shape = ValueShape.record(
    "measure of a preference",
    [
      .init("preference", .text, "its name"), .init("responses", .count, "that needed it"),
      .init("right", .probability, "share of those that came out right in this part"),
      .init(
        "corrections_until_right", .count.orNull("that never was so"),
        "that had shown it before it was right, and in nine of ten responses from there on"),
    ])
}

extension RuleMeasure {
  /// As `value(perItem:)`.
  public static let shape = ValueShape.record(
    "measure of rules",
    [
      .init("items", .count, "responses tried, the untouched ones included"),
      .init(
        "exact", .probability.orNull("all texts are equal"),
        "share of the unequal lines that came out with the corrected text's tokens"),
      .init(
        "distance_reduction", .saving.orNull("nothing was to be changed"),
        "1 - distance with / distance without rules, over the lines of the test"),
      .init(
        "false_changes", .probability.orNull("no texts are equal"),
        "share of the equal lines, untouched ones included, that were changed in any way"),
      .init(
        "precision", .probability.orNull("nothing was changed"),
        "share of the changed lines that came out with the corrected text's tokens"),
      .init("per_item", .list(Item.shape), "the responses", absentWhen: "without --per-item"),
    ])
}

extension RuleMeasure.Item {
  static let shape = ValueShape.record(
    "response of a test",
    [
      .init("line", .integer(from: 1), "in its file"), .init("id", .text.orNull("it has none"), "the line's own"),
      .init("improved", .text, "the response after the lessons"),
      .init("untouched", .boolean, "whether it is of the file of --untouched"),
      .init("changed", .boolean, "whether the rules changed it, white space included"),
      .init("exact", .boolean, "whether it came out with the corrected text's tokens"),
      .init("cost_without", .count, "tokens from the original to the corrected text"),
      .init("cost_with", .count, "tokens from the improved to the corrected text"),
      .init("off_path_tokens", .tokens, "changed, and the person would not have"), .lessonsOfItem,
    ])
}
