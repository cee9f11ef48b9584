/// Short texts on words and error codes; a code without its own text has that of its family.
enum Explanations {
  struct Entry: Sendable {
    var name: String
    var text: String
  }

  /// The text for a word or code; `agent.anything` falls back on `agent.*`.
  static func explanation(of name: String) -> Entry? {
    let lowered = name.lowercased()
    if let exact = all.first(where: { $0.name == lowered }) { return exact }
    guard let dot = lowered.firstIndex(of: ".") else { return nil }
    return all.first { $0.name == lowered[...dot] + "*" }
  }

  /// Words first, then codes.
  static let all: [Entry] = (words + codes).map { Entry(name: $0.0, text: $0.1) }
}
