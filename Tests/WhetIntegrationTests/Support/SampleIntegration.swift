import Foundation
import WhetAgents
import WhetCore
import WhetStore
import WhetTraining

@testable import WhetIntegration

/// An integration on a temporary store; removed with its last reference.
final class SampleIntegration: Sendable {
  let integration: AgentTrainingIntegration
  let agent: AgentName
  let folder: URL

  var trainer: AgentTrainer { integration.trainer }
  var store: Store { trainer.store }

  init() async throws {
    folder = FileManager.default.temporaryDirectory.appending(component: "whet-\(UUID().uuidString)")
    let clock = TickingClock()
    let folders = TierFolders(
      project: folder.appending(component: "project"), user: folder.appending(component: "user"),
      system: folder.appending(component: "system"))
    integration = AgentTrainingIntegration(
      trainer: try await AgentTrainer(
        configuration: TrainerConfiguration(
          storePath: folder.appending(component: "whet.db").path, folders: folders, jobs: 2, now: { clock.next() })))
    agent = try AgentName("engineer")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Captures what a shell command prints.
  func capture(
    _ script: String, input: String? = nil, improve: Bool = false, limits: CaptureLimits = CaptureLimits(seconds: 30)
  ) async throws -> CapturedResponse {
    try await integration.capture(
      agent: agent, task: "print something", command: ["sh", "-c", script], input: input.map { Data($0.utf8) },
      improve: improve, limits: limits)
  }
}

/// One kind of mistake in programs that differ.
struct Mistake {
  let original: String

  var corrected: String { original.replacing("== None", with: "is None") }

  init(_ index: Int) {
    let words = [
      "order", "user", "path", "node", "token", "price", "label", "child", "route", "event", "image",
      "owner",
    ]
    let (name, other) = (words[index % words.count], words[(index * 5 + 3) % words.count])
    let body = (0...(index % 4)).map { "    \(other)_\($0) = \(name).get(\"\(other)\", \(index + $0))\n" }.joined()
    original =
      "def check_\(name)_\(index)(\(name)):\n\(body)"
      + "    if \(name).\(other) == None:\n        return \(index)\n"
  }
}
