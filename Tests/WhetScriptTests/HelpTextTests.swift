import Testing

@testable import WhetScript

@Suite struct `Help text` {
  @Test func `shows everything about a command`() throws {
    let page = try #require(HelpText(table: sampleTable).page(for: ["correction", "import"]))
    #expect(
      page == """
        correction import FILE [--agent AGENT] [--yes]

          import corrections.

          One JSON object a line.

          A line that is not valid is reported and skipped.

        Arguments
          FILE  JSON lines

        Flags
          --agent AGENT  for whom (default: as in the file)
          --yes          ask nothing

        Flags of every command
          --output table|json|jsonl  how results are shown

        Examples
          correction import fixes.jsonl --agent engineer
              imports a file

        Effect: writes to the store or to files.
        """)
  }

  @Test func `lists the commands under a noun`() {
    #expect(
      HelpText(table: sampleTable).page(for: ["agent"]) == """
          agent list  list the agents
          agent show  show an agent
        """)
    #expect(HelpText(table: sampleTable).page(for: ["zzz"]) == nil)
  }

  @Test(arguments: [40, 60, 80])
  func `keeps within its width`(width: Int) {
    let help = HelpText(table: sampleTable, width: width)
    let pages = sampleTable.commands.map { help.page(for: $0) }
    for line in pages.joined(separator: "\n").split(separator: "\n") where line.contains(" ") && !line.hasPrefix("  ") {
      #expect(line.count <= width)
    }
  }
}
