import Testing
import WhetCore

@testable import WhetLearning

/// White space is part of what people correct, and what a rule writes has the space its place has.
@Suite("White space") struct SpacingTests {
  private func learner(_ texts: [(String, String)], _ format: ResponseFormat = .documentation) -> OfflineLearner {
    var learner = OfflineLearner()
    for (number, text) in texts.enumerated() { learner.learn(pair(number + 1, text.0, text.1, format)) }
    return learner
  }

  @Test func `a space between a number and a sign is learned from one correction`() {
    let one = learner([("Der Preis ist 12,50€ im Monat.\n", "Der Preis ist 12,50 € im Monat.\n")])
    #expect(one.improved("Das Haus kostet 99€ am Tag.\n", .documentation) == "Das Haus kostet 99 € am Tag.\n")
    #expect(one.improved("Es ist € 99 wert.\n", .documentation) == "Es ist € 99 wert.\n")
  }

  @Test func `an abbreviation gets its space, and the end of another word does not`() {
    let one = learner([("Wir haben z.B. Brot und Käse.\n", "Wir haben z. B. Brot und Käse.\n")])
    #expect(one.improved("Nimm z.B. das Rad.\n", .documentation) == "Nimm z. B. das Rad.\n")
    #expect(one.improved("Die Datei a.b.c bleibt.\n", .documentation) == "Die Datei a.b.c bleibt.\n")
  }

  @Test(arguments: [
    "https://x.org?" + String(repeating: "a=1&", count: 40) + "b,c",
    "https:" + String(repeating: "a.", count: 40) + "b,c/d",
    "src/" + String(repeating: "a.", count: 40) + "b,c", "me@x,y",
  ])
  func `an address keeps its signs together, however long it is`(address: String) {
    let one = learner([
      ("We sow oats,rye and barley.\n", "We sow oats, rye and barley.\n"),
      ("They ate plums,figs and pears.\n", "They ate plums, figs and pears.\n"),
      ("He saw Ann,Tom and Eve.\n", "He saw Ann, Tom and Eve.\n"),
    ])
    #expect(one.improved("Take red,blue and green.\n", .documentation) == "Take red, blue and green.\n")
    #expect(one.improved("See \(address) for it.\n", .documentation) == "See \(address) for it.\n")
  }

  @Test func `spaces that were taken away again are taken away from then on`() {
    let both = learner([
      ("It was 12€ then.\n", "It was 12 € then.\n"), ("It is 14 € now.\n", "It is 14€ now.\n"),
      ("It is 7 € soon.\n", "It is 7€ soon.\n"),
    ])
    #expect(both.improved("It was 99 € there.\n", .documentation) == "It was 99€ there.\n")
  }

  @Test func `a value that comes to stand elsewhere leaves its space behind`() {
    let one = learner([
      ("May 5, 2024 was a Sunday.\n", "2024-05-05 was a Sunday.\n"),
      ("July 9, 2023 was a Sunday too.\n", "2023-07-09 was a Sunday too.\n"),
    ])
    #expect(one.improved("It began on June 12, 2021.\n", .documentation) == "It began on 2021-06-12.\n")
  }

  @Test func `what is written in a sign's place has that sign's space`() {
    let code = learner(
      [
        ("a = \"key-%s end\" % name\n", "a = f\"key-{name} end\"\n"),
        ("b = \"row-%s end\" % place\n", "b = f\"row-{place} end\"\n"),
      ], .code)
    #expect(code.improved("c = \"missing %s here\" % item\n", .code) == "c = f\"missing {item} here\"\n")
  }
}

/// What was found where rules did too much.
@Suite("Rules that did too much") struct OverreachTests {
  @Test func `a name that is repeated is the one that stands there`() {
    var learner = OfflineLearner()
    learner.learn(
      pair(1, "wide.sort_index(inplace=True)\n", "wide = wide.sort_index()\n", .code))
    #expect(learner.improved("rows.sort_index(inplace=True)\n", .code) == "rows = rows.sort_index()\n")
  }

  @Test func `what people left bold beside what they took away stays bold`() {
    var learner = OfflineLearner()
    let text = "- **Dose:** one pill\n- **Never** give two\n- **Food:** as always\n"
    learner.learn(
      pair(1, text, "- Dose: one pill\n- **Never** give two\n- Food: as always\n", .documentation))
    #expect(
      learner.improved("- **Call:** any time\n- **Never** wait\n", .documentation)
        == "- Call: any time\n- **Never** wait\n")
  }

  @Test func `a paragraph below the title goes where the title says so`() {
    var learner = OfflineLearner()
    for (number, title) in ["Storage report", "Harvest report, week 3"].enumerated() {
      learner.learn(
        pair(
          number + 1, "# \(title)\n\nAll went well.\n", "# \(title)\n\nStatus: draft\n\nAll went well.\n",
          .documentation))
    }
    #expect(
      learner.improved("# Report on the mill\n\nIt runs.\n", .documentation)
        == "# Report on the mill\n\nStatus: draft\n\nIt runs.\n")
    let labelled = "# Report on the mill\n\nStatus: final\n\nIt runs.\n"
    #expect(learner.improved(labelled, .documentation) == labelled)
  }
}
