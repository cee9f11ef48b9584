import Foundation

/// One line of a corrections file.
struct Sample: Encodable, Sendable {
  struct Verifier: Encodable, Sendable {
    var run: [String]
  }

  var id: String
  var agent = "engineer"
  var task: String
  var original: String
  var corrected: String
  var language = "python"
  var verify: Verifier?
  var pinned: Bool?
}

extension [Sample] {
  /// The samples as a corrections file.
  var lines: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return map { String(decoding: (try? encoder.encode($0)) ?? Data(), as: UTF8.self) + "\n" }.joined()
  }
}

/// A recurring mistake in Python and what a reviewer makes of it.
enum Mistake: String, CaseIterable, Sendable {
  case comparison, bareExcept, typeTest, encoding

  /// A line that is wrong and the same line corrected; the names are filled in.
  var edit: (wrong: String, right: String) {
    switch self {
    case .comparison: ("if {a} == None:", "if {a} is None:")
    case .bareExcept: ("except:", "except Exception:")
    case .typeTest: ("if type({a}) == {T}:", "if isinstance({a}, {T}):")
    case .encoding: ("with open({a}) as {c}:", "with open({a}, encoding=\"utf-8\") as {c}:")
    }
  }

  fileprivate var template: [String] {
    switch self {
    case .comparison, .typeTest: ["{line}", edit.wrong, "    return {b}", "{line}", "return {verb}({a})"]
    case .bareExcept: ["{line}", "try:", "    {c} = {verb}({a}, {b})", edit.wrong, "    {c} = {n}", "return {c}"]
    case .encoding: [edit.wrong, "    {d} = {verb}({c}.read(), {n})", "{line}", "return {d}, {b}"]
    }
  }

  /// Passes for what holds the corrected line's telling part.
  fileprivate var verifier: Sample.Verifier {
    switch self {
    case .comparison: .init(run: ["grep", "-q", " is None", "{response}"])
    case .bareExcept: .init(run: ["grep", "-q", "except Exception:", "{response}"])
    case .typeTest: .init(run: ["grep", "-q", "isinstance", "{response}"])
    case .encoding: .init(run: ["grep", "-q", "utf-8", "{response}"])
    }
  }
}

/// Makes corrections that look like an agent's Python, all from a seed: no two alike, the mistakes in turn.
struct SampleWriter {
  private var generator: SeededGenerator
  private let agent: String
  private let mistakes: [Mistake]

  init(seed: UInt64, agent: String = "engineer", mistakes: [Mistake] = Mistake.allCases) {
    generator = SeededGenerator(seed: seed)
    self.agent = agent
    self.mistakes = mistakes
  }

  /// Corrections in which something was wrong.
  mutating func corrections(_ count: Int, verified: Bool = false) -> [Sample] {
    (0..<count).map { index in
      let mistake = mistakes[index % mistakes.count]
      let (original, corrected) = pair(mistake.template, mistake.edit)
      return Sample(
        id: "\(agent)-\(mistake.rawValue)-\(index)", agent: agent, task: "write it", original: original,
        corrected: corrected, verify: verified ? mistake.verifier : nil)
    }
  }

  /// Answers that were right as they were.
  mutating func accepted(_ count: Int, verified: Bool = false) -> [Sample] {
    (0..<count).map { index in
      let (text, _) = pair(["{line}", "{line}", "{line}", "return {verb}({a}, {b})"], ("", ""))
      return Sample(
        id: "\(agent)-keep-\(index)", agent: agent, task: "keep it", original: text, corrected: text,
        verify: verified ? .init(run: ["grep", "-q", "return", "{response}"]) : nil)
    }
  }

  private mutating func pair(_ template: [String], _ edit: (wrong: String, right: String)) -> (String, String) {
    let nouns = Self.nouns.shuffled(using: &generator)
    let names = [
      "{a}": nouns[0], "{b}": nouns[1], "{c}": nouns[2], "{d}": nouns[3],
      "{n}": "\(Int.random(in: 2...99, using: &generator))",
      "{verb}": Self.verbs.randomElement(using: &generator) ?? "load",
      "{T}": ["str", "list", "dict", "float"].randomElement(using: &generator) ?? "str",
    ]
    let head = "def \(Self.verbs.randomElement(using: &generator) ?? "read")_\(nouns[4])({a}, {b}):"
    let lines =
      [head]
      + template.map { "    " + $0.replacing("{line}", with: Self.fillers.randomElement(using: &generator) ?? "") }
    let wrong = lines.joined(separator: "\n") + "\n"
    let fill = { (text: String) in names.reduce(text) { $0.replacing($1.key, with: $1.value) } }
    return (fill(wrong), fill(edit.wrong.isEmpty ? wrong : wrong.replacing(edit.wrong, with: edit.right)))
  }

  private static let nouns = [
    "order", "invoice", "ticket", "parcel", "reader", "cursor", "window", "record", "branch", "signal", "sensor",
    "folder", "budget", "ledger", "packet", "vector", "matrix", "socket", "widget", "anchor",
  ]

  private static let verbs = ["load", "merge", "parse", "render", "send", "index", "fold", "check", "count", "trim"]

  private static let fillers = [
    "{d} = [x for x in {b} if x > {n}]", "log.debug(\"{c} %s\", {b})", "assert {b}, \"no {d}\"",
    "{c} = {\"{d}\": {b}, \"size\": {n}}", "{d} = sorted({b}, key=len)[:{n}]", "{b}.update({d}={n})",
    "{c} = {b} * {n} + len({b})", "yield_{c} = lambda x: x - {n}",
  ]
}
