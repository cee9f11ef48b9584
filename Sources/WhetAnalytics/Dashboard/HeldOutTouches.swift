import Foundation
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore
import WhetTraining

/// How many fixed and broken held-out cases of a run each of its lessons applies to.
///
/// The lessons are those of the whole run, not of the case's fold, so a count says which lesson to look at, not that
/// it alone did it.
struct HeldOutTouches {
  /// Cases looked at, broken ones first: applying lessons takes milliseconds each.
  static let caseLimit = 200

  private(set) var fixed: [LessonID: Int] = [:]
  private(set) var broken: [LessonID: Int] = [:]

  init() {}

  /// - Throws: `WhetError` with code `session.artefact-unreadable`; of the store.
  init(_ finished: FinishedRun, corrections: [Correction], store: Store) throws {
    guard let digest = finished.outcome.lessons else { return }
    let improver = OfflineImprover(lessons: try Self.lessons(digest, store))
    let byID = Dictionary(corrections.map { ($0.id, $0) }) { first, _ in first }
    let evidence = finished.outcome.heldOut
    let cases = (evidence.broken.map { ($0, false) } + evidence.fixed.map { ($0, true) }).prefix(Self.caseLimit)
    for (id, isFixed) in cases {
      guard let correction = byID[id] else { continue }
      let improvement = improver.improve(
        correction.original, format: correction.format, language: correction.language)
      for application in improvement.applications {
        if isFixed { fixed[application.lesson, default: 0] += 1 } else { broken[application.lesson, default: 0] += 1 }
      }
    }
  }

  private static func lessons(_ digest: ArtefactDigest, _ store: Store) throws -> [Lesson] {
    let bytes = try store.artefact(digest)
    do {
      return try JSONDecoder().decode([Lesson].self, from: bytes)
    } catch {
      throw WhetError(
        .sessionArtefactUnreadable, "the run's lessons cannot be read: \(error)", advice: "run 'store check'")
    }
  }
}
