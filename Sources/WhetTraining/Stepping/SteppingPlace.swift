import Foundation
public import WhetCore
public import WhetStore

/// Where a person stands in a run that is stepped through. All of it is in the store: a process may end at any point.
public struct SteppingPlace: Sendable, Equatable {
  /// What `step next` does.
  public enum Move: Sendable, Equatable {
    /// The session's next step.
    case step(PipelineStep)
    /// The first step of the run's next session.
    case session(SessionID)
    /// All sessions are over: held-out evidence and the gate's decision end the run.
    case outcome
    /// The run is over.
    case nothing
  }

  public var run: RunRecord
  /// The session worked on last.
  public var session: SessionRecord
  /// How many sessions the run has.
  public var sessions: Int
  public var next: Move
}

extension Store {
  /// The session a person is stepping through, and its next step, `nil` once it has all seven; cheap enough to be asked
  /// before each line of the prompt.
  ///
  /// - Parameter agent: `nil` looks at all agents; of several runs the one stepped through last counts.
  public func openSteppedSession(agent: AgentName? = nil) throws(WhetError) -> (
    session: SessionRecord, next: PipelineStep?
  )? {
    guard let place = try steppingPlaces(agent: agent).last else { return nil }
    let next = place.session.lastStep.map(\.next) ?? .input
    return (place.session, place.session.state == .finished ? nil : next)
  }

  /// The places in all runs that are stepped through; the one where a step was done or taken back last comes last.
  public func steppingPlaces(agent: AgentName? = nil) throws(WhetError) -> [SteppingPlace] {
    var places: [SteppingPlace] = []
    for run in try openRuns(agent: agent) where run.isStepped {
      if let place = try steppingPlace(in: run) { places.append(place) }
    }
    // A prompt asks before each line; with one place there is nothing to order.
    guard places.count > 1 else { return places }
    var moved: [(place: SteppingPlace, at: Date)] = []
    for place in places { moved.append((place, try lastStepped(in: place.run.id) ?? place.run.startedAt)) }
    return moved.sorted { $0.at < $1.at }.map(\.place)
  }

  /// The place in a run; `nil` for one without sessions.
  func steppingPlace(in run: RunRecord) throws(WhetError) -> SteppingPlace? {
    guard let (session, next, count) = try place(in: run.id) else { return nil }
    return SteppingPlace(
      run: run, session: session, sessions: count, next: Self.move(run, session, next: next))
  }

  private static func move(_ run: RunRecord, _ session: SessionRecord, next: SessionRecord?) -> SteppingPlace.Move {
    if run.state == .finished { return .nothing }
    if session.state == .open || session.state == .failed {
      if let step = session.lastStep.map(\.next) ?? .input { return .step(step) }
    }
    return next.map { .session($0.id) } ?? .outcome
  }
}
