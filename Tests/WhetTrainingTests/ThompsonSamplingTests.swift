import Testing
import WhetEvaluation

@testable import WhetTraining

@Suite struct ThompsonSamplingTests {
  private typealias Arm = ThompsonSampling.Arm

  private func share(of name: String, among arms: [ThompsonSampling.Arm], seeds: UInt64 = 2_000) -> Double {
    Double((0..<seeds).count { ThompsonSampling.choose(among: arms, seed: $0).strategy == name }) / Double(seeds)
  }

  @Test func `the same seed gives the same choice with the same draws`() {
    let arms = [Arm(strategy: "a", sessions: 9, successes: 4), Arm(strategy: "b", sessions: 3, successes: 2)]
    for seed in 0..<200 as Range<UInt64> {
      #expect(ThompsonSampling.choose(among: arms, seed: seed) == ThompsonSampling.choose(among: arms, seed: seed))
    }
  }

  @Test func `the better arm is preferred, and the other still tried`() {
    let arms = [Arm(strategy: "poor", sessions: 20, successes: 6), Arm(strategy: "good", sessions: 20, successes: 12)]
    let share = share(of: "good", among: arms)
    // P(Beta(13, 9) > Beta(7, 15)) = 0.971
    #expect((0.95...0.985).contains(share))
  }

  @Test func `of two unknown arms each is tried as often`() {
    #expect((0.46...0.54).contains(share(of: "a", among: [Arm(strategy: "a"), Arm(strategy: "b")])))
  }

  @Test func `much evidence stays decisive`() {
    let arms = [
      Arm(strategy: "poor", sessions: 100_000, successes: 40_000),
      Arm(strategy: "good", sessions: 100_000, successes: 60_000),
    ]
    #expect(share(of: "good", among: arms, seeds: 200) == 1)
  }

  @Test func `the winner drew highest and the reason names what is known`() {
    let arms = [Arm(strategy: "a", sessions: 5, successes: 1), Arm(strategy: "b", sessions: 7, successes: 6)]
    for seed in 0..<100 as Range<UInt64> {
      let choice = ThompsonSampling.choose(among: arms, seed: seed)
      #expect(choice.options.max { $0.draw < $1.draw }?.strategy == choice.strategy)
      #expect(choice.options.allSatisfy { (0..<1).contains($0.draw) })
      #expect(choice.reason.contains("a 1 of 5, b 6 of 7"))
    }
  }

  @Test func `a single arm is chosen and said to be the only one`() {
    let choice = ThompsonSampling.choose(among: [Arm(strategy: "generic")], seed: 1)
    #expect(choice.strategy == "generic" && choice.reason == "'generic' is the only strategy of this agent")
  }

  @Test func `the generator gives the published numbers`() {
    var generator = SeededGenerator(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }
}
