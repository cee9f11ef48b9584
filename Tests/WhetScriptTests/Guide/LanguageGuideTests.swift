import Testing

@testable import WhetScript

/// What the guide of the language says is so.
@Suite(.timeLimit(.minutes(1))) struct LanguageGuideTests {
  private static let examples = (try? GuideExample.all(in: LanguageGuide.text())) ?? []

  /// The examples that are files for others.
  private static let files: [String: String] = examples.reduce(into: [:]) { files, example in
    if let name = example.fileName { files[name] = example.text }
  }

  @Test func `every block is an example or an output`() throws {
    #expect(try GuideExample.all(in: LanguageGuide.text()).count > 25)
  }

  @Test(arguments: examples) func `an example does what the guide says`(_ example: GuideExample) {
    let run = example.run(files: Self.files)
    // An example may make a variable only to show how it is made.
    let codes = run.faults.compactMap { $0.split(separator: " ").first.map(String.init) }
      .filter { $0 != DiagnosticCode.unusedVariable.rawValue }
    switch example.ending {
    case .success: #expect(codes.isEmpty && run.code == nil, "\(run.faults) \(run.code ?? "")")
    case .fault(let code): #expect(codes == [code])
    case .failure(let code): #expect(codes.isEmpty && run.code == code, "\(run.faults) \(run.code ?? "")")
    }
    #expect(!run.events.contains { $0.hasPrefix("test ") && $0.contains(" failed: ") })
    #expect(run.echoed.flatMap { GuideExample.lines(of: $0 + "\n") } == example.output)
  }

  @Test(arguments: examples.filter { $0.ending == .success }) func `the grammar derives the examples`(
    _ example: GuideExample
  ) throws {
    var recognizer = SentenceRecognizer(try Grammar(LanguageGuide.grammar))
    let isDerived = recognizer.derives(example.text)
    #expect(isDerived)
  }

  @Test(arguments: examples.filter { $0.ending == .success }) func `the examples are in normal form`(
    _ example: GuideExample
  ) {
    #expect(ScriptFormatter.format(parse(example.text)) == example.text)
  }

  @Test func `no line is too long for a terminal`() {
    let lines = LanguageGuide.text().split(separator: "\n")
    #expect(lines.filter { $0.count > 78 && !$0.hasPrefix("- `") } == [])
  }

  @Test(arguments: Keyword.allCases.map(\.rawValue)) func `every word of the language is explained`(_ word: String) {
    let words = LanguageGuide.text().split { !$0.isLetter }
    #expect(words.contains { $0 == word })
  }

  @Test(arguments: Keyword.allCases.filter(\.beginsStatement).map(\.rawValue))
  func `every statement is in an example`(_ word: String) {
    let words = Self.examples.flatMap { $0.text.split { !$0.isLetter } }
    #expect(words.contains { $0 == word })
  }

  @Test(arguments: BinaryOperator.allCases.map(\.rawValue) + ["not"])
  func `every operator is in the guide`(_ spelling: String) {
    #expect(LanguageGuide.text().contains("`\(spelling)`"))
  }

  @Test(arguments: ValueKinds.any.kindNames) func `every kind of value is in the guide`(_ name: String) {
    #expect(LanguageGuide.text().contains("| `\(name)` "))
  }

  @Test(arguments: DurationUnit.allCases.map(\.rawValue)) func `every unit of time is in an example`(_ unit: String) {
    #expect(LanguageGuide.text().matches(of: /[0-9]([a-z]+)`/).contains { $0.output.1 == unit })
  }

  @Test(arguments: Builtins.all.map(\.usage)) func `every built-in function is listed`(_ usage: String) {
    #expect(LanguageGuide.text().contains("- `\(usage)`: "))
    #expect(!LanguageGuide.text().contains(LanguageGuide.builtinsMark))
  }

  @Test(arguments: [
    "nest \(Parser.depthLimit) deep", "joins \(Parser.chainLimit) operators", "calls go \(Machine.callLimit) deep",
    "records nest \(ScriptValue.depthLimit) deep", "has \(ScriptValue.sizeLimit >> 20) MiB",
    "`retry` runs 1 to \(Retry.limit) times", "has \(PatternMatching.lengthLimit) characters",
    "each other \(ProgramLoader.depthLimit) deep",
  ])
  func `the limits are those of the language`(_ words: String) {
    #expect(LanguageGuide.text().replacing(/\s+/, with: " ").contains(words))
  }
}
