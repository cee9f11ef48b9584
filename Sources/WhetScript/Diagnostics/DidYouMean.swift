/// Finds the name that was probably meant.
public enum DidYouMean {
  /// The candidate nearest to `text`, if near enough: at most one edit per three characters, and one at least.
  ///
  /// An edit inserts, deletes or replaces a character or swaps two neighbours. The earlier of two equally near
  /// candidates wins. Text of more than 64 characters gets no suggestion.
  public static func nearest(to text: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(text.lowercased())
    guard (1...64).contains(typed.count) else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate.count <= 64 {
      let distance = distance(typed, Array(candidate.lowercased()))
      let limit = max(1, min(typed.count, candidate.count) / 3)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// Optimal string alignment distance: Levenshtein's with swaps of neighbours, O(m n).
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + last.dropFirst()
      for column in 1...right.count {
        let replace = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        current[column] = min(last[column] + 1, current[column - 1] + 1, replace)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          current[column] = min(current[column], beforeLast[column - 2] + 1)
        }
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
