import Testing

@testable import WhetScript

@Suite struct `The binder` {
  @Test(
    arguments: [
      ("agent", "agent list", [:]),
      ("agent list --tier user", "agent list", ["tier": ArgumentValue.text("user")]),
      ("agent show 42", "agent show", ["agent": .text("42")]),
      (
        "correction import a.jsonl --yes --agent=x", "correction import",
        ["file": .path("a.jsonl"), "yes": .flag(true), "agent": .text("x")]
      ),
      ("correction import --yes @a.jsonl", "correction import", ["file": .path("a.jsonl"), "yes": .flag(true)]),
      ("correction import a --yes=false", "correction import", ["file": .path("a"), "yes": .flag(false)]),
      ("train", "train", [:]),
      (
        "train x --limit 5 --weight 2 --patience 5m", "train",
        ["agent": .text("x"), "limit": .integer(5), "weight": .integer(2), "patience": .duration(.seconds(300))]
      ),
      ("train --response @r.md", "train", ["response": .content(path: "r.md")]),
      ("train --tag a --tag b", "train", ["tag": .list([.text("a"), .text("b")])]),
      (
        "train --context {task: \"x\", n: [1, true, null]}", "train",
        [
          "context": .record([
            .init("task", .text("x")), .init("n", .list([.integer(1), .flag(true), .null])),
          ])
        ]
      ),
      ("improve @a", "improve", ["text": .content(path: "a")]),
      ("improve bob @a", "improve", ["agent": .text("bob"), "text": .content(path: "a")]),
      ("improve -- -x", "improve", ["text": .text("-x")]),
      ("help agent list", "help", ["words": .list([.text("agent"), .text("list")])]),
      ("report", "report", [:]), ("report compare", "report compare", [:]),
      ("agent list --output json", "agent list", ["output": .text("json")]),
    ] as [(String, String, [String: ArgumentValue])])
  func `binds arguments by their declarations`(text: String, name: String, arguments: [String: ArgumentValue]) throws {
    let binding = bind(text)
    #expect(binding.diagnostics == [])
    let command = try #require(binding.command)
    #expect(command.specification.name == name)
    #expect(command.arguments == arguments)
  }

  @Test(
    arguments: [
      ("agnet list", DiagnosticCode.unknownCommand, "agent list"), ("agent lst", .unknownCommand, "agent list"),
      ("list agents", .unknownCommand, "agent list"), ("corection", .unknownCommand, "correction"),
      ("correction", .unknownCommand, nil), ("zzz", .unknownCommand, nil),
      ("report comparr", .unexpectedArgument, "compare"),
      ("train --mod batch x", .unknownFlag, "--mode"), ("train --xyz", .unknownFlag, nil),
      ("train -m", .unknownFlag, "--mode"),
      ("train --mode", .flagNeedsValue, nil), ("train --mode --limit 5", .flagNeedsValue, nil),
      ("train --mode bach", .unknownChoice, "batch"), ("train --limit 0", .outOfRange, nil),
      ("train --limit 99999999999999999999", .outOfRange, nil), ("train --limit x", .wrongType, nil),
      ("train --limit '5'", .wrongType, nil), ("train --limit 1.5", .wrongType, nil),
      ("train --patience 5", .wrongType, nil),
      ("train [1]", .wrongType, nil), ("agent show @f", .wrongType, nil),
      ("train --mode batch --mode batch", .repeatedFlag, nil),
      ("correction import a --yes=maybe", .flagTakesNoValue, nil), ("correction import", .missingArgument, nil),
      ("capture run -- ls", .missingArgument, nil), ("agent list x", .unexpectedArgument, nil),
      ("agent list | jsn", .unknownFormat, "json"),
    ] as [(String, DiagnosticCode, String?)])
  func `reports what does not fit and what was probably meant`(text: String, code: DiagnosticCode, meant: String?) {
    let binding = bind(text)
    #expect(binding.command == nil)
    #expect(binding.diagnostics.map(\.code) == [code])
    #expect(binding.diagnostics.first?.suggestion == meant)
  }

  @Test func `hands on the words after the dashes`() throws {
    let command = try #require(bind("capture run --agent x -- python3 -c 'print(1)' --v=2 @f > out.txt").command)
    #expect(command.rest == ["python3", "-c", "print(1)", "--v=2", "@f"])
    #expect(command.redirection == "out.txt")
  }

  @Test func `keeps the output format`() throws {
    #expect(try #require(bind("agent list | json").command).format == "json")
  }

  @Test(arguments: ["correction import --help", "train -h", "capture run --help"])
  func `asks nothing of a command that only wants help`(text: String) throws {
    #expect(try #require(bind(text).command).asksForHelp)
  }

  @Test func `finds no defect in the sample table`() {
    #expect(sampleTable.defects() == [])
  }

  @Test func `finds the defects of a table`() {
    let table = CommandTable([
      CommandSpecification(
        path: ["if"], summary: "",
        parameters: [.positional("a", .text, isRepeated: true, ""), .positional("a", .text, "x")], effect: .reads,
        examples: [.init("nothing 'x", "")]),
      CommandSpecification(path: ["if"], summary: "x", effect: .reads),
    ])
    #expect(
      table.defects() == [
        "if: declared twice", "if: 'if' begins another statement of the language", "if: no summary",
        "if: two parameters are called 'a'", "if: 'a' has no summary", "if: only the last positional can be repeated",
        "if: 'nothing 'x': the string has no closing ' on its line",
        "if: 'if' begins another statement of the language",
      ])
  }
}

@Suite struct `Words of a command line` {
  private func bindWords(_ words: [String]) -> Binder.Binding { Binder.bind(words: words, sampleTable) }

  @Test(
    arguments: [
      (
        ["train", "x", "--limit", "5", "--mode=batch"],
        ["agent": ArgumentValue.text("x"), "limit": .integer(5), "mode": .text("batch")]
      ),
      (["train", "--response", "a b; c | d > e"], ["response": .text("a b; c | d > e")]),
      (["train", "--response", "@r.md"], ["response": .content(path: "r.md")]),
      (["train", "--response=@r.md"], ["response": .content(path: "r.md")]),
      (["train", "--response", ""], ["response": .text("")]),
      (["train", "--response", "-x 'it''s"], ["response": .text("-x 'it''s")]),
      (["train", "--response=--x"], ["response": .text("--x")]),
      (["train", "--response=\u{301}e"], ["response": .text("\u{301}e")]),
      (
        ["train", "--context", #"{"a": [1, 2.5], "b": false}"#],
        ["context": .record([.init("a", .list([.integer(1), .number(2.5)])), .init("b", .flag(false))])]
      ),
      (["improve", "--", "@not-a-file"], ["text": .text("@not-a-file")]),
      (["improve", "--- rule"], ["text": .text("--- rule")]),
      (["improve", "if"], ["text": .text("if")]),
    ] as [([String], [String: ArgumentValue])])
  func `bind without being lexed again`(words: [String], arguments: [String: ArgumentValue]) throws {
    let binding = bindWords(words)
    #expect(binding.diagnostics == [])
    #expect(try #require(binding.command).arguments == arguments)
  }

  @Test func `are shown with a caret like a script`() {
    let line = CommandLineWords(["train", "two words", "--mode", "bach"])
    let diagnostics = Binder.bind(line.command, sampleTable).diagnostics
    let renderer = DiagnosticRenderer(source: line.source, width: { _ in 1 })
    #expect(
      diagnostics.map(renderer.text) == [
        """
        command line:1:26: error: --mode: 'bach' is not one of continuous, batch [command.unknown-choice]
          1 | train 'two words' --mode bach
            |                          ^~~~
            = did you mean 'batch'?
        """
      ])
  }

  @Test func `after the dashes belong to the other program`() throws {
    let command = try #require(bindWords(["capture", "run", "--agent", "x", "--", "ls", "--all", "@y", "5"]).command)
    #expect(command.rest == ["ls", "--all", "@y", "5"])
  }
}
