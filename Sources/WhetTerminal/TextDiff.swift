/// The difference of two texts by lines, shown like `diff -u`.
///
/// Lines end at LF; a CR before it belongs to the line, so a change of line ends is seen. Shortest edit script
/// (Myers) for texts whose differing middle part has up to `TextDiff.detailLimit` lines on both sides together;
/// beyond, the middle is shown as removed and added whole.
public struct TextDiff: Sendable {
  /// One line of the comparison.
  public enum Line: Sendable, Equatable {
    /// In both texts.
    case same(String)
    /// Only in the old text.
    case removed(String)
    /// Only in the new text.
    case added(String)
  }

  /// Lines on both sides together, up to which the shortest edit script is sought; its memory grows with the
  /// square of the number of changes (64 MB at most here).
  public static let detailLimit = 4_000

  /// All lines in order, without their LF.
  public let lines: [Line]
  /// Places in `lines` of a last line that ends without LF.
  let unendedLines: Set<Int>

  /// Compares two texts.
  public init(old: String, new: String) {
    let entries = Self.compare(Self.split(old), Self.split(new))
    lines = entries.map(\.line)
    unendedLines = Set(entries.indices.filter { !entries[$0].isEnded })
  }

  /// Whether the texts are the same, byte for byte of their UTF-8 form.
  public var isEmpty: Bool {
    lines.allSatisfy { if case .same = $0 { true } else { false } }
  }

  /// Counts of added and removed lines.
  public var counts: (added: Int, removed: Int) {
    lines.reduce(into: (0, 0)) { counts, line in
      switch line {
      case .same: break
      case .added: counts.0 += 1
      case .removed: counts.1 += 1
      }
    }
  }

  /// The unified form: two name lines, then hunks headed by `@@`. Empty when the texts are the same. In colour, the words
  /// that changed within a line stand out.
  ///
  /// - Parameter context: unchanged lines around each change.
  public func unified(
    oldName: String, newName: String, context: Int = 3, painter: Painter = .plain
  ) -> [TerminalText] {
    guard !isEmpty else { return [] }
    return names(oldName, newName, painter: painter)
      + hunks(context: max(0, context)).flatMap { rendered($0, painter: painter) }
  }

  func names(_ oldName: String, _ newName: String, painter: Painter) -> [TerminalText] {
    (["--- \(Self.shown(oldName))", "+++ \(Self.shown(newName))"] as [TerminalText]).map { painter.paint($0, .bold) }
  }

  func hunks(context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in lines.enumerated() {
      if case .same = line { continue }
      let range = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, range.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }
}
