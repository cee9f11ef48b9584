import Testing

@testable import WhetLearning

@Suite struct `Word forms` {
  @Test(arguments: [
    ("utilize", "use", ["utilize use", "utilizing using", "utilized used", "utilizes uses"]),
    ("utilizing", "using", ["utilizing using", "utilized used", "utilizes uses", "utilize use"]),
    ("logs", "records", ["logs records", "logging recording", "logged recorded", "log record"]),
    ("query", "search", ["query search", "querying searching", "queried searched", "queries searches"]),
    ("of", "for", ["of for"]), ("e-mail", "email", ["e-mail email"]), ("Naïve", "plain", ["Naïve plain"]),
    ("running", "walk", ["running walk"]),
  ])
  func `of two words go together, the observed pair first`(source: String, target: String, pairs: [String]) {
    let found = WordForms.pairs(source, target).map { "\($0.source) \($0.target)" }
    #expect(found.first == pairs.first)
    #expect(Set(found) == Set(pairs))
  }

  @Test(arguments: [
    ("Added", "Add"), ("stopped", "stop"), ("writing", "write"), ("tried", "try"), ("using", "use"), ("passed", "pass"),
  ])
  func `have a base form in the same case`(word: String, base: String) { #expect(WordForms.base(of: word) == base) }

  @Test(arguments: ["", "a", "be", "naïve", "x1", "🙂", "ED", "ing", "red", "sing", "speed", "string", "HTTPed"])
  func `are not made up for words that have none`(word: String) {
    #expect(WordForms.base(of: word) == nil)
    #expect(WordForms.pairs(word, word).first?.source == word)
  }

  @Test(arguments: [
    ("word", "other", "other"), ("Word", "other", "Other"), ("WORD", "other", "OTHER"), ("A", "other", "Other"),
    ("wORD", "Other", "Other"), ("Word", "", ""), ("", "other", "other"), ("1st", "other", "other"),
    ("É", "été", "Été"),
    ("ÉA", "été", "ÉTÉ"),
  ])
  func `take the case of what they stand for`(model: String, word: String, result: String) {
    #expect(LetterCase.of(model, appliedTo: word) == result)
  }
}
