import Testing
import WhetCore

@Suite struct `Pipeline steps` {
  @Test func `are seven, in the order of their numbers`() {
    #expect(PipelineStep.allCases.map(\.rawValue) == Array(1...7))
    #expect(PipelineStep.allCases.sorted() == PipelineStep.allCases)
  }

  @Test(arguments: PipelineStep.allCases)
  func `are found by the name they show`(step: PipelineStep) {
    #expect(PipelineStep(name: step.name) == step)
    #expect(step.next?.rawValue == (step == .deployment ? nil : step.rawValue + 1))
  }

  @Test(arguments: ["", "Input", "deploy", "input "])
  func `know no other name`(name: String) {
    #expect(PipelineStep(name: name) == nil)
  }
}
