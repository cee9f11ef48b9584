/// The difference of two short texts by words.
///
/// Words are runs of letters, digits and `_`; runs of blanks and every other character stand for themselves. Shortest
/// edit script (Myers) for texts of up to `limit` words together; longer ones are removed and added whole.
struct WordDiff: Sendable, Equatable {
  enum Kind: Sendable { case same, removed, added }

  /// Neighbouring words of one kind; removed ones come before added ones at the same place.
  struct Piece: Sendable, Equatable {
    var kind: Kind
    var text: String
  }

  static let limit = 2_000

  private(set) var pieces: [Piece] = []

  init(old: String, new: String) { self.init(Self.words(of: old), Self.words(of: new)) }

  init(_ old: [Substring], _ new: [Substring]) {
    guard old.count + new.count <= Self.limit else {
      append(.removed, old[...])
      append(.added, new[...])
      return
    }
    let (before, after) = Self.numbered(old, new)
    let difference = after.difference(from: before)
    let removed = Set(difference.removals.map(\.place))
    let added = Set(difference.insertions.map(\.place))
    var (from, to) = (0, 0)
    while from < old.count || to < new.count {
      let (start, other) = (from, to)
      while removed.contains(from) { from += 1 }
      while added.contains(to) { to += 1 }
      append(.removed, old[start..<from])
      append(.added, new[other..<to])
      guard from < old.count, to < new.count else { break }
      append(.same, new[to..<(to + 1)])
      (from, to) = (from + 1, to + 1)
    }
  }

  /// Whether enough stayed for single words to say what changed: three in ten characters that are seen.
  var isClose: Bool {
    let counts = pieces.reduce(into: (same: 0, all: 0)) { counts, piece in
      let count = piece.text.count { !$0.isWhitespace }
      counts.all += piece.kind == .same ? 2 * count : count
      counts.same += piece.kind == .same ? 2 * count : 0
    }
    return 10 * counts.same >= 3 * counts.all
  }

  static func words(of text: String) -> [Substring] {
    var words: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let word =
        switch kind(of: first) {
        case .other: rest.prefix(1)
        case let kind: rest.prefix { Self.kind(of: $0) == kind }
        }
      words.append(word)
      rest = rest[word.endIndex...]
    }
    // CR LF is one character, but a change of the line end is one of the CR.
    return words.flatMap { $0 == "\r\n" ? ["\r", "\n"] : [$0] }
  }

  private enum CharacterKind { case letter, blank, other }

  private static func kind(of character: Character) -> CharacterKind {
    if character.isLetter || character.isNumber || character == "_" { return .letter }
    return character == " " || character == "\t" ? .blank : .other
  }

  private mutating func append(_ kind: Kind, _ words: ArraySlice<Substring>) {
    guard !words.isEmpty else { return }
    if pieces.last?.kind != kind { pieces.append(Piece(kind: kind, text: "")) }
    pieces[pieces.count - 1].text += words.joined()
  }

  /// The words as numbers, equal exactly when their bytes are.
  private static func numbered(_ old: [Substring], _ new: [Substring]) -> ([Int], [Int]) {
    var numbers: [[UInt8]: Int] = [:]
    func number(_ word: Substring) -> Int {
      let bytes = Array(word.utf8)
      if let known = numbers[bytes] { return known }
      numbers[bytes] = numbers.count
      return numbers.count - 1
    }
    return (old.map(number), new.map(number))
  }
}
