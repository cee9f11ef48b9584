import Testing
import WhetCore

@testable import WhetLearning

@Suite("Languages of prose") struct ProseLanguageTests {
  private static let cases: [(text: String, language: ProseLanguage?)] = [
    ("The door of the shed was open when we came back.", .english),
    ("Die Tür des Schuppens war offen, als wir nach Hause kamen, und es regnete.", .german),
    ("La porte de la remise était ouverte quand nous sommes revenus dans la nuit.", .french),
    ("La puerta del cobertizo estaba abierta cuando volvimos por la noche y no había luz.", .spanish),
    ("La porta della rimessa era aperta quando siamo tornati con gli altri.", .italian),
    ("A porta do barracão estava aberta quando não havia mais luz na rua.", .portuguese),
    ("De deur van de schuur was open toen wij naar huis kwamen en het regende.", .dutch),
    ("Kernel panic", nil), ("", nil), ("a", nil),
  ]

  @Test(arguments: cases.indices) func `are told by their function words`(index: Int) {
    let (text, language) = Self.cases[index]
    #expect(TokenText(text, format: .conversation).language == language, "\(text)")
  }

  @Test func `are those of the line, and of the text where the line does not tell`() {
    let text = TokenText("The door is open and it is cold.\nLa porte de la remise est ouverte.\nOK 7\n", format: .mixed)
    func language(_ word: String) -> ProseLanguage? {
      text.positions[word].flatMap { text.proseLanguage(of: $0[0]..<$0[0] + 1) }
    }
    #expect(language("door") == .english)
    #expect(language("porte") == .french)
    #expect(language("OK") == text.language)
  }

  @Test func `code has none`() {
    #expect(TokenText("for the in of: that\n", format: .code).proseLanguage(of: 0..<1) == nil)
  }
}
