/// What a code of the language means, with a script that meets it and one that does not.
public struct CodeExplanation: Sendable {
  /// Such as `script.bare-word`.
  public var code: String
  /// One paragraph: what the code says, why it is so, what to do.
  public var text: String
  /// A script that gives the code; U+FFFD in it stands for a byte that is not UTF-8.
  public var wrong: String
  /// The script as it was meant.
  public var right: String

  init(_ code: DiagnosticCode, _ text: String, wrong: String, right: String) {
    self.init(code.rawValue, text, wrong: wrong, right: right)
  }

  init(_ code: RuntimeCode, _ text: String, wrong: String, right: String) {
    self.init(code.rawValue, text, wrong: wrong, right: right)
  }

  /// - Parameter text: its line ends are those of the source here and become blanks.
  private init(_ code: String, _ text: String, wrong: String, right: String) {
    self.code = code
    self.text = text.split(separator: "\n").joined(separator: " ")
    self.wrong = wrong
    self.right = right
  }
}

/// The explanations of all codes of the language: those found before a script runs, and those met while it does.
///
/// A code of both kinds has one explanation, whose example is found before the script runs.
public enum CodeExplanations {
  /// By subject, in the order of the codes.
  public static let all = text + grammar + program + commands + running

  /// The explanation of a code such as `script.bare-word`; `nil` for codes that are not the language's.
  public static func explanation(of code: String) -> CodeExplanation? { all.first { $0.code == code } }
}
