public import WhetCore
import WhetStore

/// What one verb did in a run that is stepped through, and where that leaves a person.
public struct SteppingReport: Sendable {
  /// A step that was done.
  public struct Done: Sendable, Equatable {
    public var session: SessionID
    public var step: PipelineStep
  }

  /// Where a person stands now.
  public var place: SteppingPlace
  /// The steps that were done, in order.
  public var done: [Done] = []
  /// The steps that were taken back, in their order.
  public var takenBack: [PipelineStep] = []
  /// What else is worth knowing, in sentences.
  public var notes: [String] = []
  /// The whole run, where this verb brought it to its end.
  public var finished: RunReport?

  /// A place where nothing was done.
  public init(_ place: SteppingPlace) {
    self.place = place
  }
}
