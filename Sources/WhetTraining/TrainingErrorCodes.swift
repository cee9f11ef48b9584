public import WhetCore

extension WhetError.Code {
  /// A stored artefact was written by something else or is damaged.
  public static let sessionArtefactUnreadable = Self(rawValue: "session.artefact-unreadable")
  /// The agent has no corrections.
  public static let trainingNothingToDo = Self(rawValue: "training.nothing-to-do")
  /// The response is too long or holds a NUL character.
  public static let responseInvalid = Self(rawValue: "response.invalid")
  /// The gate refused; the program exits 3.
  public static let deploymentRefused = Self(rawValue: "deployment.refused")
  /// There is nothing to deploy or to take back.
  public static let deploymentNothing = Self(rawValue: "deployment.nothing")
}
