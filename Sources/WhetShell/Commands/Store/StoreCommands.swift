import WhetCore
import WhetScript
import WhetStore
import WhetTraining

/// The commands on the store itself.
enum StoreCommands {
  static let all: [any ShellCommand] = [StoreInfo(), StoreCheck(), ConfigList()]
}

/// `store info`: how much the store holds.
struct StoreInfo: ShellCommand {
  let specification = CommandSpecification(
    path: ["store", "info"], summary: "Show where the store is and how much it holds", effect: .reads,
    examples: [.init("store info", "shows path, size and counts")],
    shape: .record(
      "store",
      [
        .init("path", .text, "its file"),
        .init("schemaVersion", .integer(from: 1), "of its tables"), .init("size", .number(unit: "bytes"), "on disk"),
        .init("contentSize", .number(unit: "bytes"), "of its artefacts before compression"),
        .init("counts", .map(.count), "how much of what it holds"),
      ]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let information = try await call.trainer().store.information()
    let counts = information.counts.sorted { $0.key < $1.key }
    let value = JSONValue.record([
      "path": JSONValue(information.path), "schemaVersion": JSONValue(information.schemaVersion),
      "size": JSONValue(information.size), "contentSize": JSONValue(information.contentSize),
      "counts": .object(counts.map { .init($0.key, JSONValue($0.value)) }),
    ])
    let fields =
      [
        (name: "path", value: information.path ?? "in memory"),
        (name: "schema", value: "version \(information.schemaVersion)"),
        (name: "size", value: NumberText.bytes(information.size)),
        (name: "artefacts", value: "\(NumberText.bytes(information.contentSize)) before compression"),
      ] + counts.map { (name: $0.key, value: String($0.value)) }
    return CommandResult(value, as: .document([.fields(fields)]))
  }
}

/// `store check`: whether the store is sound.
struct StoreCheck: ShellCommand {
  let specification = CommandSpecification(
    path: ["store", "check"], summary: "Check that the store is sound",
    discussion: "Runs SQLite's integrity check, checks all references, and reads every artefact against its digest.",
    effect: .reads, examples: [.init("store check", "checks everything")],
    shape: .record(
      "store check",
      [.init("sound", .boolean, "whether there is no fault"), .init("faults", .list(.text), "what is wrong")]))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let faults = try await call.trainer().store.integrityFaults()
    let value = JSONValue.record(["sound": .bool(faults.isEmpty), "faults": .array(faults.map { .string($0) })])
    guard !faults.isEmpty else { return CommandResult(value, as: .text("the store is sound")) }
    return CommandResult(
      value, as: .text(faults.joined(separator: "\n")),
      failure: WhetError(
        .storeCorrupt, "the store has \(NumberText.count(faults.count, "fault"))",
        advice: "stop using it and bring a copy back"))
  }
}
