/// What may stand at the cursor of a half-typed line.
public struct Completion: Sendable {
  /// A word to offer, with what it means.
  public struct Candidate: Hashable, Sendable {
    public var text: String
    /// One short line; empty where the text says it all.
    public var summary: String
    /// What follows the word when it is the only one.
    public var suffix: String

    public init(_ text: String, _ summary: String = "", suffix: String = " ") {
      self.text = text
      self.summary = summary
      self.suffix = suffix
    }
  }

  /// One kind of thing that may stand there.
  public enum Subject: Hashable, Sendable {
    /// The next word of a command's path.
    case commandWords([Candidate])
    /// Words of the language itself.
    case keywords([Candidate])
    /// `--name`.
    case flags([Candidate])
    case choices([Candidate])
    /// The word after `|`.
    case formats([Candidate])
    /// `$name`, or the name alone after `${`.
    case variables([Candidate])
    /// The name after `$record.`.
    case fields([Candidate])
    /// Functions up to their parenthesis.
    case functions([Candidate])
    /// `name =` of a function's argument.
    case argumentNames([Candidate])
    /// A value whose candidates the shell knows, by the parameter's kind; not filtered.
    case values(Parameter)

    /// The words, where they are known here.
    public var candidates: [Candidate] {
      switch self {
      case .commandWords(let words), .keywords(let words), .flags(let words), .choices(let words),
        .formats(let words), .variables(let words), .fields(let words), .functions(let words),
        .argumentNames(let words):
        words
      case .values: []
      }
    }
  }

  /// What a chosen candidate replaces, up to the cursor; of `@path` only the path.
  public var replacing: Range<String.Index>
  /// The text typed so far without quotes; candidates given here begin with it, in these or other capitals.
  public var typed: String
  /// How the text typed so far is quoted.
  public var style: StringLiteral.Style
  /// The words of the command before the one being typed.
  public var words: [String]
  /// Nothing where nothing can be offered.
  public var subjects: [Subject]

  /// A value as text to put in place of `replacing`, quoted as the user began it or as it needs; what a terminal would
  /// act on or not show becomes an escape.
  public func insertion(of value: String) -> String { ScriptFormatter.typeable(value, style) }

  /// Whether a name goes on from what was typed, in these or other capitals.
  public static func matches(_ name: String, _ typed: String, ignoringCase: Bool) -> Bool {
    guard ignoringCase else { return name.utf8.starts(with: typed.utf8) || name.hasPrefix(typed) }
    return name.lowercased().hasPrefix(typed.lowercased())
  }
}

extension ScriptSession {
  /// What may stand at a place of a line; the text after the place is not looked at.
  ///
  /// - Parameter earlier: the lines of the same entry before this one.
  public func completions(line: String, cursor: String.Index, after earlier: String = "") -> Completion {
    let typed = String(line[..<cursor])
    let text = earlier.isEmpty ? typed : earlier + "\n" + typed
    let script = Parser.parse(text, name: "")
    var completer = Completer(session: self, script: script)
    completer.complete()
    let lineStart = text.utf8.count - typed.utf8.count
    // What began on an earlier line cannot be replaced on this one.
    let isHere = completer.start >= lineStart
    let start = isHere ? line.utf8.index(line.startIndex, offsetBy: completer.start - lineStart) : cursor
    return Completion(
      replacing: start..<cursor, typed: completer.typed, style: completer.style, words: completer.words,
      subjects: isHere ? completer.subjects : [])
  }
}

extension CommandTable {
  /// What may stand at a place of a line where no variables are known.
  public func completions(line: String, cursor: String.Index) -> Completion {
    ScriptSession(table: self).completions(line: line, cursor: cursor)
  }
}
