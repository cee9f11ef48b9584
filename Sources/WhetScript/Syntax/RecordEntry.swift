/// One name and value of a record as it was written; names differ within a record.
public struct RecordEntry<Content: Hashable & Sendable>: Hashable, Sendable {
  /// In any style, without interpolations.
  public var key: StringLiteral
  public var keySpan: Span
  public var value: Content
}
