import WhetCore
import WhetScript

/// What the words and the error codes of whet mean.
enum Explanations {
  struct Entry: Sendable {
    /// A word such as `held-out`, or a code such as `store.busy`.
    var name: String
    /// One paragraph.
    var text: String
    /// For a code, what gives it: a command line, a piece of a file, or a situation. `nil` for a word.
    var wrong: String?
    /// For a code, what does not.
    var right: String?

    /// A word.
    init(_ name: String, _ text: String) {
      self.name = name
      self.text = Self.paragraph(text)
    }

    /// A code of the program.
    init(_ code: WhetError.Code, _ text: String, wrong: String, right: String) {
      name = code.rawValue
      self.text = Self.paragraph(text)
      self.wrong = wrong
      self.right = right
    }

    /// A code of the language.
    init(_ explanation: CodeExplanation) {
      name = explanation.code
      text = explanation.text
      wrong = explanation.wrong
      right = explanation.right
    }

    /// Up to the end of the first sentence.
    var summary: String {
      text.firstRange(of: ". ").map { text[..<$0.lowerBound] + "." } ?? text
    }

    /// The line ends of a text are those of the source and stand for blanks.
    private static func paragraph(_ text: String) -> String { text.split(separator: "\n").joined(separator: " ") }
  }

  /// The explanation of a word or code, in capitals or not.
  static func explanation(of name: String) -> Entry? {
    let lowered = name.lowercased()
    return all.first { $0.name == lowered }
  }

  /// Words first, then the codes of the program, then those of the language.
  static let all = words + programCodes + CodeExplanations.all.map { Entry($0) }

  /// Every code that is declared of `WhetError.Code`.
  static let programCodes =
    inputs + shell + stores + changes + lessons + runs + steps + deployments + agents + captures + verifiers
}
