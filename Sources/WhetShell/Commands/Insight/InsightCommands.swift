import WhetAnalytics
import WhetCore
import WhetScript
import WhetTerminal

/// The commands that tell how training goes.
enum InsightCommands {
  static let all: [any ShellCommand] = [Stats(), ShowDashboard()]
}

/// `stats`: the numbers of all agents.
struct Stats: ShellCommand {
  let specification = CommandSpecification(
    path: ["stats"], summary: "Show corrections, sessions and improvement of every agent in numbers", effect: .reads,
    examples: [.init("stats", "shows the numbers")], shape: Statistics.shape)

  static let table = TableDescription(
    [
      .init("agent"), .init("corrections"), .init("waiting"), .init("sessions"),
      .init("success %", "successPercent", .score), .init("local", "improvement", .points),
      .init("held-out", "heldOut", .points), .init("95 %", "heldOutInterval"), .init("fixed"), .init("broken"),
      .init("gate", nil, .state),
    ],
    whenEmpty: "nothing to count yet; add corrections with 'correction import FILE'")

  func run(_ call: CommandCall) async throws -> CommandResult {
    let statistics = try await call.trainer().statistics()
    let total = statistics.value["total"] ?? .null
    let rows = (statistics.value["agents"] ?? .null).elements.map(Self.readable)
    let count = { (name: String) in CellFormat.text(of: total[name] ?? .null) }
    return CommandResult(
      statistics.value,
      as: .document([
        .table(Self.table, rows: rows),
        .paragraph(
          "\(count("corrections")) corrections, \(count("waiting")) waiting; \(count("sessions")) sessions, "
            + "\(count("failed")) failed; success is the share of measured sessions that improved",
          style: .dim),
      ]))
  }

  /// The row with the share of successes in percent and the interval in one text.
  private static func readable(_ row: JSONValue) -> JSONValue {
    guard case .object(let members) = row else { return row }
    let percent = (row["successRate"] ?? .null).asNumber.map { $0 * 100 }
    var interval: String?
    if let low = row["heldOutLow"]?.asNumber, let high = row["heldOutHigh"]?.asNumber {
      interval = NumberText.interval(low, high)
    }
    return .object(
      members + [.init("successPercent", JSONValue(percent)), .init("heldOutInterval", JSONValue(interval ?? "n/a"))])
  }
}
