import Testing

@testable import WhetScript

@Suite struct `Completing a line` {
  private func complete(_ line: String) -> Completion {
    sampleTable.completions(line: line, cursor: line.endIndex)
  }

  /// Without the words of the language itself.
  private func names(_ completion: Completion) -> [String] {
    completion.subjects.flatMap { subject -> [String] in
      switch subject {
      case .values(let parameter): ["<\(parameter.name)>"]
      case .keywords: []
      default: subject.candidates.map(\.text)
      }
    }
  }

  @Test(arguments: [
    ("", "", ["agent", "correction", "train", "improve", "capture", "help", "report", "forecast"]),
    ("a", "a", ["agent"]), ("train; a", "a", ["agent"]), ("for", "for", ["forecast"]),
    ("agent ", "", ["list", "show"]), ("agent s", "s", ["show"]), ("agent show ", "", ["<agent>"]),
    ("agent show e", "e", ["<agent>"]), ("agent show 'e", "e", ["<agent>"]),
    ("agent list --", "--", ["--tier", "--output"]), ("agent list --t", "--t", ["--tier"]),
    ("agent list --tier ", "", ["project", "user", "system"]), ("agent list --tier=u", "u", ["user"]),
    ("agent list --tier=", "", ["project", "user", "system"]), ("agent list --tier user --", "--", ["--output"]),
    ("agent list ", "", ["--tier", "--output"]),
    (
      "train -", "-",
      [
        "--mode", "--limit", "--weight", "--patience",
        "--response", "--context", "--tag", "--output",
      ]
    ),
    ("correction import ", "", ["<file>"]), ("correction import --yes ", "", ["<file>"]),
    ("improve @lo", "lo", ["<file>"]), ("improve ", "", ["<agent>", "<text>"]),
    ("improve a", "a", ["<agent>", "<text>"]),
    ("agent list | ", "", ["table", "json", "jsonl", "csv", "tsv", "markdown"]),
    ("agent list | js", "js", ["json", "jsonl"]), ("agent list > o", "o", ["<file>"]), ("help x y", "y", ["<words>"]),
    ("report ", "", ["compare"]), ("agent # a", "", []), ("zzz ", "", []), ("AGENT", "AGENT", ["agent"]),
    ("agent LI", "LI", ["list"]),
    ("improve @", "", ["<file>"]), ("improve @'my f", "my f", ["<file>"]), ("improve engineer \"a${1}b", "", []),
    ("correction show [", "", []), ("agent show \"\"\"e", "", []), ("include 'li", "li", ["<file>"]),
    ("include ", "", ["<file>"]), ("train --response ", "", ["<response>"]), ("let ", "", []),
    ("let x = agent li", "li", ["list"]), ("echo (agent li", "li", ["list"]), ("if (agent li", "li", ["list"]),
  ])
  func `offers what may stand at the cursor`(line: String, typed: String, expected: [String]) {
    let completion = complete(line)
    #expect(completion.typed == typed)
    #expect(names(completion) == expected)
  }

  @Test func `replaces only the word before the cursor`() {
    let line = "agent sh rest"
    let cursor = line.index(line.startIndex, offsetBy: 8)
    let completion = sampleTable.completions(line: line, cursor: cursor)
    #expect(line[completion.replacing] == "sh")
    let file = "train --response @'my f"
    #expect(file[complete(file).replacing] == "'my f")
    #expect(complete(file).insertion(of: "my file") == "'my file'")
  }
}
