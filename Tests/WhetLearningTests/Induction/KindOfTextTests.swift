import Testing
import WhetCore

@testable import WhetLearning

/// What was learned in one kind of text is right there; elsewhere the same signs and words may mean something else.
@Suite("Kinds of text") struct KindOfTextTests {
  private func learnerOf(_ history: [(original: String, corrected: String, format: ResponseFormat)]) -> OfflineLearner {
    var learner = OfflineLearner()
    for (number, texts) in history.enumerated() {
      learner.learn(pair(number + 1, texts.original, texts.corrected, texts.format))
    }
    return learner
  }

  private static let date = (original: "It is due on 2024-03-09.\n", corrected: "It is due on 9 March 2024.\n")
  private static let other = (original: "We met on 2023-11-02.\n", corrected: "We met on 2 November 2023.\n")

  @Test func `values hold in the format they were seen in until they are right in another`() {
    let one = learnerOf([(Self.date.original, Self.date.corrected, .conversation)])
    #expect(one.improved(Self.other.original, .conversation) == Self.other.corrected)
    #expect(one.improved(Self.other.original, .documentation) == Self.other.original)
    let both = learnerOf([
      (Self.date.original, Self.date.corrected, .conversation),
      (Self.other.original, Self.other.corrected, .documentation),
    ])
    #expect(both.improved("Seen on 2022-05-30.\n", .mixed) == "Seen on 30 May 2022.\n")
  }

  @Test func `words with other forms hold in the format they were seen in until they are right in another`() {
    let first = ("Please whitelist it now.\n", "Please allowlist it now.\n", ResponseFormat.conversation)
    let one = learnerOf([first])
    #expect(one.improved("It was whitelisted.\n", .conversation) == "It was allowlisted.\n")
    #expect(one.improved("It was whitelisted.\n", .documentation) == "It was whitelisted.\n")
    let both = learnerOf([first, ("We whitelist all of it.\n", "We allowlist all of it.\n", .documentation)])
    #expect(both.improved("It was whitelisted.\n", .mixed) == "It was allowlisted.\n")
  }

  @Test func `values hold in the language they were seen in until they are right in another`() {
    let french = (
      "Le bureau est ouvert à 13:30 pour les visites.\n", "Le bureau est ouvert à 13 h 30 pour les visites.\n"
    )
    let learner = learnerOf([(french.0, french.1, .conversation)])
    #expect(
      learner.improved("La salle est libre à 14:45 dans la cour.\n", .conversation)
        == "La salle est libre à 14 h 45 dans la cour.\n")
    let english = "The office is open at 14:45 for all of the visitors.\n"
    #expect(learner.improved(english, .conversation) == english)
  }

  @Test func `what was corrected in a statement is left alone in comments and strings`() {
    let learner = learnerOf([("which git\n", "command -v git\n", .code)])
    #expect(learner.improved("which jq\n") == "command -v jq\n")
    for text in ["# decide which file is newer\n", "echo \"which file?\"\n"] { #expect(learner.improved(text) == text) }
  }

  @Test func `a number that was wrong once says nothing of others`() {
    #expect(learnerOf([("a = 1\nb = 2\n", "a = 7\nb = 2\n", .code)]).lessons.isEmpty)
    #expect(learnerOf([("There were 14 of them.\n", "There were 15 of them.\n", .conversation)]).lessons.isEmpty)
  }

  @Test func `a document lesson holds in the format it was seen in until it is right in another`() {
    let body = "The pump runs again.\n\n"
    let learner = learnerOf([(body + "Hope this helps!\n", "The pump runs again.\n", .conversation)])
    #expect(learner.improved("It is done.\n\nHope this helps!\n", .conversation) == "It is done.\n")
    let document = "# Pumps\n\nIt is done.\n\nHope this helps!\n"
    #expect(learner.improved(document, .documentation) == document)
  }

  @Test func `an import holds wherever there is code`() {
    let learner = learnerOf([
      ("import os\n\nx = parse(f)\n", "import json\nimport os\n\nx = json.load(f)\n", .code)
    ])
    let text = "Try this:\n\n```python\nimport os\n\ny = json.load(g)\n```\n"
    #expect(learner.improved(text, .mixed).contains("import json\n"))
  }

  @Test func `a number that becomes a word begins its sentence with a capital`() {
    let learner = learner(
      [
        ("6 boxes came in.\n", "Six boxes came in.\n"),
        ("She has 4 dogs in the yard.\n", "She has four dogs in the yard.\n"),
      ], .conversation)
    #expect(learner.improved("It rained. 3 boxes are wet.\n", .conversation) == "It rained. Three boxes are wet.\n")
    #expect(learner.improved("We saw 3 boxes.\n", .conversation) == "We saw three boxes.\n")
  }

  @Test func `a dash between two numbers is none in a date`() {
    let learner = learner([("It takes 20-30 minutes.\n", "It takes 20–30 minutes.\n")], .conversation)
    #expect(learner.improved("Wait 5-10 days.\n", .conversation) == "Wait 5–10 days.\n")
    #expect(learner.improved("It is due on 2024-03-09.\n", .conversation) == "It is due on 2024-03-09.\n")
  }
}
