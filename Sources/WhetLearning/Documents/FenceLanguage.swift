import WhetCore

/// Code fences name their language: the one the code shows, by the name people use for it.
struct FenceLanguage: DocumentLesson {
  static let kind = "fence-language"

  /// The language for a first word of code that tells it better than the rest, or where nothing else tells it.
  var languages: [String: String]
  /// The names people use for languages that code shows by itself; nothing for a language they do not name.
  var names: [String: String]?
  /// Other names for languages already on the fence.
  var renamed: [String: String]?
  /// The name for blocks that show no language.
  var fallback: String?

  init(
    languages: [String: String] = [:], names: [String: String]? = nil, renamed: [String: String]? = nil,
    fallback: String? = nil
  ) {
    self.languages = languages
    self.names = names
    self.renamed = renamed
    self.fallback = fallback
  }

  private var shown: [String] {
    Set(Array(languages.values) + Array((names ?? [:]).values) + (renamed ?? [:]).values + [fallback ?? ""])
      .filter { !$0.isEmpty }.sorted()
  }
  var summary: String { "``` -> ```" + shown.joined(separator: " | ```") }
  var words: String {
    "Name the language on every code fence (" + shown.map { "`\($0)`" }.joined(separator: ", ") + ")."
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    guard format != .code, text.positions["`"] != nil || text.positions["~"] != nil else { return nil }
    let markdown = text.markdown
    var lines = markdown.lines
    var isChanged = false
    for block in markdown.fencedBlocks {
      guard let line = rewritten(block, lines[block.opening].text) else { continue }
      lines[block.opening].text = line
      isChanged = true
    }
    return isChanged ? MarkdownText.text(of: lines) : nil
  }

  private func rewritten(_ block: FencedBlock, _ line: String) -> String? {
    if let old = block.language {
      guard let new = renamed?[old], let place = line.firstRange(of: old) else { return nil }
      return String(line[..<place.lowerBound]) + new + String(line[place.upperBound...])
    }
    guard block.info.isEmpty, let language = language(of: block) else { return nil }
    // White space behind the fence stays where it is.
    var end = line.endIndex
    while end > line.startIndex, line[line.index(before: end)].isWhitespace { end = line.index(before: end) }
    return line[..<end] + language + line[end...]
  }

  private func language(of block: FencedBlock) -> String? {
    if let word = block.firstWord, let language = languages[word] { return language.isEmpty ? nil : language }
    guard block.content.contains(where: { $0.contains { !$0.isWhitespace } }) else { return nil }
    guard let names else { return nil }
    guard let shown = CodeLanguage.detect(block.content) else { return fallback }
    let name = names[shown] ?? shown
    return name.isEmpty ? nil : name
  }

  static func inducer() -> any DocumentKindInducer { Inducer() }
}
