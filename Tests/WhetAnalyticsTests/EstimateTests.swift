import Testing
import WhetEvaluation

@testable import WhetAnalytics

@Suite struct EstimateTests {
  @Test(arguments: [(0, 0), (0, 4), (4, 4)])
  func `fewer than five trials have no success rate`(successes: Int, trials: Int) {
    #expect(Estimate.share(successes: successes, of: trials) == nil)
  }

  // Reference: scipy.stats.binomtest(k, n).proportion_ci(method="wilson").
  @Test(arguments: [
    (0, 5, 0.0, 0.0, 0.434482), (3, 5, 0.6, 0.230724, 0.882379), (9, 30, 0.3, 0.166643, 0.478757),
    (30, 30, 1.0, 0.886492, 1.0),
  ])
  func `a success rate has Wilson's interval`(successes: Int, trials: Int, rate: Double, low: Double, high: Double)
    throws
  {
    let estimate = try #require(Estimate.share(successes: successes, of: trials))
    let interval = try #require(estimate.interval)
    #expect(abs(estimate.value - rate) < 1e-12)
    #expect(abs(interval.low - low) < 1e-5)
    #expect(abs(interval.high - high) < 1e-5)
    #expect(estimate.measured == trials)
  }

  @Test func `a mean of four values is not given`() {
    #expect(Estimate.mean(of: [[1], [2], [3], [4]]) == nil)
  }

  @Test func `a mean of five values has an interval around it`() throws {
    let estimate = try #require(Estimate.mean(of: [[1], [2], [3], [4], [5]]))
    let interval = try #require(estimate.interval)
    #expect(estimate.value == 3)
    #expect(interval.low < 3 && interval.high > 3)
    #expect(interval.low >= 1 && interval.high <= 5)
  }

  @Test func `five values of one group have a mean and no interval`() throws {
    let estimate = try #require(Estimate.mean(of: [[1, 2, 3, 4, 5]]))
    #expect(estimate.value == 3)
    #expect(estimate.interval == nil)
  }
}
