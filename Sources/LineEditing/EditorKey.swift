import Glibc

/// A key that a terminal sends as several bytes.
///
/// It goes to libedit as one scalar of the C1 range, which nobody can type. So in vi mode the arrows work without
/// leaving the insertion, and the escape key on its own need not wait for more.
enum EditorKey: UInt32, CaseIterable {
  case up = 0x81
  case down, left, right, home, end, delete, wordLeft, wordRight, deleteWord, paste

  /// What the reader gives libedit.
  var scalar: Unicode.Scalar { Unicode.Scalar(UInt8(rawValue)) }

  /// The key for editrc(5)'s `bind`.
  var binding: String { "\\" + String(rawValue, radix: 8) }

  init?(_ scalar: Unicode.Scalar) { self.init(rawValue: scalar.value) }

  /// The key of a control sequence without its `ESC`, or nil for one that means nothing here.
  init?(sequence: [UInt8]) {
    let text = String(decoding: sequence, as: UTF8.self)
    guard let key = Self.sequences[text] else { return nil }
    self = key
  }

  /// As xterm, tmux, rxvt and the Linux console send them, in normal and in application mode.
  private static let sequences: [String: EditorKey] = {
    var keys: [String: EditorKey] = [
      "[1~": .home, "[7~": .home, "[4~": .end, "[8~": .end, "[3~": .delete, "[3;5~": .deleteWord,
      "[3;3~": .deleteWord, "[200~": .paste, "[Oc": .wordRight, "[Od": .wordLeft, "Oc": .wordRight, "Od": .wordLeft,
    ]
    let letters: [(String, EditorKey)] = [
      ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
    ]
    for (letter, key) in letters {
      keys["[" + letter] = key
      keys["O" + letter] = key
      let isSideways = key == .left || key == .right
      let word: EditorKey = key == .left ? .wordLeft : .wordRight
      // The number after the semicolon: 2 Shift, 3 Alt, 5 Ctrl.
      keys["[1;2" + letter] = key
      for modifier in ["3", "5", "7"] { keys["[1;\(modifier)" + letter] = isSideways ? word : key }
      keys["\u{1B}[" + letter] = isSideways ? word : key
      keys["\u{1B}O" + letter] = isSideways ? word : key
    }
    return keys
  }()
}

extension TerminalInput {
  /// What follows an escape byte that was taken.
  enum Escape: Equatable {
    /// The escape key itself, or Alt and another key.
    case alone
    case key(EditorKey)
    /// A sequence that the user has bound; its bytes are still to be taken.
    case bound
    /// A sequence that means nothing here; it is taken.
    case unknown
  }

  /// Looks at the bytes after `ESC`. Those of one key follow each other within 50 ms.
  mutating func takeEscape(bound: Set<[UInt8]>) -> Escape {
    guard let lead = peek(0) else { return .alone }
    var start = 0
    if lead == 0x1B, let second = peek(1), second == 0x5B || second == 0x4F { start = 1 }
    guard let kind = peek(start), kind == 0x5B || kind == 0x4F else { return .alone }
    guard let end = endOfSequence(from: start + 1, isControl: kind == 0x5B) else { return .alone }
    let sequence = first(end)
    if bound.contains(sequence) { return .bound }
    drop(end)
    return EditorKey(sequence: sequence).map { .key($0) } ?? .unknown
  }

  /// Bytes up to the final one: `ESC O x`, `ESC [ 1 ; 5 C`, and `ESC [ [ A` of the Linux console's function keys.
  private mutating func endOfSequence(from start: Int, isControl: Bool) -> Int? {
    guard var byte = peek(start) else { return nil }
    guard isControl else { return start + 1 }
    var place = start
    if byte == 0x5B { place += 1 }
    while place < start + 32 {
      guard let next = peek(place) else { return nil }
      byte = next
      place += 1
      if (0x40...0x7E).contains(byte) { return place }
      guard (0x20...0x3F).contains(byte) else { return nil }
    }
    return nil
  }
}
