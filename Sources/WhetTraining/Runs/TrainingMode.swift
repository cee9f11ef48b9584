public import WhetCore
public import WhetStore

/// How a run trains.
public enum TrainingMode: String, Sendable, Codable, CaseIterable {
  /// One session per correction, in order of arrival.
  case continuous
}

/// What a resumed run needs to know of the run it goes on with.
struct RunSettings: Sendable, Codable {
  var gatePolicy: String
  var tokenBudget: Int
  var isLearnerEnabled: Bool
  var seed: UInt64
  /// Whether a person steps through the run; then nothing else goes on with it. Never `false`: earlier versions wrote
  /// none.
  var isStepped: Bool?
}

extension RunRecord {
  /// Whether a person steps through the run; one whose settings cannot be read is for nobody to step through.
  public var isStepped: Bool { (try? RunSettings(of: self))?.isStepped == true }

  /// The command that goes on with a run that is not finished.
  ///
  /// - Parameter session: the one to go on at.
  public func goingOn(at session: SessionID? = nil) -> String {
    guard let session else { return isStepped ? "step next" : "session resume" }
    return isStepped ? "step next --session \(session)" : "session resume \(session)"
  }
}

extension RunSettings {
  init(of run: RunRecord) throws(WhetError) {
    self = try StoredJSON.value(RunSettings.self, from: run.settings, what: "the settings of run '\(run.id)'")
  }
}
