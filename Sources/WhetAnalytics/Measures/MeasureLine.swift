public import WhetCore
import WhetLearning

/// One response of a file that learning is measured on, and what a person made of it.
public struct MeasureLine: Sendable, Equatable {
  /// Its line in the file, from 1.
  public var number: Int
  /// The id its author gave it.
  public var id: String?
  public var original: String
  public var corrected: String
  public var format: ResponseFormat
  public var language: String?
  /// For each preference that the response needed, what the corrected text would be if the person did not have it.
  public var preferences: [String: String] = [:]

  /// Equal texts: nothing was to be corrected.
  public var isAccepted: Bool { original == corrected }

  /// The line as the learner takes it; named by its place, so that ids that stand twice do no harm.
  ///
  /// - Parameter file: keeps the lines of two files apart.
  func pair(of file: String = "line") -> TrainingPair {
    TrainingPair(
      id: CorrectionID("\(file)-\(number)"), original: original, corrected: corrected, format: format,
      language: language)
  }
}

extension OfflineLearner {
  /// Learns lines that are not measured.
  ///
  /// - Parameter progress: called with the number of lines done; what it throws ends the work.
  mutating func learn(known lines: [MeasureLine], progress: (Int) throws -> Void) throws {
    guard !lines.isEmpty else { return }
    var pairs: [PreparedPair] = []
    for line in lines {
      try progress(pairs.count)
      pairs.append(PreparedPair(line.pair(of: "known")))
    }
    try learn(all: pairs) { try progress(lines.count) }
  }
}
