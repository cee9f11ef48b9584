public import WhetCore

/// What a command gives: a value for programs, and how people see it.
///
/// Commands never print their result; a renderer does, in the format the user chose.
public struct CommandResult: Sendable {
  /// What `--output json` and `jsonl` show; complete, without what only serves the eye.
  public var value: JSONValue
  /// How the value is shown to people.
  public var view: ResultView
  /// A fault that left the value standing but makes the command fail, such as bad lines among good ones.
  public var failure: WhetError?

  public init(_ value: JSONValue, as view: ResultView, failure: WhetError? = nil) {
    self.value = value
    self.view = view
    self.failure = failure
  }

  /// A result that is a text, such as a help page.
  public static func text(_ text: String) -> CommandResult { CommandResult(.string(text), as: .text(text)) }

  /// A list of records.
  public static func list(_ rows: [JSONValue], _ table: TableDescription) -> CommandResult {
    CommandResult(.array(rows), as: .table(table))
  }
}

/// How a result is shown to people.
public enum ResultView: Sendable {
  /// Not at all: what there was to show has been shown, or there is nothing to see.
  case nothing
  /// The value, an array of records, as a table.
  case table(TableDescription)
  /// The value, one record, with a field on each line.
  case record(TableDescription)
  /// Text, made safe and ended with a line end.
  case text(String)
  /// Text for a file or a pipe: byte for byte there, made safe on a terminal only.
  case exact(String)
  case document([DocumentBlock])
}
