import Testing

@testable import WhetScript

struct CodeExplanationTests {
  /// What the run of a script can give and its analysis cannot.
  static let runtimeOnly = RuntimeCode.allCases.filter { DiagnosticCode(rawValue: $0.rawValue) == nil }

  @Test func `each code of the language has exactly one explanation`() {
    let codes = Set(DiagnosticCode.allCases.map(\.rawValue) + RuntimeCode.allCases.map(\.rawValue))
    #expect(CodeExplanations.all.map(\.code).sorted() == codes.sorted())
  }

  @Test(arguments: CodeExplanations.all)
  func `an explanation is a paragraph of sentences with two different examples`(explanation: CodeExplanation) {
    #expect(explanation.text.count > 120)
    #expect(explanation.text.hasSuffix("."))
    #expect(!explanation.text.contains("  "))
    #expect(!explanation.text.contains("\n"))
    #expect(explanation.wrong != explanation.right)
    for example in [explanation.wrong, explanation.right] {
      #expect(!example.isEmpty)
      #expect(!example.hasSuffix("\n"))
      #expect(example.split(separator: "\n").allSatisfy { $0.count <= 160 })
    }
  }

  @Test(arguments: DiagnosticCode.allCases)
  func `the wrong example gets its code and no other before it runs`(code: DiagnosticCode) throws {
    let explanation = try #require(CodeExplanations.explanation(of: code.rawValue))
    let found = exampleDiagnostics(explanation.wrong)
    if code == .tooManyFaults {
      #expect(found.contains(code.rawValue))
    } else {
      #expect(found == [code.rawValue])
    }
  }

  @Test(arguments: CodeExplanations.all)
  func `the right example has no fault and finishes`(explanation: CodeExplanation) throws {
    #expect(exampleDiagnostics(explanation.right) == [])
    #expect(try exampleFailure(explanation.right) == nil)
  }

  @Test(arguments: CodeExplanations.all.flatMap { [$0.wrong, $0.right] })
  func `an example that can be parsed is in the normal form`(example: String) {
    let script = Parser.parse(example, name: "example")
    if script.diagnostics.isEmpty { #expect(ScriptFormatter.format(script) == example + "\n") }
  }

  @Test(.timeLimit(.minutes(1)), arguments: runtimeOnly)
  func `the wrong example of a fault at run time fails with its code`(code: RuntimeCode) throws {
    let explanation = try #require(CodeExplanations.explanation(of: code.rawValue))
    #expect(exampleDiagnostics(explanation.wrong) == [])
    #expect(try exampleFailure(explanation.wrong) == code.rawValue)
  }

  @Test func `a kind that only the run shows has the code of one that the analysis knows`() throws {
    let script = #"let count = parse("3")\#necho ("cases: " + $count)"#
    #expect(exampleDiagnostics(script) == [])
    #expect(try exampleFailure(script) == RuntimeCode.wrongKind.rawValue)
  }

  @Test(arguments: ["", "script", "script.", "script.nothing", "agent.conflict", "SCRIPT.UNCLOSED"])
  func `other names have no explanation here`(name: String) {
    #expect(CodeExplanations.explanation(of: name) == nil)
  }
}
