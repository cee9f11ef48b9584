public import WhetCore
public import WhetTerminal

/// A part of a result that is read from top to bottom, such as a session's page or a demo's story.
///
/// Texts may come from anywhere; the renderer makes them safe.
public enum DocumentBlock: Sendable {
  case heading(String)
  /// Words, wrapped to the width at hand.
  case paragraph(String, style: Style = [])
  /// `name: value` lines in two columns.
  case fields([(name: String, value: String)])
  /// The rows of a list of records.
  case table(TableDescription, rows: [JSONValue])
  /// Text as it stands, indented.
  case verbatim(String)
  /// What changed from one text to another; nothing when they are equal.
  case difference(old: String, new: String, oldName: String, newName: String)
  /// Lines made by a plot or another drawing of our own.
  case drawing([TerminalText])
}
