/// The places of a text in another, as offsets of bytes, from the first to the last and without overlaps.
///
/// Linear in both lengths (Knuth, Morris and Pratt, 1977), so that no text makes it slow. Compares code points: the two
/// ways to compose `é` are different texts.
struct TextSearch: Sequence, IteratorProtocol {
  private let needle: [UInt8]
  private let text: [UInt8]
  /// For each length of a begun match, how much of it is still one when the next byte differs.
  private let fallbacks: [Int32]
  private var position = 0

  /// - Parameter needle: not empty; an empty one is nowhere.
  init(of needle: [UInt8], in text: [UInt8]) {
    self.needle = needle
    self.text = text
    fallbacks = needle.count <= text.count ? Self.fallbacks(of: needle) : []
  }

  mutating func next() -> Int? {
    guard !fallbacks.isEmpty else { return nil }
    var matched = 0
    while position < text.count {
      let byte = text[position]
      while matched > 0, needle[matched] != byte { matched = Int(fallbacks[matched - 1]) }
      if needle[matched] == byte { matched += 1 }
      position += 1
      if matched == needle.count { return position - matched }
    }
    return nil
  }

  private static func fallbacks(of needle: [UInt8]) -> [Int32] {
    var fallbacks = [Int32](repeating: 0, count: needle.count)
    var matched = 0
    for index in needle.indices.dropFirst() {
      while matched > 0, needle[matched] != needle[index] { matched = Int(fallbacks[matched - 1]) }
      if needle[matched] == needle[index] { matched += 1 }
      fallbacks[index] = Int32(matched)
    }
    return fallbacks
  }
}
