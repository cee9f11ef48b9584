extension TokenText {
  /// The end of the picture sign that begins there, with what makes it one or changes its look (Unicode Technical
  /// Standard 51, ED-17); `nil` where none begins.
  func emojiEnd(from start: Int) -> Int? {
    guard start < count, let first = sign(start), first.isEmoji else { return nil }
    let isPicture =
      first.isEmojiPresentation
      || (start + 1 < count && tokens[start + 1].isAttached && tokens[start + 1].text == "\u{FE0F}")
    guard isPicture else { return nil }
    var end = start + 1
    while end < count, tokens[end].isAttached, end - start < Self.longestEmoji {
      if tokens[end].text == "\u{FE0F}" || sign(end)?.isEmojiModifier == true {
        end += 1
      } else if tokens[end].text == "\u{200D}", end + 1 < count, tokens[end + 1].isAttached,
        sign(end + 1)?.isEmoji == true
      {
        end += 2
      } else if end == start + 1, isRegion(start), isRegion(end) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private static var longestEmoji: Int { 16 }

  private func sign(_ index: Int) -> Unicode.Scalar.Properties? {
    guard tokens[index].kind == .symbol, let scalar = tokens[index].text.unicodeScalars.first, !scalar.isASCII else {
      return nil
    }
    return scalar.properties
  }

  /// Whether it is one of the two letters of a flag.
  private func isRegion(_ index: Int) -> Bool {
    tokens[index].text.unicodeScalars.first.map { (0x1F1E6...0x1F1FF).contains($0.value) } ?? false
  }
}
