public import Foundation
public import WhetCore

extension WhetError.Code {
  /// Another process, or another part of this one, is working on the run.
  public static let runBusy = Self(rawValue: "run.busy")
  /// The run is finished; nothing can be added to it.
  public static let runFinished = Self(rawValue: "run.finished")
  /// The run cannot end while a session of it is open.
  public static let runSessionsOpen = Self(rawValue: "run.sessions-open")
  /// The caller holds no lease of the run it writes to: a defect of the program.
  public static let runNotClaimed = Self(rawValue: "run.not-claimed")
}

/// One `train` call.
public struct RunRecord: Sendable, Equatable, Identifiable {
  /// How far it got.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// Being worked on, or left by a process that died: `claim` tells which.
    case open
    case finished
    /// Given up with a reason; it can be claimed and gone on with.
    case failed
  }

  /// `r` and a number that counts the runs of the store, from 1.
  public var id: RunID
  public var agent: AgentName
  /// One word for how it trains, such as `continuous`.
  public var mode: String
  public var state: State
  /// What the run was started with, as JSON.
  public var settings: Data
  /// What `finishRun` was given, as JSON.
  public var outcome: Data?
  /// Why the run failed.
  public var failure: String?
  /// The process that worked on it last.
  public var process: Int32
  public var startedAt: Date
  /// When it was finished or failed.
  public var finishedAt: Date?
}
