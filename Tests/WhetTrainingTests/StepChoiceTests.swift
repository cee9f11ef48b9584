import Foundation
import Testing
import WhetCore
import WhetEvaluation
import WhetLearning
import WhetStore

@testable import WhetTraining

/// What a person decides in a session: session 6 is the one that known lessons fit.
@Suite(.timeLimit(.minutes(3))) struct StepChoiceTests {
  private static let session = SessionID("s6")

  private static func standing(at step: PipelineStep) async throws -> Workplace {
    try await SteppingTests.standing(at: step, of: 6)
  }

  @Test(arguments: PipelineStep.allCases)
  func `another strategy holds for the rest of the session`(step: PipelineStep) async throws {
    let place = try await Self.standing(at: step)
    let drawn = try SessionArtefacts(place.store.steps(of: Self.session)).strategy?.strategy
    let other = drawn == "engineer" ? "generic" : "engineer"
    let report = try await place.trainer.choose(.strategy(other))
    #expect(report.place.session.lastStep == step)
    #expect(report.takenBack == PipelineStep.allCases.filter { $0 >= .strategy && $0 <= step })
    #expect(report.done.map(\.step) == report.takenBack)
    if step < .evaluation { _ = try await place.trainer.step(count: 7 - step.rawValue) }
    let artefacts = try place.trainer.sessionReport(Self.session).artefacts
    #expect(artefacts.strategy?.strategy == other && artefacts.strategy?.chosenBy == .person)
    if let paired = artefacts.evaluation?.paired { #expect(paired.weights == Strategy.named(other).weights) }
    #expect(try place.store.undoneSteps(of: Self.session).map(\.step.step) == report.takenBack)
    let again = try await place.trainer.choose(.strategy(other))
    #expect(again.takenBack.isEmpty && again.notes.contains { $0.hasPrefix("nothing changed") })
  }

  @Test(arguments: PipelineStep.allCases)
  func `a lesson that is off is not used, and on again all is as it was`(step: PipelineStep) async throws {
    let place = try await Self.standing(at: step)
    let plain = try await SteppingTests.undisturbed()
    let lesson = try #require(try Self.lessons(of: place).first)
    let report = try await place.trainer.choose(.lesson(String(lesson.rawValue.prefix(6)), isOn: false))
    #expect(report.place.session.lastStep == step)
    #expect(report.takenBack == PipelineStep.allCases.filter { $0 >= .prompt && $0 <= step })
    if step < .response { _ = try await place.trainer.step(count: 4 - step.rawValue) }
    let artefacts = try place.trainer.sessionReport(Self.session).artefacts
    #expect(artefacts.prompt?.lessons.contains(lesson) == false)
    #expect(artefacts.prompt?.switchedOff == [lesson] && artefacts.prompt?.chosenBy == .person)
    #expect(artefacts.response?.applications.contains { $0.lesson == lesson } == false)
    _ = try await place.trainer.choose(.lesson(lesson.rawValue, isOn: true))
    _ = try await place.trainer.finishStepping(all: true)
    #expect(try Leftovers(place.trainer) == plain)
  }

  @Test(arguments: PipelineStep.allCases)
  func `a person's response is measured and counts for nothing`(step: PipelineStep) async throws {
    let place = try await Self.standing(at: step)
    let answer = "def check():\n    return None\n"
    let report = try await place.trainer.choose(.response(answer))
    #expect(report.place.session.lastStep == step)
    #expect(report.takenBack == PipelineStep.allCases.filter { $0 >= .response && $0 <= step })
    let end = try await place.trainer.finishStepping(all: true)
    let session = try place.trainer.sessionReport(Self.session)
    #expect(session.improved == answer)
    #expect(session.artefacts.response?.improver == "person" && session.artefacts.response?.applications == [])
    #expect(session.artefacts.evaluation?.chosenBy == .person)
    #expect(session.session.improvement == nil && session.session.overallAfter != nil)
    #expect(session.artefacts.adaptation?.helped == [] && session.artefacts.adaptation?.harmed == [])
    // The lessons and the held-out evidence rest on the corrections alone.
    let plain = try await SteppingTests.undisturbed()
    #expect(end.finished?.outcome?.heldOut == plain.outcome?.heldOut)
    #expect(try Leftovers.lessons(of: place.trainer).map(\.lesson) == plain.lessons.map(\.lesson))
    let memory = try await AgentMemory.load(
      place.agent, from: place.store, configuration: place.trainer.configuration)
    #expect(memory.arms.values.reduce(0) { $0 + $1.sessions } == plain.sessions.count { $0.improvement != nil } - 1)
  }

  @Test(arguments: [StoredChoice.Kind.strategy, .lesson])
  func `what a person arranged is shown and is no evidence`(kind: StoredChoice.Kind) async throws {
    let place = try await Self.standing(at: .evaluation)
    #expect(try place.store.session(Self.session).improvement != nil)
    let drawn = try SessionArtefacts(place.store.steps(of: Self.session)).strategy?.strategy
    let lesson = try #require(try Self.lessons(of: place).first)
    _ = try await place.trainer.choose(
      kind == .strategy
        ? .strategy(drawn == "engineer" ? "generic" : "engineer") : .lesson(lesson.rawValue, isOn: false)
    )
    let end = try await place.trainer.finishStepping(all: true)
    let session = try place.trainer.sessionReport(Self.session)
    #expect(session.artefacts.evaluation?.chosenBy == .person)
    #expect(session.artefacts.evaluation?.note.contains("not counted") == true)
    #expect(session.artefacts.evaluation?.paired.improvement != nil && session.session.improvement == nil)
    #expect(session.artefacts.adaptation?.helped == [] && session.artefacts.adaptation?.harmed == [])
    let plain = try await SteppingTests.undisturbed()
    let measured = plain.sessions.count { $0.improvement != nil } - 1
    #expect(end.finished?.outcome?.local.measured == measured)
    let memory = try await AgentMemory.load(
      place.agent, from: place.store, configuration: place.trainer.configuration)
    #expect(memory.arms.values.reduce(0) { $0 + $1.sessions } == measured)
  }

  @Test func `the response goes back to the improver, and no model is pretended`() async throws {
    let place = try await Self.standing(at: .adaptation)
    let offline = try await place.trainer.choose(.model("offline"))
    #expect(offline.takenBack.isEmpty)
    _ = try await place.trainer.choose(.response("nothing"))
    _ = try await place.trainer.choose(.model("offline"))
    let error = await #expect(throws: WhetError.self) {
      try await place.trainer.choose(.model("anthropic:claude"))
    }
    #expect(error?.code == .modelUnknown)
    _ = try await place.trainer.finishStepping(all: true)
    #expect(try await Leftovers(place.trainer) == SteppingTests.undisturbed())
  }

  @Test func `what was chosen for a step is withdrawn with it, and what waits stays`() async throws {
    let place = try await Self.standing(at: .prompt)
    let lesson = try #require(try Self.lessons(of: place).first)
    _ = try await place.trainer.choose(.lesson(lesson.rawValue, isOn: false))
    _ = try await place.trainer.choose(.response("kept for later"))
    let back = try await place.trainer.stepBack()
    #expect(back.notes.contains { $0.contains("withdrawn") })
    let choices = try place.trainer.sessionReport(Self.session).choices
    #expect(choices.map(\.kind) == ["lesson", "response"] && choices.map(\.isInForce) == [false, true])
    _ = try await place.trainer.step(count: 2)
    let session = try place.trainer.sessionReport(Self.session)
    #expect(session.artefacts.prompt?.chosenBy == nil && session.improved == "kept for later")
  }

  // MARK: The prompt's text

  @Test func `a lesson's line deleted from the prompt switches the lesson off and nothing else`() async throws {
    let place = try await Self.standing(at: .evaluation)
    let prompt = try #require(try place.trainer.sessionReport(Self.session).prompt)
    let lessons = try Self.lessons(of: place)
    let edited = prompt.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("- [\(lessons[0])]") }.joined(separator: "\n")
    let report = try await place.trainer.choose(.prompt(edited))
    #expect(report.takenBack == [.prompt, .response, .evaluation])
    let session = try place.trainer.sessionReport(Self.session)
    #expect(session.artefacts.prompt?.switchedOff == [lessons[0]])
    #expect(session.choices.map(\.kind) == ["lesson"])
    #expect(session.artefacts.prompt?.note?.contains("words") == false)
  }

  @Test(arguments: [false, true])
  func `other changes are kept and said to have no effect`(isCRLF: Bool) async throws {
    let place = try await Self.standing(at: .response)
    let before = try place.trainer.sessionReport(Self.session)
    let prompt = try #require(before.prompt)
    var edited = prompt.replacing("# Task", with: "Be brief.\n\n# Task")
    if isCRLF { edited = edited.replacing("\n", with: "\r\n") }
    let report = try await place.trainer.choose(.prompt(edited))
    #expect(report.notes.contains { $0.contains("no offline effect") })
    let after = try place.trainer.sessionReport(Self.session)
    #expect(after.prompt == edited && after.artefacts.prompt?.lessons == before.artefacts.prompt?.lessons)
    #expect(after.improved == before.improved)
    // A lesson switched off takes its line out of the person's words, and on again brings it back.
    let lesson = try #require(before.artefacts.prompt?.lessons.first)
    _ = try await place.trainer.choose(.lesson(lesson.rawValue, isOn: false))
    let off = try place.trainer.sessionReport(Self.session)
    #expect(off.prompt?.contains("Be brief.") == true && off.prompt?.contains("[\(lesson)]") == false)
    _ = try await place.trainer.choose(.lesson(lesson.rawValue, isOn: true))
    let on = try place.trainer.sessionReport(Self.session)
    #expect(Set(on.artefacts.prompt?.lessons ?? []) == Set(before.artefacts.prompt?.lessons ?? []))
    #expect(on.prompt?.contains("Be brief.") == true)
  }

  @Test func `a prompt that is only spaced otherwise is unchanged`() async throws {
    let place = try await Self.standing(at: .response)
    let prompt = try #require(try place.trainer.sessionReport(Self.session).prompt)
    for edited in [prompt + "\n\n", prompt.replacing("\n", with: "  \n"), prompt.replacing("\n\n", with: "\n\n\n")] {
      let report = try await place.trainer.choose(.prompt(edited))
      #expect(report.takenBack.isEmpty && report.notes == ["nothing changed: the prompt is as it was"])
    }
  }

  @Test func `what stands in fences stays in them, as it is`() async throws {
    let place = try await Self.standing(at: .response)
    let prompt = try #require(try place.trainer.sessionReport(Self.session).prompt)
    let broken = [
      "- [x] do as I say", prompt.replacing("```python", with: ""), prompt.replacing("task of none3", with: "another"),
      "````\n" + prompt,
    ]
    for edited in broken {
      let error = await #expect(throws: WhetError.self) { try await place.trainer.choose(.prompt(edited)) }
      #expect(error?.code == .stepChoice)
    }
    #expect(try place.store.choices(of: Self.session).isEmpty)
  }

  @Test func `text of others lists no lesson`() {
    let text = PromptText(
      "# Lessons\n\n- [a] one\n- [b] two\n\n# Task\n\n````\n# Lessons\n- [c] evil\n```\n- [d] evil\n````\n- [e] late\n")
    #expect(text.listed.map(\.id.rawValue) == ["a", "b"])
    #expect(text.blocks.count == 1)
    #expect(PromptText(text.adding("- [z] new")).listed.map(\.id.rawValue) == ["a", "b", "z"])
    #expect(PromptText(text.removing(LessonID("a"))).listed.map(\.id.rawValue) == ["b"])
    #expect(PromptText(PromptText("no part").adding("- [z] new")).listed.map(\.id.rawValue) == ["z"])
  }

  @Test func `what cannot be chosen is refused and changes nothing`() async throws {
    let place = try await Self.standing(at: .evaluation)
    let refused: [(StepChoice, WhetError.Code)] = [
      (.strategy("nonsense"), .stepChoice), (.lesson("nonsense", isOn: false), .stepChoice),
      (.lesson("", isOn: false), .stepChoice), (.response("a\0b"), .responseInvalid), (.model(""), .modelUnknown),
    ]
    for (choice, code) in refused {
      let error = await #expect(throws: WhetError.self) { try await place.trainer.choose(choice) }
      #expect(error?.code == code)
    }
    #expect(try place.store.undoneSteps(of: Self.session).isEmpty)
    #expect(try place.store.choices(of: Self.session).isEmpty)
  }

  @Test func `secrets in what a person gives are not stored`() async throws {
    let place = try await Self.standing(at: .response)
    _ = try await place.trainer.choose(.response("key = 'AKIAIOSFODNN7EXAMPLE'\n"))
    #expect(try place.trainer.sessionReport(Self.session).improved?.contains("AKIAIOSFODNN7EXAMPLE") == false)
  }

  @Test func `artefacts of earlier versions are read`() throws {
    var artefacts = SessionArtefacts()
    try artefacts.take(.strategy, Data(#"{"strategy":"generic","reason":"r","options":[]}"#.utf8))
    let digest = StoredJSON.data(ArtefactDigest(of: Data()))
    let text = String(decoding: digest, as: UTF8.self)
    try artefacts.take(.prompt, Data(#"{"text":\#(text),"lessons":["a"]}"#.utf8))
    try artefacts.take(
      .response, Data(#"{"improver":"offline","text":\#(text),"applications":[],"note":"n"}"#.utf8))
    #expect(artefacts.strategy?.chosenBy == nil && artefacts.prompt?.switchedOff == nil)
    #expect(artefacts.response?.chosenBy == nil)
    // And what nobody chose is written as it was then.
    #expect(
      String(decoding: StoredJSON.data(try #require(artefacts.strategy)), as: UTF8.self)
        == #"{"options":[],"reason":"r","strategy":"generic"}"#)
  }

  private static func lessons(of place: Workplace) throws -> [LessonID] {
    let known = try place.store.lessons(agent: place.agent, statuses: [.active]).map(\.id)
    try #require(!known.isEmpty)
    // Those that the sixth session lists, which its own correction did not bring.
    return try SessionArtefacts(place.store.steps(of: session)).prompt?.lessons ?? known
  }
}
