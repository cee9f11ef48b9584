import Foundation
import Testing
import WhetCore
import WhetEvaluation

@testable import WhetAnalytics

@Suite struct TrendTests {
  private func points(_ means: [Double?], learner: Bool = true) -> [RunPoint] {
    means.enumerated().map { index, mean in
      RunPoint(
        run: RunID("r\(index + 1)"), startedAt: Date(timeIntervalSince1970: 0), sessions: 1, local: nil,
        heldOut: mean.map { Estimate(value: $0, interval: nil, measured: 9) }, verdict: .refuse,
        isLearnerEnabled: learner)
    }
  }

  @Test(
    arguments: [
      ([], nil), ([1], nil), ([1, 5], nil), ([1, nil, 5], nil), ([1, 2, 3], 1), ([3, nil, 2, 1], -1), ([7, 7, 7], 0),
      // One odd run does not turn it.
      ([1, 2, 90, 4, 5], 1), ([0, 9, 9, 9], 1.5),
    ] as [([Double?], Double?)])
  func `a trend is the median slope of at least three runs`(means: [Double?], slope: Double?) {
    #expect(Trend(points(means))?.pointsPerRun == slope)
  }

  @Test func `runs without the learner make no trend`() {
    #expect(Trend(points([1, 2, 3], learner: false)) == nil)
  }
}
