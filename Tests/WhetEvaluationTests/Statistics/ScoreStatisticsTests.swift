import Testing

@testable import WhetEvaluation

/// Reference values from SciPy: `permutation_test(permutation_type='samples', alternative='greater')`, `bootstrap`.
struct ScoreStatisticsTests {
  static let thirty = [
    4.07, 6.93, 3.98, -5.82, 7.43, 4.68, -1.22, 5.49, 4.19, 3.76, 2.17, 5.28, -2.42, 1.02, -0.89, 5.59, 2.24, 0.25,
    -2.69,
    0.46, 2.05, 0.35, 9.76, 8.04, -14.27, -9.33, 0.95, -0.53, 3.28, 3.3,
  ]

  @Test(
    arguments: [
      ([10, 20, -5], 0.25), ([1, 1, 1, 1, 1], 0.03125), ([3, -1, 4, -1, 5, 9, -2, 6], 0.046875),
      ([0, 0, 12.5, -12.5, 30, 7, 0, 1.5], 0.1875), ([-5, -6, 1], 0.875), ([0, 0], 1), ([], 1),
    ] as [([Double], Double)])
  func `few differences are counted out exactly`(differences: [Double], p: Double) {
    let test = PairedPermutation(differences: differences, seed: 1)
    #expect(test.isExact)
    #expect(test.p == p)
  }

  @Test func `many differences come near the value SciPy finds with two million draws`() {
    let test = PairedPermutation(differences: Self.thirty, seed: 1)
    #expect(!test.isExact)
    #expect(abs(test.p - 0.04591) < 0.003)
    #expect(test == PairedPermutation(differences: Self.thirty, seed: 1))
  }

  @Test func `sums equal but for rounding are ties`() {
    let differences = [0.1, 0.2, -0.3, 0.3]
    #expect(PairedPermutation(differences: differences, seed: 1).p == 0.375)
  }

  @Test func `a drawn p is never zero`() {
    let test = PairedPermutation(differences: [Double](repeating: 5, count: 40), seed: 1)
    #expect(test.p == 0.00001)
  }

  @Test func `the bootstrap interval comes near that of SciPy`() throws {
    let interval = try #require(Bootstrap.interval(ofMean: Self.thirty.map { [$0] }, seed: 1))
    #expect(abs(interval.low + 0.267) < 0.25)
    #expect(abs(interval.high - 3.28) < 0.25)
    #expect(interval == Bootstrap.interval(ofMean: Self.thirty.map { [$0] }, seed: 1))
  }

  @Test func `copies of a case do not narrow the interval`() throws {
    let alone = try #require(Bootstrap.interval(ofMean: Self.thirty.map { [$0] }, seed: 1))
    let copied = try #require(Bootstrap.interval(ofMean: Self.thirty.map { [$0, $0, $0, $0] }, seed: 1))
    #expect(abs((copied.high - copied.low) - (alone.high - alone.low)) < 1e-9)
  }

  @Test(arguments: [[], [[1.0, 2, 3]], [[], [1]]] as [[[Double]]])
  func `fewer than two groups have no interval`(groups: [[Double]]) {
    #expect(Bootstrap.interval(ofMean: groups, seed: 1) == nil)
  }

  @Test func `under the null hypothesis the tests rarely cry wolf`() {
    var generator = SeededGenerator(seed: 11)
    var alarms = 0
    for _ in 0..<2_000 {
      let differences = (0..<9).map { _ in Double(generator.index(below: 201)) - 100 }
      if PairedPermutation(differences: differences, seed: 1).p < 0.05 { alarms += 1 }
    }
    #expect((60...130).contains(alarms))
  }
}
