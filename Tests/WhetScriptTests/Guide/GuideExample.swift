import Testing
import WhetCore

@testable import WhetScript

/// A fenced block of the guide, with the output that follows it.
struct GuideExample: CustomTestStringConvertible, Sendable {
  enum Ending: Equatable, Sendable {
    case success
    /// The analysis refuses it with this code and no other.
    case fault(String)
    /// It fails with this code when it runs.
    case failure(String)
  }

  var line: Int
  var text: String
  var ending: Ending
  var output: [String]

  var testDescription: String { "line \(line)" }

  /// The first line's name, where the block is a file for others.
  var fileName: String? {
    guard let first = text.split(separator: "\n").first, first.hasPrefix("# "), first.hasSuffix(".whet") else {
      return nil
    }
    return String(first.dropFirst(2))
  }
}

extension GuideExample {
  /// All examples of the guide; a block it does not know is a fault.
  static func all(in guide: String) throws -> [GuideExample] {
    var examples: [GuideExample] = []
    for block in blocks(in: guide) {
      switch (block.words.first, block.words.dropFirst().first, block.words.last) {
      case ("whet", nil, _): examples.append(.init(line: block.line, text: block.text, ending: .success, output: []))
      case ("whet", "error", let code?):
        examples.append(.init(line: block.line, text: block.text, ending: .fault(code), output: []))
      case ("whet", "fails", let code?):
        examples.append(.init(line: block.line, text: block.text, ending: .failure(code), output: []))
      case ("output", nil, _) where !examples.isEmpty: examples[examples.count - 1].output = lines(of: block.text)
      default: throw UnknownBlock(line: block.line)
      }
    }
    return examples
  }

  struct UnknownBlock: Error {
    var line: Int
  }

  private struct Block {
    var line: Int
    var words: [String]
    var text = ""
  }

  private static func blocks(in guide: String) -> [Block] {
    var blocks: [Block] = []
    var open: Block?
    for (number, line) in guide.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("```") else {
        open?.text += line + "\n"
        continue
      }
      if let block = open { blocks.append(block) }
      let words = line.dropFirst(3).split(separator: " ").map(String.init)
      open = open == nil ? Block(line: number + 1, words: words) : nil
    }
    return blocks
  }

  static func lines(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}

extension GuideExample {
  /// The example in a world where a few commands give made-up results.
  func run(files: [String: String]) -> ScriptRun {
    var world = ScriptedWorld()
    world.arguments = ["Ada", "3"]
    world.files = files.merging(["answer.py": "import sys\nprint(sys.argv)\n"]) { own, _ in own }
    world.answers = Self.results.mapValues { text in
      [.value((try? ScriptValue(JSONValue.reading(text))) ?? .null)]
    }
    var session = ScriptSession(table: Self.table)
    return ScriptRun(text, session: &session, in: world)
  }

  /// JSON in the shapes of the commands' real results, shortened.
  private static let results = [
    "train": """
    {"id": "r1", "improvement": {"heldOut": {"mean": 12.5, "measured": 3}}, "gate": {"verdict": "deploy"}}
    """,
    "correction list": #"[{"id": "c1"}, {"id": "c2"}, {"id": "c3"}]"#,
    "correction import": #"{"added": 3, "bad": 0}"#,
    "run list": #"[{"id": "r1", "state": "finished"}]"#,
    "store info": #"{"counts": {"corrections": 3}}"#,
    "deploy": #"{"id": "d1", "version": 1}"#,
  ]

  /// The declarations of these commands, as far as the examples go.
  private static let table = CommandTable([
    CommandSpecification(
      path: ["train"], summary: "Train",
      parameters: [.positional("agent", .agent, isRequired: false, "whom"), .option("mode", .text, "how")],
      effect: .writes),
    CommandSpecification(
      path: ["correction", "list"], summary: "List", parameters: [.option("agent", .agent, "whose")], effect: .reads),
    CommandSpecification(
      path: ["correction", "import"], summary: "Import", parameters: [.positional("file", .file, "which")],
      effect: .writes),
    CommandSpecification(
      path: ["run", "list"], summary: "List", parameters: [.option("agent", .agent, "whose")], effect: .reads),
    CommandSpecification(path: ["store", "info"], summary: "Show", effect: .reads),
    CommandSpecification(
      path: ["deploy"], summary: "Deploy", parameters: [.positional("agent", .agent, isRequired: false, "whose")],
      effect: .writes),
  ])
}
