/// Which runs there were at a moment, and which of them were not finished: what `Store.runsEnded(since:)` compares with.
///
/// Keys before times: a run that another process ends in the millisecond of the mark is neither missed nor told twice.
public struct RunMark: Sendable, Equatable {
  let newest: Int64
  /// The open and the failed runs, each with the time of its last failure.
  let unfinished: [Int64: Int64?]
}
