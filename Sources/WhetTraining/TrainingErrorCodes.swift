public import WhetCore

extension WhetError.Code {
  /// A stored artefact was written by something else or is damaged.
  public static let sessionArtefactUnreadable = Self(rawValue: "session.artefact-unreadable")
  /// The agent has no corrections.
  public static let trainingNothingToDo = Self(rawValue: "training.nothing-to-do")
  /// A person steps through the run, so nothing else goes on with it.
  public static let runStepped = Self(rawValue: "run.stepped")
  /// No session is stepped through, or not the one that was named.
  public static let stepNone = Self(rawValue: "step.none")
  /// The verb has nothing to do at the step where the session stands.
  public static let stepNotHere = Self(rawValue: "step.not-here")
  /// What was chosen does not exist or may not be chosen.
  public static let stepChoice = Self(rawValue: "step.choice")
  /// There is no such model.
  public static let modelUnknown = Self(rawValue: "model.unknown")
  /// The response is too long or holds a NUL character.
  public static let responseInvalid = Self(rawValue: "response.invalid")
  /// The gate refused; the program exits 3.
  public static let deploymentRefused = Self(rawValue: "deployment.refused")
  /// There is nothing to deploy or to take back.
  public static let deploymentNothing = Self(rawValue: "deployment.nothing")
}
