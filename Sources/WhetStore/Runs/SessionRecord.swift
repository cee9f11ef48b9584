public import Foundation
public import WhetCore

/// What a session trains.
public enum SessionSubject: Sendable, Equatable {
  case correction(CorrectionID, revision: Int)
  /// A response without a correction, with its task and context: JSON the trainer understands.
  case response(Data)
}

/// One training session.
public struct SessionRecord: Sendable, Equatable, Identifiable {
  /// How far it got.
  public enum State: String, Sendable, Codable, CaseIterable {
    case open, finished
    /// Stopped by an error; the next step's commit goes on with it.
    case failed
    /// Ended by the user.
    case aborted
  }

  /// `s` and a number that counts the sessions of the store, from 1.
  public var id: SessionID
  public var run: RunID
  /// The place among the run's sessions, from 1.
  public var position: Int
  /// The run's agent.
  public var agent: AgentName
  /// `nil` for a bare response; then `response` is its artefact.
  public var correction: CorrectionID?
  /// The correction's revision that is trained.
  public var revision: Int?
  /// The JSON of a bare response.
  public var response: ArtefactDigest?
  public var state: State
  /// The last committed step; `nil` before the first.
  public var lastStep: PipelineStep?
  /// A weighted mean, 0 to 100; `nil` where nothing was measured.
  public var overallBefore: Double?
  /// As `overallBefore`, of the improved response.
  public var overallAfter: Double?
  /// Points; `nil` where nothing was measured.
  public var improvement: Double?
  /// When the first step was committed.
  public var startedAt: Date?
  /// When it was finished, failed or aborted.
  public var finishedAt: Date?
}

/// One committed step.
public struct StepRecord: Sendable, Equatable {
  public var step: PipelineStep
  /// What the step produced, as it was committed.
  public var artefact: Data
  /// The artefact's digest.
  public var digest: ArtefactDigest
  public var committedAt: Date
}
