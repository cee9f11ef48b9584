public import WhetCore

/// A list of values: its elements, or a range of integers that is never written out.
public enum ScriptList: Sendable {
  case elements([ScriptValue], Extent)
  /// `first`, `first + step` and so on, `count` of them; all fit 64 bits.
  indirect case range(first: Int64, step: Int64, count: Int)

  /// - Throws: `script.value-too-deep`, `script.value-too-large`.
  public init(_ elements: [ScriptValue]) throws(WhetError) {
    let extent = Extent(around: elements)
    try extent.check()
    self = .elements(elements, extent)
  }

  public static let empty = ScriptList.elements([], Extent(around: []))

  /// A list of values that are known to be small enough together.
  init(flat elements: [ScriptValue]) { self = .elements(elements, Extent(around: elements)) }

  /// How deep and large the list is.
  public var extent: Extent {
    switch self {
    case .elements(_, let extent): extent
    case .range(_, _, let count): Extent(depth: 1, weight: UInt32(clamping: count + 1))
    }
  }

  var isRange: Bool {
    if case .range = self { true } else { false }
  }

  /// Adds elements at the end, in place where nobody else holds the list.
  ///
  /// - Throws: `script.value-too-large`; the list is then as it was.
  mutating func append(contentsOf other: ScriptList) throws(WhetError) {
    let extent = self.extent.merged(with: other.extent)
    try extent.check()
    var own = takeElements()
    if case .elements(let elements, _) = other { own += elements } else { own += Array(other) }
    self = .elements(own, extent)
  }

  /// The elements, which the list lets go of, so that they can be changed where they are.
  private mutating func takeElements() -> [ScriptValue] {
    guard case .elements(let elements, _) = self else { return Array(self) }
    self = .elements([], Extent(depth: 1, weight: 1))
    return elements
  }
}

extension ScriptList: RandomAccessCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int {
    switch self {
    case .elements(let elements, _): elements.count
    case .range(_, _, let count): count
    }
  }

  public subscript(position: Int) -> ScriptValue {
    switch self {
    case .elements(let elements, _): return elements[position]
    case .range(let first, let step, let count):
      precondition(position >= 0 && position < count, "an index outside of the range")
      return .integer(first + Int64(position) * step)
    }
  }
}

extension ScriptList: Equatable {
  public static func == (left: Self, right: Self) -> Bool {
    if left.isRange, right.isRange {
      // By the ends, because a range may have more elements than anybody can walk.
      return left.count == right.count && left.first == right.first && left.last == right.last
    }
    return left.elementsEqual(right)
  }
}
