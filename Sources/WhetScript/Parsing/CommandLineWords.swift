/// The words of a program's command line as a command, with a source text made from them to point diagnostics at.
///
/// The system's shell has split the words and taken the quotes away, so they are not lexed again: a word is a flag if
/// it begins with `--` and a name, the content of a file if it begins with `@`, a number if it reads as one, and text
/// otherwise. After `--` every word is text. `>` and `|` are the system shell's and mean nothing here.
public struct CommandLineWords: Sendable {
  /// The words joined by blanks, quoted where they contain any.
  public let source: SourceText
  /// Its spans point into `source`; it never has a redirection or format.
  public let command: ParsedCommand

  /// - Parameter name: what diagnostics call the source.
  public init(_ words: [String], name: String = "command line") {
    var builder = Builder()
    for word in words { builder.add(word) }
    let source = SourceText(name: name, text: builder.text)
    self.source = source
    command = ParsedCommand(
      items: builder.items, passThrough: builder.passThrough, span: Span(0, source.bytes.count))
  }

  /// The value a word is, outside of flags.
  static func value(of word: String, at span: Span) -> Value {
    if word.utf8.count > 1, word.hasPrefix("@") {
      return Value(.file(path: StringLiteral(bare: String(word.dropFirst()))), at: span)
    }
    return switch NumberLiteral.kind(of: Array(word.utf8)[...], allowsSign: true) {
    case .integer(let number): Value(.integer(number, spelling: word), at: span)
    case .number(let number): Value(.number(number, spelling: word), at: span)
    case .duration(let duration): Value(.duration(duration, spelling: word), at: span)
    default: Value(.word(word), at: span)
    }
  }

  private struct Builder {
    var text = ""
    var items: [ParsedCommand.Item] = []
    var passThrough: ParsedCommand.PassThrough?

    mutating func add(_ word: String) {
      if !text.isEmpty { text += " " }
      if passThrough != nil {
        let span = append(word)
        passThrough?.values.append(Value(.word(word), at: span))
      } else if word == "--" {
        passThrough = ParsedCommand.PassThrough(dashes: append(word), values: [])
      } else if let name = flagName(word) {
        addFlag(name, word)
      } else {
        let span = append(word)
        items.append(.value(CommandLineWords.value(of: word, at: span)))
      }
    }

    private mutating func addFlag(_ name: String, _ word: String) {
      var flag = ParsedCommand.Flag(name: name, nameSpan: Span(0, 0), hasEqualsSign: false)
      // Bytes, because a combining mark after '=' would make one character with it.
      let rest = word.utf8.dropFirst(name.utf8.count + 2)
      flag.hasEqualsSign = !rest.isEmpty
      flag.nameSpan = append("--\(name)" + (rest.isEmpty ? "" : "="))
      if flag.hasEqualsSign {
        let value = String(decoding: rest.dropFirst(), as: UTF8.self)
        let span = append(value)
        flag.value = CommandLineWords.value(of: value, at: span)
      }
      items.append(.flag(flag))
    }

    /// The name of `--name` or `--name=value`; `nil` for a word that is text.
    private func flagName(_ word: String) -> String? {
      guard word.hasPrefix("--") else { return nil }
      let name = word.utf8.dropFirst(2).prefix(while: \.continuesFlagName)
      guard let first = name.first, first.isLetter || first.isDigit else { return nil }
      let end = name.endIndex
      guard end == word.utf8.endIndex || word.utf8[end] == UInt8(ascii: "=") else { return nil }
      return String(decoding: name, as: UTF8.self)
    }

    private mutating func append(_ word: String) -> Span {
      let start = text.utf8.count
      let isPlain =
        !word.isEmpty
        && !word.unicodeScalars.contains { $0.value <= 0x20 || SuspectScalar.isRefusedInWord($0) }
      text += isPlain ? word : ScriptFormatter.quoted(word)
      return Span(start, text.utf8.count)
    }
  }
}
