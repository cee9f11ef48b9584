import Foundation
import Testing
import WhetCore

@testable import WhetLearning

/// How long to try, and with what.
private enum FuzzRun {
  static let seconds = ProcessInfo.processInfo.environment["WHET_FUZZ_SECONDS"].flatMap { Int($0) }
  static let firstSeed = ProcessInfo.processInfo.environment["WHET_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
  static let minutes = (seconds ?? 0) / 60 + 5
  /// The most memory a long run may have more at its end than after its first batches, in bytes.
  static let mostGrowth = 100_000_000

  /// The memory this process has in use, in bytes; 0 where the system does not say.
  static var memory: Int {
    let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4_096 : 0
  }

  static func say(_ text: String) { FileHandle.standardError.write(Data("fuzz: \(text)\n".utf8)) }
}

/// Random edits on random texts: a short run in every test run, a long one where `WHET_FUZZ_SECONDS` says how long.
///
/// `WHET_FUZZ_SEED` is the seed of the first batch; a batch always tries the same corrections.
@Suite struct `Learning fuzzing` {
  /// The longest times seen.
  private struct Times {
    var learn = Duration.zero
    var improve = Duration.zero
  }

  /// One learner that takes so many corrections, and what it does with texts in between.
  private func tryBatch(_ seed: UInt64, size: Int, limit: Duration, _ times: inout Times) throws {
    var editor = RandomEditor(seed: seed)
    var learner = OfflineLearner()
    let format = ResponseFormat.allCases[Int(seed) % ResponseFormat.allCases.count]
    for number in 1...size {
      let original = editor.text(for: format)
      let pair = pair(number, original, editor.edited(original, format: format), format)
      let time = ContinuousClock().measure { learner.learn(pair) }
      times.learn = max(times.learn, time)
      #expect(time < limit, "seed \(seed), correction \(number)")
      let text = editor.text(for: format)
      improve(text, learner, format, limit, "seed \(seed), correction \(number)", &times)
    }
    for number in 1...size { _ = learner.explanation(of: CorrectionID("c\(number)")) }
    let lessons = learner.lessons
    let decoded = try JSONDecoder().decode([Lesson].self, from: JSONEncoder().encode(lessons))
    #expect(decoded == lessons, "seed \(seed)")
    #expect(Set(lessons.map(\.id)).count == lessons.count, "seed \(seed)")
  }

  private func improve(
    _ text: String, _ learner: OfflineLearner, _ format: ResponseFormat, _ limit: Duration, _ place: String,
    _ times: inout Times
  ) {
    var result = ""
    let time = ContinuousClock().measure { result = learner.improved(text, format) }
    times.improve = max(times.improve, time)
    #expect(time < limit, "\(place)")
    #expect(result.utf8.count <= (text.utf8.count + 1_024) * OfflineImprover.mostGrowth, "\(place)")
  }

  @Test(.timeLimit(.minutes(1)), arguments: 1...5 as ClosedRange<UInt64>)
  func `no edits break the learner`(seed: UInt64) throws {
    var times = Times()
    try tryBatch(seed, size: 6, limit: .seconds(20), &times)
  }

  @Test(.enabled(if: FuzzRun.seconds != nil), .timeLimit(.minutes(FuzzRun.minutes)))
  func `no edits break the learner for a long time`() throws {
    let end = ContinuousClock.now + .seconds(FuzzRun.seconds ?? 0)
    var times = Times()
    var seed = FuzzRun.firstSeed
    var memory = 0
    while ContinuousClock.now < end {
      if seed % 20 == 0 { FuzzRun.say("batch with seed \(seed), \(FuzzRun.memory / 1_000_000) MB") }
      try tryBatch(seed, size: 40, limit: .seconds(1), &times)
      seed += 1
      if seed - FuzzRun.firstSeed == 10 { memory = FuzzRun.memory }
    }
    FuzzRun.say(
      "\((seed - FuzzRun.firstSeed) * 40) corrections in \(seed - FuzzRun.firstSeed) batches; longest learning"
        + " \(times.learn), longest improving \(times.improve); \(FuzzRun.memory / 1_000_000) MB at the end")
    if memory > 0 { #expect(FuzzRun.memory < memory + FuzzRun.mostGrowth) }
  }
}
