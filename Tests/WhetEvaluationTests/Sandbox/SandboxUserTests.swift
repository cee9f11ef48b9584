import Testing

@testable import WhetEvaluation

struct SandboxUserTests {
  private let everything = "         0          0 4294967295\n"

  @Test func `each slot has a user of its own`() {
    let ids = Set((0..<64).compactMap { SandboxUser.unusedID(slot: $0, process: 4711, map: everything) })
    #expect(ids.count == 64)
    #expect(ids.allSatisfy { $0 >= 0x7000_0000 && $0 < 0x8000_0000 })
  }

  @Test func `two processes share no user`() {
    let first = Set((0..<64).compactMap { SandboxUser.unusedID(slot: $0, process: 100, map: everything) })
    let second = Set((0..<64).compactMap { SandboxUser.unusedID(slot: $0, process: 101, map: everything) })
    #expect(first.isDisjoint(with: second))
  }

  @Test func `a container with few users gets one of those`() throws {
    let id = try #require(SandboxUser.unusedID(slot: 3, process: 9, map: "0 1000 1\n1 100000 65536\n"))
    #expect((40_000..<65_000).contains(id))
  }

  @Test(arguments: ["0 1000 1\n", "", "nonsense"])
  func `without a spare user there is none`(map: String) {
    #expect(SandboxUser.unusedID(slot: 0, process: 1, map: map) == nil)
  }

  @Test(arguments: [(nil, 10.0), (3.0, 3.0), (600.0, 60.0), (-1.0, 10.0), (Double.nan, 10.0)] as [(Double?, Double)])
  func `the timeout has a default and a bound`(requested: Double?, expected: Double) {
    #expect(SandboxLimits().timeout(for: requested) == expected)
  }
}
