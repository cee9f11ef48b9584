import WhetCore

/// What corrections say for and against a lesson; the newer ones win.
struct Evidence: Sendable {
  private(set) var supports: [CorrectionID] = []
  private(set) var against: [CorrectionID] = []
  /// How many corrections in a row have been for it (positive) or against it (negative).
  private(set) var run = 0
  /// How many in a row were against it before the present ones for it.
  private var opposed = 0
  /// Whether it was in use when people began to leave it out.
  private var wasActive = false
  /// How often it was given up: who cannot rely on a lesson needs more to take it up again.
  private var failures = 0

  /// Whether two corrections in a row, or far the most of all, are for it.
  var isClear: Bool { run >= 2 || against.count * 2 < supports.count }

  /// How many corrections against a lesson in a row always end it.
  static let mostUndoings = 3

  mutating func support(_ id: CorrectionID) {
    if run < 0 {
      opposed = isActive ? 0 : -run
      if !isActive, supports.count > 1 { failures += 1 }
      run = 0
    }
    run += 1
    if supports.last != id { supports.append(id) }
  }

  /// - Parameter isAccepted: whether the person called the whole response right, which says more than leaving a place.
  mutating func oppose(_ id: CorrectionID, isAccepted: Bool = false) {
    if run > 0 {
      wasActive = isActive
      run = 0
    }
    run -= isAccepted ? 2 : 1
    if against.last != id { against.append(id) }
  }

  /// A lesson that is new needs one correction, one that people had left alone before needs two or three; what was
  /// followed often is given up for no less than a row of corrections against it.
  var isActive: Bool { isActive(needing: 1) }

  /// As `isActive` for a lesson that needs more than one correction.
  func isActive(needing needed: Int) -> Bool {
    if run > 0 { return run >= min(Self.mostUndoings, 1 + opposed) + max(0, failures - 1) && supports.count >= needed }
    return wasActive && supports.count >= needed && -run < min(Self.mostUndoings, 1 + (supports.count - 1) / 2)
  }
}
