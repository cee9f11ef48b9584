import Testing
import WhetCore
import WhetTerminal

@testable import WhetShell

struct PromptTextTests {
  @Test func `the prompt shows agent, model and place, each where there is one`() throws {
    let agent = try AgentName("engineer")
    let session = SessionID("s12")
    func text(_ text: PromptText) -> String { text.text(.plain).plain }
    #expect(text(PromptText()) == "whet> ")
    #expect(text(PromptText(agent: agent)) == "whet engineer> ")
    #expect(text(PromptText(agent: agent, model: "openai:x")) == "whet engineer openai:x> ")
    let place = PromptText.Place(session: session, lastStep: .prompt)
    #expect(text(PromptText(agent: agent, place: place)) == "whet engineer s12 3/7 prompt> ")
    #expect(text(PromptText(place: .init(session: session))) == "whet s12 0/7> ")
  }

  @Test func `a name from elsewhere cannot move the cursor`() {
    #expect(!PromptText(model: "x\u{1B}[2J\n").text(.plain).printable.contains("\u{1B}"))
    #expect(!PromptText(model: "x\u{1B}[2J\n").text(.plain).printable.contains("\n"))
  }
}
