import Testing

@testable import WhetEvaluation

/// Reference values from SciPy 1.x: `binomtest(...).pvalue`, `binom.pmf`, `beta.sf(0.5, 1 + fixed, 1 + broken)`.
struct PassFailStatisticsTests {
  struct Row: Sendable {
    var fixed, broken: Int
    var exactP, midP, posterior: Double
  }

  static let rows = [
    Row(fixed: 1, broken: 0, exactP: 0.5, midP: 0.25, posterior: 0.75),
    Row(fixed: 5, broken: 0, exactP: 0.03125, midP: 0.015625, posterior: 0.984375),
    Row(fixed: 4, broken: 1, exactP: 0.1875, midP: 0.109375, posterior: 0.890625),
    Row(fixed: 10, broken: 2, exactP: 0.019287109375, midP: 0.011230468750000003, posterior: 0.98876953125),
    Row(fixed: 12, broken: 0, exactP: 0.000244140625, midP: 0.0001220703125, posterior: 0.9998779296875),
    Row(fixed: 3, broken: 7, exactP: 0.9453125, midP: 0.88671875, posterior: 0.11328125),
    Row(fixed: 40, broken: 25, exactP: 0.040840766970770014, midP: 0.032008752068612804, posterior: 0.9679912479313871),
    Row(
      fixed: 300, broken: 250, exactP: 0.018289372774551338, midP: 0.016535757958678954, posterior: 0.983464242041321),
    Row(
      fixed: 1000, broken: 900, exactP: 0.011554422554450597, midP: 0.010895749626856776, posterior: 0.9891042503731433),
  ]

  @Test(arguments: rows)
  func `McNemar and the posterior agree with SciPy`(row: Row) {
    let mcNemar = McNemar(fixed: row.fixed, broken: row.broken)
    let posterior = BetaPosterior(fixed: row.fixed, broken: row.broken).probabilityOfBetter
    #expect(abs(mcNemar.exactP / row.exactP - 1) < 1e-9)
    #expect(abs(mcNemar.midP / row.midP - 1) < 1e-9)
    #expect(abs(posterior / row.posterior - 1) < 1e-9)
  }

  @Test func `no change proves nothing`() {
    #expect(McNemar(fixed: 0, broken: 0).exactP == 1)
    #expect(McNemar(fixed: 0, broken: 0).midP == 1)
    #expect(BetaPosterior(fixed: 0, broken: 0).probabilityOfBetter == 0.5)
  }

  @Test(
    arguments: [
      (0, 10, 0.0, 0.27753279986288926), (5, 10, 0.236593090512564, 0.7634069094874361),
      (10, 10, 0.7224672001371109, 1.0), (9, 12, 0.46769466506643426, 0.9110583316059453),
      (480, 1000, 0.44917079499694124, 0.510982275342481),
    ])
  func `the Wilson interval agrees with SciPy`(successes: Int, trials: Int, low: Double, high: Double) throws {
    let interval = try #require(Wilson.interval(successes: successes, trials: trials))
    #expect(abs(interval.low - low) < 1e-12)
    #expect(abs(interval.high - high) < 1e-12)
  }

  @Test func `a share of nothing has no interval`() {
    #expect(Wilson.interval(successes: 0, trials: 0) == nil)
  }
}
