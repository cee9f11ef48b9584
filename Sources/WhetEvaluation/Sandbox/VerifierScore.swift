/// A score such as `score 3/5` that a verifier wrote to the file named by `$WHET_SCORE`.
public struct VerifierScore: Sendable, Equatable, Codable {
  /// From 0 to `possible`.
  public var reached: Int
  /// At least 1.
  public var possible: Int

  public var isFull: Bool { reached == possible }
  /// From 0 to 1.
  public var share: Double { Double(reached) / Double(possible) }

  init?(reached: Int, possible: Int) {
    guard possible >= 1, (0...possible).contains(reached) else { return nil }
    self.reached = reached
    self.possible = possible
  }

  /// What stands in a score file.
  enum Reading: Equatable {
    case none
    case score(VerifierScore)
    case unreadable
  }

  /// Reads a score file: empty, or exactly one line `score REACHED/POSSIBLE` in plain decimal digits.
  static func read(_ bytes: [UInt8]) -> Reading {
    let words = bytes.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if words.isEmpty { return .none }
    guard words.count == 2, words[0].elementsEqual("score".utf8) else { return .unreadable }
    let numbers = words[1].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard numbers.count == 2, let reached = number(numbers[0]), let possible = number(numbers[1]),
      let score = VerifierScore(reached: reached, possible: possible)
    else { return .unreadable }
    return .score(score)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
