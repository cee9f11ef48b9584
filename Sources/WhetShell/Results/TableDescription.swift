public import WhetCore

/// The columns people see of a list of records, chosen for reading; JSON always has everything.
public struct TableDescription: Sendable {
  /// One column.
  public struct Column: Sendable {
    public var title: String
    /// The members to follow from the record, outermost first.
    public var path: [String]
    public var format: CellFormat

    /// - Parameter path: member names joined by dots, such as `decision.verdict`; the title unless told.
    public init(_ title: String, _ path: String? = nil, _ format: CellFormat = .plain) {
      self.title = title
      self.path = (path ?? title).split(separator: ".").map(String.init)
      self.format = format
    }

    /// The value of the column in a record; `null` where it is missing.
    public func value(in record: JSONValue) -> JSONValue {
      path.reduce(record) { value, name in value[name] ?? .null }
    }
  }

  public var columns: [Column]
  /// Shown for an empty list: what is missing and what to do.
  public var whenEmpty: String

  public init(_ columns: [Column], whenEmpty: String) {
    self.columns = columns
    self.whenEmpty = whenEmpty
  }
}
