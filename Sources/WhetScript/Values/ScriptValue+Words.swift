extension ScriptValue {
  /// A word of a program's command line: a number, a duration, `true`, `false` or `null` if it reads as one, else text.
  public init(commandLineWord word: String) {
    switch word {
    case "true": self = .bool(true)
    case "false": self = .bool(false)
    case "null": self = .null
    default:
      switch NumberLiteral.kind(of: Array(word.utf8)[...], allowsSign: true) {
      case .integer(let number): self = .integer(number)
      case .number(let number): self = .number(number)
      case .duration(let duration): self = .duration(duration)
      default: self = .text(word)
      }
    }
  }
}
