import WhetCore
import WhetStore
import WhetTraining

/// What a person can do at a place of a stepped run.
enum StepAdvice {
  /// What comes next and the verbs that make sense here.
  static func next(_ place: SteppingPlace) -> String {
    "next: 'step next' \(words(of: place)). Or " + verbs(place).joined(separator: ", ") + "."
  }

  /// What `step next` does.
  static func words(of place: SteppingPlace) -> String {
    let teaches = place.session.correction != nil
    return switch place.next {
    case .step(let step): "does step \(step.rawValue), \(step.name): \(words(step, teaches: teaches))"
    case .session(let id): "begins the next session, \(id)"
    case .outcome where !teaches: "ends the run; a response without a correction proves nothing, so no gate decides"
    case .outcome: "measures the run on held-out cases and lets the gate decide; after that nothing is taken back"
    case .nothing: "has nothing to do: the run is over"
    }
  }

  private static func words(_ step: PipelineStep, teaches: Bool) -> String {
    switch step {
    case .input: "takes in the response and its task"
    case .strategy: "chooses how to train"
    case .prompt: "writes the prompt with the lessons known so far"
    case .response: "applies the lessons of the prompt"
    case .evaluation: "measures the response before and after"
    case .adaptation: teaches ? "learns from the correction" : "counts which lessons helped; nobody corrected it"
    case .deployment: teaches ? "leaves the decision to the run's gate" : "ends the session"
    }
  }

  private static func verbs(_ place: SteppingPlace) -> [String] {
    let last = place.session.lastStep
    var verbs: [String] = []
    switch last {
    case .strategy: verbs.append("'step set strategy NAME' chooses another")
    case .prompt: verbs.append("'step edit' opens the prompt, 'step set lesson ID off' leaves a lesson out")
    case .response: verbs.append("'step edit' opens the response, 'step set response @FILE' gives another")
    default: break
    }
    if let last, last != .input || place.session.position > 1 {
      verbs.append("'step back' takes step \(last.rawValue) back")
    }
    if place.next != .outcome { verbs.append("'step run' goes to the end of the session") }
    verbs.append("'step abort' gives the run up")
    return verbs
  }

  /// What there is to know of a run that was given up.
  static func ended(_ place: SteppingPlace) -> String {
    "The run is over without a decision; finished sessions stay, aborted ones taught nothing. "
      + "next: 'train \(place.run.agent)' trains what is left, 'session show \(place.session.id)' shows the session"
  }

  static func value(_ move: SteppingPlace.Move) -> JSONValue {
    switch move {
    case .step(let step): .record(["move": "step", "step": .string(step.name), "session": .null])
    case .session(let id): .record(["move": "session", "step": .string("input"), "session": .string(id.rawValue)])
    case .outcome: .record(["move": "outcome", "step": .null, "session": .null])
    case .nothing: .record(["move": "nothing", "step": .null, "session": .null])
    }
  }
}
