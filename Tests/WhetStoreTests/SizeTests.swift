import Foundation
import Testing
import WhetCore

@testable import WhetStore

/// A tenth of the promise, so that it holds at every size: 10 MB for 1,000 corrections of 2 KB, trained.
@Suite(.timeLimit(.minutes(2))) struct SizeTests {
  @Test func `a hundred corrections of 2 KB and all their sessions' texts take less than a megabyte`() throws {
    let folder = try TemporaryFolder()
    let store = try Store(path: folder.storePath)
    var generator = SeededGenerator(seed: 11)
    _ = try store.add((0..<100).map { try Self.draft($0, using: &generator) })
    let corrections = try store.corrections()
    let lease = try store.createRun(
      agent: Samples.engineer(), mode: "continuous", settings: Data(),
      subjects: corrections.map { .correction($0.id, revision: 1) })
    var prompt: ArtefactDigest?
    for (session, correction) in zip(try store.sessions(run: lease.run.id), corrections) {
      for step in PipelineStep.allCases {
        var texts: [ArtefactDraft] = []
        if step == .prompt {
          texts = [ArtefactDraft(Self.prompt(for: correction, session.position), basis: prompt)]
          prompt = texts[0].digest
        } else if step == .response {
          texts = [ArtefactDraft(correction.original.replacing("count", with: "number"))]
        }
        try store.commit(
          step: step, of: session.id, artefact: Self.artefact(step, session, using: &generator),
          changes: StepChanges(texts: texts))
      }
    }
    let open = try store.information()
    #expect(open.contentSize > 1_200_000)
    try store.close()
    let bytes = try #require(
      try FileManager.default.attributesOfItem(atPath: folder.storePath)[.size] as? NSNumber)
    #expect(bytes.intValue < 1_000_000)
  }

  private static func draft(_ number: Int, using generator: inout SeededGenerator) throws -> CorrectionDraft {
    let original = Samples.program(size: 950, using: &generator)
    return try CorrectionDraft(
      CorrectionFields(
        agent: Samples.engineer(), task: "Write function \(number)", original: original,
        corrected: original.replacing("result", with: "outcome"), language: "python"))
  }

  /// A prompt of about 6 KB whose largest part is the same for all.
  private static func prompt(for correction: Correction, _ number: Int) -> String {
    let definition = (0..<50).map { "Rule \($0): say \($0 * 7919 % 1000) words about clean code and its tests.\n" }
    let lessons = (0..<number / 3).map { "- lesson \($0): write \($0 * 31 % 17) instead of \($0 * 37 % 19)\n" }
    return definition.joined() + lessons.joined() + correction.task + "\n" + correction.original
  }

  /// JSON of about 800 bytes with numbers nobody can guess.
  private static func artefact(
    _ step: PipelineStep, _ session: SessionRecord, using generator: inout SeededGenerator
  ) -> Data {
    var json = #"{"session":"\#(session.id)","step":"\#(step.name)","scores":["#
    for criterion in ["correctness", "completeness", "relevance", "clarity", "helpfulness", "efficiency", "safety"] {
      json += #"{"criterion":"\#(criterion)","value":\#(Double(generator.next() % 1000) / 10),"evidence":["#
      json += #""\#(generator.next() % 500) of \#(generator.next() % 500) tokens differ from the corrected text"]},"#
    }
    return Data((json + "]}").utf8)
  }
}
