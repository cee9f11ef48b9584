import Foundation
import Testing

@testable import WhetScript

/// How long to try, and with what.
private enum FuzzRun {
  static let seconds = ProcessInfo.processInfo.environment["WHET_FUZZ_SECONDS"].flatMap { Int($0) }
  static let firstSeed = ProcessInfo.processInfo.environment["WHET_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
  static let minutes = (seconds ?? 0) / 60 + 5

  /// The small scripts that mutations begin with, by name.
  static func seeds() throws -> [(name: String, bytes: [UInt8])] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "Seeds"), includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "whet" }.sorted { $0.path < $1.path }
      .map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
  }

  /// Written at once, so that the last line before a crash names its batch.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data("fuzz: \(text)\n".utf8))
  }
}

/// Scripts nobody would write: a short run in every test run, a long one where `WHET_FUZZ_SECONDS` says how long.
///
/// `WHET_FUZZ_SEED` is the seed of the first batch; a batch always tries the same texts.
@Suite struct `Script fuzzing` {
  /// Tries the texts of one batch; how many there were.
  private func tryBatch(_ seed: UInt64, size: Int, _ seeds: [[UInt8]]) -> Int {
    var generator = ProgramGenerator(seed: seed)
    var mutator = ScriptMutator(random: SeededRandom(state: seed &* 31))
    var written: [[UInt8]] = []
    for _ in 0..<size {
      written.append(Array(generator.program().utf8))
      check(written[written.count - 1])
    }
    for _ in 0..<size { check(mutator.mutated(seeds)) }
    for _ in 0..<size { check(mutator.mutated(written)) }
    return 3 * size
  }

  private func check(_ bytes: [UInt8]) {
    let start = ContinuousClock.now
    let faults = ScriptProperties.faults(of: bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(faults == [], "\(text.debugDescription)")
    #expect(ContinuousClock.now - start < .seconds(20), "\(text.debugDescription)")
  }

  @Test(.timeLimit(.minutes(1)), arguments: 1...4 as ClosedRange<UInt64>)
  func `no script breaks parser, analysis, machine or formatter`(seed: UInt64) throws {
    #expect(tryBatch(seed, size: 100, try FuzzRun.seeds().map(\.bytes)) == 300)
  }

  @Test(.enabled(if: FuzzRun.seconds != nil), .timeLimit(.minutes(FuzzRun.minutes)))
  func `no script breaks anything for a long time`() throws {
    let seeds = try FuzzRun.seeds().map(\.bytes)
    let end = ContinuousClock.now + .seconds(FuzzRun.seconds ?? 0)
    var count = 0
    var seed = FuzzRun.firstSeed
    while ContinuousClock.now < end {
      FuzzRun.say("batch with seed \(seed)")
      count += tryBatch(seed, size: 200, seeds)
      seed += 1
    }
    FuzzRun.say("\(count) scripts in \(seed - FuzzRun.firstSeed) batches tried")
  }

  @Test func `every seed is a sound script`() throws {
    for seed in try FuzzRun.seeds() {
      let script = Parser.parse(SourceText(name: seed.name, bytes: seed.bytes))
      #expect(script.diagnostics == [], "\(seed.name)")
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: [1, 2, 3] as [UInt64])
  func `most written scripts are sound and run`(seed: UInt64) {
    var generator = ProgramGenerator(seed: seed)
    let runs = (0..<200).map { _ in ScriptRun(generator.program()) }
    let parsed = runs.filter { $0.faults.allSatisfy { !$0.hasPrefix("script.expected") } }
    #expect(parsed.count > 190)
    #expect(runs.filter { !$0.events.isEmpty }.count > 60)
  }
}
