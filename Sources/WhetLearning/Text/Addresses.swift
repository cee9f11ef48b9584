/// Names of files, paths and addresses in running text.
///
/// A word there is part of a name that somebody else gave: `whitelist.json` is not renamed because people write
/// `allowlist`.
enum Addresses {
  /// Gives the tokens of such names in a line of running text their zone; linear in the length of the line.
  static func mark(in line: inout ArraySlice<Token>) {
    var start = line.startIndex
    while start < line.endIndex {
      var end = start + 1
      while end < line.endIndex, line[end].isAttached, mayBePart(line[end]), mayBePart(line[end - 1]) { end += 1 }
      let run = trimmed(start..<end, in: line)
      if isAddress(line[run]) {
        for index in run { line[index].zone = .address }
      }
      start = end
    }
  }

  private static let signs: Set<String> = [".", "/", "-", ":", "@", "~", "\\", "?", "=", "&", "%", "#", "+", "$"]

  private static func mayBePart(_ token: Token) -> Bool {
    guard token.zone.isText else { return false }
    return token.kind == .symbol ? signs.contains(token.text) : token.kind != .newline
  }

  /// Without the punctuation of the sentence it stands in.
  private static func trimmed(_ run: Range<Int>, in line: ArraySlice<Token>) -> Range<Int> {
    var end = run.upperBound
    while end > run.lowerBound + 1, line[end - 1].kind == .symbol, line[end - 1].text != "/" { end -= 1 }
    return run.lowerBound..<end
  }

  private static func isAddress(_ run: ArraySlice<Token>) -> Bool {
    guard run.count > 2, let first = run.first else { return run.count == 2 && isAbsolute(run) }
    func stands(_ texts: [String]) -> Bool {
      run.indices.contains { index in
        index + texts.count < run.endIndex && zip(index..., texts).allSatisfy { run[$0].text == $1 }
      }
    }
    if stands([":", "/", "/"]) { return true }
    if run.contains(where: { $0.text == "@" }), first.kind != .symbol, hasEnding(run) { return true }
    return isAbsolute(run) || hasEnding(run)
  }

  /// Whether it begins as a path does that does not begin with a name.
  private static func isAbsolute(_ run: ArraySlice<Token>) -> Bool {
    let texts = run.prefix(3).map(\.text)
    return texts.starts(with: ["/"]) && run.dropFirst().first?.kind == .word || texts.starts(with: ["~", "/"])
      || texts.starts(with: [".", "/"]) || texts.starts(with: [".", ".", "/"])
  }

  /// Whether a part between slashes ends as the names of files and hosts do: small letters behind a dot, three at least,
  /// or two behind more than one letter or figure. What is shorter is an abbreviation.
  private static func hasEnding(_ run: ArraySlice<Token>) -> Bool {
    run.indices.contains { index in
      guard run[index].text == ".", index > run.startIndex, index + 1 < run.endIndex else { return false }
      let (stem, ending) = (run[index - 1].text, run[index + 1].text)
      let isLast = index + 2 == run.endIndex || ["/", "?", "#", ":", "."].contains(run[index + 2].text)
      return isLast && run[index - 1].kind != .symbol && (2...5).contains(ending.count)
        && (ending.count > 2 || stem.count > 1 || index - 1 > run.startIndex)
        && ending.allSatisfy { $0.isLetter && $0.isLowercase || $0.isNumber } && ending.first?.isLetter == true
    }
  }
}
