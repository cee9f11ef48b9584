import WhetTraining

extension Explanations {
  /// Faults of what people decide of lessons.
  static let lessons: [Entry] = [
    Entry(
      .lessonInvalid,
      """
      A lesson cannot be what was asked for: its words would be empty, longer than 2000 bytes or hold a NUL character, or
      lessons of two agents, or one lesson alone, were to be merged. Nothing was changed.
      """,
      wrong: """
        lesson merge l1 l1
        """,
      right: """
        lesson merge l1 l2 --words 'Say both in one sentence.'
        """)
  ]
}
