/// The words the language keeps for itself.
public enum Keyword: String, CaseIterable, Sendable {
  case `let`, `if`, `else`, `for`, `in`, def, `try`, `catch`, retry, every, wait, until, within, test, expect
  case include, `return`, `break`, `continue`, echo
  case and, or, not, matches, `true`, `false`, null

  /// Whether a statement that begins with the word is not a command; no command's path may begin with it.
  public var beginsStatement: Bool {
    switch self {
    case .in, .every, .until, .within, .and, .or, .not, .matches, .true, .false, .null: false
    default: true
    }
  }

  /// The operators that are words.
  static let operators: [Keyword] = [.and, .or, .in, .matches]
}
