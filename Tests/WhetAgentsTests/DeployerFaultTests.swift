import Foundation
import Synchronization
import Testing
import WhetCore

@testable import WhetAgents

/// Stops deployments at every system step.
@Suite(.timeLimit(.minutes(2))) struct DeployerFaultTests {
  /// What is changed: a first deployment, a second one, and the way back of each.
  enum Scenario: CaseIterable {
    case first, second, backToFirst, backToNothing
  }

  /// Counts steps, and from a given one on fails all (a crash) or only that one (a fault).
  final class Trap: Sendable {
    let steps = Mutex<[WriteStep]>([])
    let place: Int
    let isCrash: Bool

    init(at place: Int, isCrash: Bool) {
      self.place = place
      self.isCrash = isCrash
    }

    func pass(_ step: WriteStep) throws(WhetError) {
      let index = steps.withLock { steps in
        steps.append(step)
        return steps.count - 1
      }
      if isCrash ? index >= place : index == place { throw WhetError(.fileUnwritable, "stopped at \(step.action)") }
    }
  }

  func prepare(_ scenario: Scenario) throws -> (TemporaryTiers, DeploymentPlan) {
    let tiers = try TemporaryTiers()
    if scenario != .backToNothing && scenario != .first { try tiers.write(engineerText) }
    let first = try tiers.plan("One.")
    switch scenario {
    case .first: return (tiers, first)
    case .second, .backToFirst:
      try tiers.deployer.apply(first)
      let second = try tiers.plan("Two.", version: 2)
      guard scenario == .backToFirst else { return (tiers, second) }
      try tiers.deployer.apply(second)
      return (tiers, second.inverse)
    case .backToNothing:
      try tiers.deployer.apply(first)
      return (tiers, first.inverse)
    }
  }

  func steps(of scenario: Scenario) throws -> [WriteStep] {
    let (tiers, plan) = try prepare(scenario)
    let trap = Trap(at: .max, isCrash: true)
    try Deployer(folders: tiers.folders, checkpoint: trap.pass).apply(plan)
    return trap.steps.withLock { $0 }
  }

  @Test(arguments: Scenario.allCases)
  func `a crash at any step leaves each file whole, and the next deployment completes it`(_ scenario: Scenario) throws {
    let steps = try steps(of: scenario)
    var states: Set<[Bool]> = []
    for place in steps.indices {
      let (tiers, plan) = try prepare(scenario)
      let deployer = Deployer(folders: tiers.folders, checkpoint: Trap(at: place, isCrash: true).pass)
      #expect(throws: WhetError.self) { try deployer.apply(plan) }
      let (rules, definition) = (tiers.read("engineer.rules.json"), tiers.read())
      #expect(rules == plan.rulesBefore || rules == plan.rulesAfter, "\(steps[place])")
      #expect(definition == plan.definitionBefore || definition == plan.definitionAfter, "\(steps[place])")
      #expect(definition == plan.definitionBefore || rules == plan.rulesAfter, "the definition comes last")
      states.insert([rules == plan.rulesAfter, definition == plan.definitionAfter])
      if place % 2 == 0 {
        try tiers.deployer.apply(plan)
        #expect(tiers.read("engineer.rules.json") == plan.rulesAfter && tiers.read() == plan.definitionAfter)
      } else {
        try tiers.deployer.apply(tiers.plan("Three.", version: 3))
        let agent = try tiers.directory.definition(for: AgentName("engineer"))
        #expect(try tiers.directory.deployedRules(with: agent)?.isPaired == true)
      }
      #expect(try tiers.names().allSatisfy { $0.hasPrefix("engineer") }, "no leftovers")
    }
    #expect(states == [[false, false], [true, false], [true, true]])
  }

  @Test func `after a crash between the files the rules are known not to belong to the section`() throws {
    let (tiers, plan) = try prepare(.second)
    let place = try steps(of: .second).lastIndex { $0 == WriteStep(action: .rename, file: "engineer.md") }
    let trap = Trap(at: try #require(place), isCrash: true)
    #expect(throws: WhetError.self) { try Deployer(folders: tiers.folders, checkpoint: trap.pass).apply(plan) }
    let agent = try tiers.directory.definition(for: AgentName("engineer"))
    #expect(try tiers.directory.deployedRules(with: agent)?.isPaired == false)
  }

  @Test(arguments: Scenario.allCases)
  func `a fault at any step leaves both files old or both new, and no leftovers`(_ scenario: Scenario) throws {
    let steps = try steps(of: scenario)
    for place in steps.indices {
      let (tiers, plan) = try prepare(scenario)
      let deployer = Deployer(folders: tiers.folders, checkpoint: Trap(at: place, isCrash: false).pass)
      try? deployer.apply(plan)
      let files = [tiers.read("engineer.rules.json"), tiers.read()]
      let isOld = files == [plan.rulesBefore, plan.definitionBefore]
      let isNew = files == [plan.rulesAfter, plan.definitionAfter]
      #expect(isOld || isNew, "\(steps[place])")
      if steps[place].action != .removeTemporary {
        #expect(try tiers.names().allSatisfy { $0.hasPrefix("engineer") }, "\(steps[place])")
      }
    }
  }

  @Test func `every kind of step is met`() throws {
    var met = Set(try Scenario.allCases.flatMap { try steps(of: $0).map(\.action) })
    // Only after a crash is there something left to remove.
    met.insert(.removeLeftover)
    #expect(met == Set(WriteStep.Action.allCases))
  }
}
