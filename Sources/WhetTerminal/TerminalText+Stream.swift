extension TerminalText {
  /// Makes a text safe that arrives in pieces, such as what another program prints.
  ///
  /// The pieces together give the same as the whole text at once, wherever it is cut.
  public struct Stream: Sendable {
    private var sanitiser = Sanitiser()

    public init() {}

    /// What can be printed of the next piece.
    public mutating func push(_ piece: String) -> TerminalText { TerminalText(trusted: sanitiser.push(piece)) }

    /// What can be printed of the next bytes of a text in UTF-8.
    public mutating func push(utf8 bytes: some Sequence<UInt8>) -> TerminalText {
      TerminalText(trusted: sanitiser.push(utf8: bytes))
    }

    /// What was held back, at the end of the text. Another text can begin then.
    public mutating func finish() -> TerminalText { TerminalText(trusted: sanitiser.finish()) }
  }
}
