import Foundation
import Testing
import WhetCore
import WhetStore
import WhetTraining

@testable import WhetAnalytics

@Suite(.timeLimit(.minutes(1))) struct DashboardTests {
  private func lesson(_ id: String, helped: Int, harmed: Int, in sample: SampleTrainer) -> LessonChange {
    LessonChange(
      LessonRecord(
        id: LessonID(id), agent: sample.agent, status: .active, kind: "edit-rule", words: "words of \(id)",
        body: Data("{}".utf8), helped: helped, harmed: harmed),
      reason: "learned")
  }

  @Test func `an agent with a definition and nothing else has an empty dashboard`() async throws {
    let dashboard = try await SampleTrainer().trainer.dashboard(for: AgentName("engineer"))
    #expect(dashboard.runs.isEmpty)
    #expect(dashboard.trend == nil)
    #expect(dashboard.statistics.evidence == nil)
    #expect(dashboard.next.map(\.kind) == [.importCorrections])
  }

  @Test func `an agent nobody knows is an error`() async throws {
    let trainer = try await SampleTrainer().trainer
    let error = await #expect(throws: WhetError.self) { try await trainer.dashboard(for: AgentName("enginer")) }
    #expect(error?.code == .notFound)
  }

  @Test func `the series has a point for each finished run`() async throws {
    let sample = try await SampleTrainer()
    let ids = (0..<6).map { "c\($0)" }
    try sample.add(ids)
    try sample.run(ids.map { .init(correction: $0, improvement: 6) }, evidence: Evidence.scored(10))
    try sample.run([.init(correction: nil)], evidence: Evidence.scored(20))
    try sample.run([.init(correction: nil, lastStep: .prompt)])
    try sample.run([], evidence: Evidence.scored(60))
    let dashboard = try await sample.trainer.dashboard(for: sample.agent)
    #expect(dashboard.runs.map(\.run.rawValue) == ["r1", "r2", "r4"])
    #expect(dashboard.runs.map(\.heldOut?.value) == [10, 20, 60])
    #expect(dashboard.runs.map(\.local?.value) == [6, nil, nil])
    #expect(dashboard.runs.map(\.sessions) == [6, 1, 0])
    #expect(dashboard.trend?.pointsPerRun == 25)
  }

  @Test func `lessons that helped and harmed are listed by how much`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    let changes = [
      lesson("l1", helped: 1, harmed: 0, in: sample), lesson("l2", helped: 3, harmed: 2, in: sample),
      lesson("l3", helped: 0, harmed: 5, in: sample), lesson("l4", helped: 0, harmed: 0, in: sample),
    ]
    try sample.run([.init(correction: "c1", lessons: changes)], evidence: [])
    let dashboard = try await sample.trainer.dashboard(for: sample.agent)
    #expect(dashboard.helped.map(\.id.rawValue) == ["l2", "l1"])
    #expect(dashboard.harmed.map(\.id.rawValue) == ["l3", "l2"])
  }

  @Test(
    arguments: [
      ([(1, .deployed, "/p")], [1]), ([(1, .deployed, "/p"), (2, .forced, "/p")], [2]),
      ([(1, .deployed, "/p"), (2, .deployed, "/p"), (3, .rolledBack, "/p")], [1]),
      ([(1, .deployed, "/p"), (2, .rolledBack, "/p")], []), ([(1, .deployed, "/p"), (2, .unproven, "/u")], [2, 1]),
      ([(1, .deployed, "/p"), (2, .deployed, "/u"), (3, .rolledBack, "/p")], [2]),
    ] as [([(Int, DeploymentDraft.Kind, String)], [Int])])
  func `what stands is each file's last deployment that was not taken back`(
    deployments: [(Int, DeploymentDraft.Kind, String)], standing: [Int]
  ) async throws {
    let sample = try await SampleTrainer()
    for (version, kind, path) in deployments { try sample.deploy(run: nil, version: version, kind: kind, path: path) }
    #expect(try await sample.trainer.dashboard(for: sample.agent).deployed.map(\.version) == standing)
  }

  @Test func `the dashboard survives coding and its JSON names everything`() async throws {
    let sample = try await SampleTrainer()
    try sample.add(["c1"])
    let run = try sample.run([.init(correction: "c1", improvement: 5)], evidence: Evidence.judged(fixed: 8))
    try sample.deploy(run: run, version: 1)
    let dashboard = try await sample.trainer.dashboard(for: sample.agent)
    #expect(try JSONDecoder().decode(Dashboard.self, from: JSONEncoder().encode(dashboard)) == dashboard)
    let names = ["agent", "statistics", "runs", "trend", "helped", "harmed", "deployed", "next"]
    #expect(names.allSatisfy { dashboard.value[$0] != nil })
    #expect(dashboard.value["trend"] == .null)
    #expect(dashboard.value["statistics"]?["gate"] == "deploy")
  }
}
