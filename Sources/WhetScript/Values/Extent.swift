import WhetCore

/// How deep a value nests and how much it would be on paper.
///
/// Values share their parts, so a small one can be endless when it is written, compared or searched: a list that holds
/// one list twice, which holds one list twice, and so on. Both measures are kept with each list and record, and bounded
/// where one is made; then every walk over a value ends soon.
public struct Extent: Sendable, Equatable {
  /// Levels of lists and records; 0 for other values.
  public var depth: Int32
  /// One for each value and for each 16 bytes of text, however often a part is shared; of a list that was never written
  /// out its elements and itself.
  public var weight: UInt32

  init(depth: Int32, weight: UInt32) {
    self.depth = depth
    self.weight = weight
  }

  /// The extent of a list of values.
  init(around values: some Collection<ScriptValue>) {
    var extent = Extent(depth: 0, weight: 1)
    for value in values { extent = extent.joined(with: value.extent) }
    self.init(depth: extent.depth + 1, weight: extent.weight)
  }

  /// The deeper depth and the sum of the weights.
  func joined(with other: Extent) -> Extent {
    let (sum, overflows) = weight.addingReportingOverflow(other.weight)
    return Extent(depth: max(depth, other.depth), weight: overflows ? .max : sum)
  }

  /// The extent of two lists made one, or of two records.
  func merged(with other: Extent) -> Extent {
    var merged = joined(with: other)
    if merged.weight != .max { merged.weight -= 1 }
    return merged
  }

  /// - Throws: `script.value-too-deep`, `script.value-too-large`.
  func check() throws(WhetError) {
    guard depth <= ScriptValue.depthLimit else { throw .valueTooDeep }
    guard weight <= ScriptValue.sizeLimit / 16 else {
      throw .valueTooLarge("the value would be larger than \(ScriptValue.sizeLimit >> 20) MiB when it is written")
    }
  }
}

extension ScriptValue {
  /// How deep and large the value is.
  var extent: Extent {
    switch self {
    case .list(let list): list.extent
    case .record(let record): record.extent
    case .text(let text), .path(let text), .secret(let text):
      Extent(depth: 0, weight: 1 + UInt32(clamping: text.utf8.count / 16))
    default: Extent(depth: 0, weight: 1)
    }
  }
}
