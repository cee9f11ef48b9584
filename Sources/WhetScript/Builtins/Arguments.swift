import WhetCore

/// The arguments of a call as the kinds their parameters take.
extension [ScriptValue] {
  private func argument<Kind>(
    _ index: Int, _ kinds: ValueKinds, _ kind: (ScriptValue) -> Kind?
  ) throws(WhetError) -> Kind {
    let value = index < count ? self[index] : .null
    guard let found = kind(value) else { throw .wrongKind(value, "argument \(index + 1)", takes: kinds) }
    return found
  }

  /// The text of a text, a path or a secret.
  func text(_ index: Int) throws(WhetError) -> String {
    try argument(index, .textual) { value in
      switch value {
      case .text(let text), .path(let text), .secret(let text): text
      default: nil
      }
    }
  }

  func integer(_ index: Int) throws(WhetError) -> Int64 {
    try argument(index, .integer) { value in
      if case .integer(let integer) = value { integer } else { nil }
    }
  }

  func list(_ index: Int) throws(WhetError) -> ScriptList {
    try argument(index, .list) { value in
      if case .list(let list) = value { list } else { nil }
    }
  }

  func record(_ index: Int) throws(WhetError) -> ScriptRecord {
    try argument(index, .record) { value in
      if case .record(let record) = value { record } else { nil }
    }
  }

  /// A small integer, such as a number of digits; `fallback` where the call leaves it out.
  func integer(
    _ index: Int, within range: ClosedRange<Int64>, else fallback: Int, _ what: String
  ) throws(WhetError) -> Int {
    guard index < count else { return fallback }
    let integer = try self.integer(index)
    guard range.contains(integer) else {
      throw .invalidArgument("\(what) must be \(range.lowerBound) to \(range.upperBound), not \(integer)")
    }
    return Int(integer)
  }
}

extension WhetError {
  /// An argument of the right kind that a function cannot work with.
  static func invalidArgument(_ message: String, advice: String? = nil) -> WhetError {
    WhetError(.invalidArgument, message, advice: advice)
  }
}
