public import WhetCore
import WhetEvaluation

/// How far an improved response is from what the person made of it, and what the way there was worth.
///
/// Distances are Levenshtein's over tokens: runs of letters, digits and underscores; every other visible character
/// alone; each line end. Other white space is no token, so that it neither costs nor counts as a change.
public struct ResponseCost: Sendable, Equatable {
  /// What the person had to change without learning: from the original to the corrected text.
  public var without: Int
  /// What was left to change: from the improved to the corrected text.
  public var with: Int
  /// What the learner changed: from the original to the improved text.
  public var changed: Int

  /// Tokens that the learner changed and the person would not have: the detour by way of the improved text, halved,
  /// because what was done for nothing must be undone too.
  public var offPath: Double { Double(changed + with - without) / 2 }

  public var isExact: Bool { with == 0 }

  /// - Throws: `measure.too-long` for an improved text that cannot be compared.
  init(of improved: String, for line: MeasureLine) throws(WhetError) {
    without = try Self.distance(line.original, line.corrected, line)
    guard improved != line.original else {
      (with, changed) = (without, 0)
      return
    }
    with = try Self.distance(improved, line.corrected, line)
    changed = try Self.distance(line.original, improved, line)
  }

  /// The distance of two texts of one response.
  static func distance(_ left: String, _ right: String, _ line: MeasureLine) throws(WhetError) -> Int {
    if left == right { return 0 }
    guard let rate = EditRate(from: left, to: right) else {
      throw WhetError(
        .measureTooLong, "the improved response of line \(line.number) is too long to compare",
        advice: "leave the line out")
    }
    return rate.edits
  }
}

extension WhetError.Code {
  /// A text that learning was to be measured on has too many tokens.
  public static let measureTooLong = Self(rawValue: "measure.too-long")
}
