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
  case difference(old: String, new: String, oldName: String, newName: String, form: DifferenceForm = .lines)
  case plot(Plot)

  /// The block with a difference shown by words.
  var byWords: DocumentBlock {
    guard case .difference(let old, let new, let oldName, let newName, _) = self else { return self }
    return .difference(old: old, new: new, oldName: oldName, newName: newName, form: .words)
  }
}

/// How a difference is shown.
public enum DifferenceForm: Sendable {
  /// Removed and added lines, indented.
  case lines
  /// Removed and added lines at the margin, as `patch` reads them.
  case patch
  /// `[-old-]{+new+}`, indented.
  case words
}
