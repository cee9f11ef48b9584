/// How far a text is from the corrected one, in token edits (insertion, deletion, replacement).
///
/// The idea of TER without shifts (Snover et al., "A study of translation edit rate", 2006), over `TextTokens`.
public struct EditRate: Sendable, Equatable {
  /// Levenshtein distance over tokens.
  public var edits: Int
  public var referenceTokens: Int

  /// - Parameter indentation: whether the white space before a line's first token counts.
  /// - Returns: `nil` when both texts are so long (beyond about 150,000 tokens each) that comparing them would take
  ///   more than a second or so.
  public init?(from text: String, to reference: String, indentation: Bool = false) {
    let wanted = TextTokens(reference, indentation: indentation).words
    let found = TextTokens(text, indentation: indentation).words
    guard let edits = TokenDistance.between(found, wanted) else { return nil }
    self.edits = edits
    referenceTokens = wanted.count
  }

  /// 100 for the same tokens, 0 when at least as many edits are needed as the reference has tokens.
  public var similarity: Double { 100 * (1 - min(1, Double(edits) / Double(max(referenceTokens, 1)))) }
}
