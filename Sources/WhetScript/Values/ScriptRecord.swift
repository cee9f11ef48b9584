public import WhetCore

/// Names and values in the order they were given; no name twice.
public struct ScriptRecord: Sendable {
  public struct Member: Sendable, Equatable {
    public var name: String
    public var value: ScriptValue

    public init(_ name: String, _ value: ScriptValue) {
      self.name = name
      self.value = value
    }
  }

  private final class Storage: Sendable {
    let members: [Member]
    /// Only for records of many members; others are searched.
    let index: [String: Int]
    let extent: Extent

    init(_ members: [Member], _ index: [String: Int], _ extent: Extent) {
      self.members = members
      self.index = index
      self.extent = extent
    }
  }

  private let storage: Storage

  /// Of members with the same name the last one's value counts, at the first one's place.
  ///
  /// - Throws: `script.value-too-deep`, `script.value-too-large`.
  public init(_ members: [Member]) throws(WhetError) {
    storage = Self.storage(of: members)
    try storage.extent.check()
  }

  /// The record with further members; of members with the same name the new value counts, at the old place.
  ///
  /// - Throws: `script.value-too-deep`, `script.value-too-large`.
  func adding(_ other: ScriptRecord) throws(WhetError) -> ScriptRecord {
    let isNew = other.storage.members.allSatisfy { self[$0.name] == nil }
    guard isNew, !storage.index.isEmpty else { return try ScriptRecord(members + other.members) }
    // A large record is not counted anew for each member that comes to it.
    var index = storage.index
    for (offset, member) in other.members.enumerated() { index[member.name] = count + offset }
    let result = ScriptRecord(Storage(members + other.members, index, extent.merged(with: other.extent)))
    try result.extent.check()
    return result
  }

  private init(_ storage: Storage) { self.storage = storage }

  /// A record of values that are known to be small enough together.
  init(flat members: KeyValuePairs<String, ScriptValue>) {
    storage = Self.storage(of: members.map { Member($0.key, $0.value) })
  }

  public var members: [Member] { storage.members }
  public var names: [String] { storage.members.map(\.name) }
  public var count: Int { storage.members.count }
  var extent: Extent { storage.extent }

  /// The value with that name; `nil` when there is none.
  public subscript(name: String) -> ScriptValue? {
    guard storage.index.isEmpty else { return storage.index[name].map { storage.members[$0].value } }
    return storage.members.first { $0.name == name }?.value
  }

  private static func storage(of members: [Member]) -> Storage {
    var kept: [Member] = []
    var index: [String: Int] = [:]
    for member in members {
      if let place = index[member.name] {
        kept[place].value = member.value
      } else {
        index[member.name] = kept.count
        kept.append(member)
      }
    }
    let names = kept.map { ScriptValue.text($0.name) }
    let extent = Extent(around: kept.map(\.value) + names)
    return Storage(kept, kept.count > 8 ? index : [:], extent)
  }
}

extension ScriptRecord: Equatable {
  /// The same names with the same values, in any order.
  public static func == (left: Self, right: Self) -> Bool {
    left.count == right.count && left.members.allSatisfy { right[$0.name] == $0.value }
  }
}
