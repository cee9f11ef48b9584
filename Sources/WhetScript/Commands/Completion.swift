/// What may stand at the cursor of a half-typed line.
public struct Completion: Sendable {
  /// A word to offer, with what it means.
  public struct Candidate: Hashable, Sendable {
    public var text: String
    /// Empty where the text says it all.
    public var summary: String

    public init(_ text: String, _ summary: String = "") {
      self.text = text
      self.summary = summary
    }
  }

  /// One kind of thing that may stand there.
  public enum Subject: Hashable, Sendable {
    /// The next word of a command's path.
    case commandWords([Candidate])
    /// `--name`.
    case flags([Candidate])
    case choices([Candidate])
    /// The word after `|`.
    case formats([Candidate])
    /// A value whose candidates the shell knows, by the parameter's kind; not filtered.
    case values(Parameter)
  }

  /// What a chosen candidate replaces, up to the cursor; of `@path` only the path.
  public var replacing: Range<String.Index>
  /// The text typed so far without quotes; candidates given here begin with it.
  public var typed: String
  /// How the text typed so far is quoted.
  public var style: StringLiteral.Style
  /// Nothing where nothing can be offered.
  public var subjects: [Subject]

  /// A value as text to put in place of `replacing`, quoted as the user began it or as it needs.
  public func insertion(of value: String) -> String {
    style == .bare ? ScriptFormatter.literal(for: value) : ScriptFormatter.quoted(value)
  }
}

extension CommandTable {
  /// What may stand at a place of a line; the text after the place is not looked at.
  public func completions(line: String, cursor: String.Index) -> Completion {
    let prefix = String(line[..<cursor])
    let script = Parser.parse(prefix, name: "")
    var completer = Completer(table: self, end: prefix.utf8.count)
    switch script.ending {
    case .betweenStatements: completer.completePath(after: [])
    case .command(let command): completer.complete(command)
    case .other: break
    }
    let start = line.utf8.index(line.startIndex, offsetBy: completer.start)
    return Completion(
      replacing: start..<cursor, typed: completer.typed, style: completer.style, subjects: completer.subjects)
  }
}
