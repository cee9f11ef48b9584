import WhetCore
import WhetEvaluation
import WhetScript
import WhetTraining

extension Strategy {
  /// Every strategy of this version.
  static let known = [engineer, generic]

  var value: JSONValue {
    .record([
      "name": .string(name), "summary": .string(summary), "instructions": .string(instructions),
      "weights": .object(
        Criterion.allCases.compactMap { criterion in
          weights[criterion].map { .init(criterion.rawValue, .number($0)) }
        }),
      "requiredParts": .array(requiredParts.map { .string($0) }),
    ])
  }
}

extension Strategy {
  static let shape = ValueShape.record(
    "strategy",
    [
      .init("name", .text, "its name"), .init("summary", .text, "what it is for"),
      .init("instructions", .text, "what the prompt begins with"),
      .init("weights", .map(.number()), "of the criteria in the overall score"),
      .init("requiredParts", .list(.text), "that a response needs"),
    ])
}

extension Criterion {
  /// As `criteria list` has it.
  static let shape = ValueShape.record(
    "criterion",
    [
      .init("criterion", .word(Criterion.self), "its name"),
      .init("weight", .number().orNull("it does not count"), "in the overall score"),
      .init("measuredBy", .text, "what measures it"), .init("notMeasuredWhen", .text, "when it is null"),
    ])
}

/// `strategy list`: how agents can be trained.
struct StrategyList: ShellCommand {
  let specification = CommandSpecification(
    path: ["strategy", "list"], summary: "List the strategies agents are trained with",
    parameters: [.option("agent", .agent, "only those this agent can be trained with")], effect: .reads,
    examples: [.init("strategy list --agent engineer", "lists an agent's strategies")], shape: .list(Strategy.shape))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let strategies = try call.text("agent").map { Strategy.all(for: try AgentName($0)) } ?? Strategy.known
    let table = TableDescription([.init("name"), .init("summary")], whenEmpty: "no strategies")
    return .list(strategies.map(\.value), table)
  }
}

/// `strategy show`: one strategy.
struct StrategyShow: ShellCommand {
  let specification = CommandSpecification(
    path: ["strategy", "show"], summary: "Show a strategy: instructions, weights, required parts",
    parameters: [.positional("name", .named("strategy"), "its name")], effect: .reads,
    examples: [.init("strategy show engineer", "shows the engineer's strategy")], shape: Strategy.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let name = try call.required("name")
    guard let strategy = Strategy.known.first(where: { $0.name == name }) else {
      throw WhetError(.notFound, "there is no strategy '\(name)'", advice: "see 'strategy list'")
    }
    let weights = Criterion.allCases.compactMap { criterion in
      strategy.weights[criterion].map { (name: criterion.rawValue, value: NumberText.plain($0)) }
    }
    return CommandResult(
      strategy.value,
      as: .document([
        .heading(strategy.name), .paragraph(strategy.summary), .heading("instructions"),
        .verbatim(strategy.instructions),
        .heading("weights"), .fields(weights),
      ]))
  }
}

/// `criteria list`: what responses are measured by.
struct CriteriaList: ShellCommand {
  let specification = CommandSpecification(
    path: ["criteria", "list"], summary: "List the criteria responses are measured by", effect: .reads,
    examples: [.init("criteria list", "lists the criteria with what measures them")],
    shape: .list(Criterion.shape))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let rows = Criterion.allCases.map { criterion in
      let (measured, missing) = Self.measure(of: criterion)
      return JSONValue.record([
        "criterion": .string(criterion.rawValue), "weight": JSONValue(Criterion.defaultWeights[criterion]),
        "measuredBy": .string(measured), "notMeasuredWhen": .string(missing),
      ])
    }
    let table = TableDescription(
      [
        .init("criterion"), .init("weight"), .init("measured by", "measuredBy"), .init("n/a when", "notMeasuredWhen"),
      ], whenEmpty: "")
    return .list(rows, table)
  }

  private static func measure(of criterion: Criterion) -> (String, String) {
    switch criterion {
    case .correctness: ("the verifier; else the distance to the corrected text", "there is neither")
    case .completeness: ("required parts that are present", "nothing is required")
    case .relevance: ("a judge", "always, without a model")
    case .clarity: ("the structure of the format", "the format has none")
    case .helpfulness: ("a reward model, a judge", "always, without either")
    case .efficiency: ("processor time and memory of the verifier, before against after", "they were not measured")
    case .safety: ("a scan for secrets, destructive commands, unsafe calls; it can only block", "never")
    }
  }
}
