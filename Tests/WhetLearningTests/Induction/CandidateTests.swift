import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Candidates` {
  private func candidates(_ original: String, _ corrected: String, _ format: ResponseFormat = .code)
    -> (all: [Candidate], analysis: PairAnalysis)
  {
    let analysis = analysis(original, corrected, format)
    return (Candidate.all(in: analysis), analysis)
  }

  @Test func `of a word in text hold in all running text, of code in code only`() {
    let text = candidates("We utilize it.\n", "We use it.\n", .documentation).all
    #expect(!text.isEmpty && text.allSatisfy { Set($0.zones) == [.prose, .heading, .list] })
    let code = candidates("a = slurp(b)\n", "a = read(b)\n").all
    #expect(!code.isEmpty && code.allSatisfy { $0.zones == [.code] })
  }

  @Test func `of nothing but the case of letters hold where they were seen and stand on nothing`() {
    let all = candidates("# The Parser\n", "# The parser\n", .documentation).all
    #expect(!all.isEmpty && all.allSatisfy { $0.zones == [.heading] && $0.footing == .none })
  }

  @Test func `come in the order of what they cost`() {
    let all = candidates("x = slurp(a, b)\ny = 2\n", "x = read(a, b)\ny = 3\n").all
    #expect(all.map(\.cost) == all.map(\.cost).sorted())
    #expect(all.allSatisfy { $0.cost > 0 })
  }

  @Test func `that change the same have one core, and those that undo it have its reverse`() {
    let make = candidates("x = slurp(a)\n", "x = read(a)\n").all
    let undo = candidates("if read(b):\n    go()\n", "if slurp(b):\n    go()\n").all
    let cores = Set(make.map(\.core))
    #expect(!cores.isDisjoint(with: undo.compactMap(\.reverse)))
    #expect(!Set(undo.map(\.core)).isDisjoint(with: make.compactMap(\.reverse)))
    let comma = candidates("a, b\n", "a b\n", .conversation).all
    #expect(!comma.isEmpty && comma.allSatisfy { $0.reverse == nil })
  }

  @Test(
    arguments: [
      (rule(["utilize"], ["use"], zones: [.prose]), .named), (rule(["an"], ["a"], zones: [.prose]), .shortWord),
      (rule([","], [], zones: [.prose]), .signs), (rule([.hole(.word)], [.keep(0), "x"], zones: [.prose]), .none),
      (rule(["slurp", "("], ["read", .keep(1)]), .named), (rule([";"], []), .signs), (rule(["total"], ["sum"]), .none),
      (rule(["var"], ["let"]), .named), (rule([], []), .none),
      (
        rule([.hole(.word)], [.computed(.named(.monthNumber), of: 0, leading: nil)], zones: [.prose]), .named
      ), (rule([.hole(.word)], [.computed(.named(.plural), of: 0, leading: nil)], zones: [.prose]), .none),
    ] as [(EditRule, Footing)])
  func `stand on what their rule names`(rule: EditRule, footing: Footing) {
    #expect(Footing(of: rule, beginsLine: false) == footing)
  }

  @Test func `that change a command at the start of a line name it`() {
    #expect(Footing(of: rule(["git"], ["jj"]), beginsLine: true) == .named)
    #expect(Footing(of: rule(["git"], [.keep(0), "x"]), beginsLine: true) == .none)
  }

  @Test func `cost more the more they ask for beside the edit`() {
    let short = rule(["slurp", "("], ["read", .keep(1)])
    let long = rule(["x", "=", "slurp", "("], [.keep(0), .keep(1), "read", .keep(3)])
    #expect(RuleCost.of(short) < RuleCost.of(long))
    #expect(RuleCost.of(.none, in: [.code]) > RuleCost.of(.named, in: [.code]))
    #expect(RuleCost.of(.none, in: [.prose]) == 0)
    let date = rule(
      [.hole(.number), .hole(.word), .hole(.number)],
      [
        .keep(2), "-", .computed(.named(.monthTwoDigits), of: 1, leading: ""), "-",
        .computed(.named(.twoDigits), of: 0, leading: ""),
      ], zones: [.prose])
    let seen = rule(["14", "april", "2024"], [.keep(2), "-", "04", "-", "14"], zones: [.prose])
    #expect(RuleCost.of(date) + RuleCost.of(.leaves) < RuleCost.of(seen))
  }
}
