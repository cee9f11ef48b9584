/// What a document has that may be the reason for an addition; a feature is a word for its kind and a value.
struct DocumentFeature: Hashable, Sendable, Codable, Comparable {
  enum Kind: String, Codable {
    /// A section with the title, in small letters.
    case section
    /// A first heading that begins with the words, in small letters.
    case titleStart
    /// A first heading that has the word, in small letters.
    case titleWord
    /// Code in the language.
    case code
    /// A numbered list.
    case numberedList
    case table
    /// Every document.
    case any
    /// Running text in the language.
    case language
  }

  var kind: Kind
  var value: String

  static let any = DocumentFeature(kind: .any, value: "")

  /// Sections tell most about a document, and what all have tells nothing; that only some languages have it is thought of
  /// where not all have it.
  private var rank: Int {
    switch kind {
    case .section: 0
    case .titleStart: 1
    case .titleWord: 2
    case .numberedList: 3
    case .code: 4
    case .table: 5
    case .any: 6
    case .language: 7
    }
  }

  static func < (left: DocumentFeature, right: DocumentFeature) -> Bool {
    (left.rank, left.value) < (right.rank, right.value)
  }

  /// The condition in words, after “A document”.
  var words: String {
    switch kind {
    case .section: "with a section “\(value)”"
    case .titleStart: "whose title begins with “\(value)”"
    case .titleWord: "with “\(value)” in its title"
    case .numberedList: "with a numbered list"
    case .code: "with code in \(value)"
    case .table: "with a table"
    case .any: ""
    case .language: "in \(ProseLanguage(rawValue: value)?.label ?? value)"
    }
  }

  var summary: String {
    switch kind {
    case .section: "has ‹\(value)›"
    case .titleStart: "title ‹\(value) …›"
    case .titleWord: "title ‹… \(value) …›"
    case .numberedList: "has ‹numbered list›"
    case .code: "has ‹code in \(value)›"
    case .table: "has ‹table›"
    case .any: "always"
    case .language: "in \(ProseLanguage(rawValue: value)?.label ?? value)"
    }
  }
}

extension MarkdownText {
  /// All features of the text.
  var features: Set<DocumentFeature> {
    var features: Set<DocumentFeature> = [.any]
    var isFirst = true
    for line in lines {
      if let heading = HeadingParts(line) {
        features.insert(DocumentFeature(kind: .section, value: heading.key))
        if isFirst {
          let words = heading.title.lowercased().split(separator: " ")
          if words.count > 1 { features.insert(DocumentFeature(kind: .titleStart, value: String(words[0]))) }
          if words.count > 2 { features.insert(DocumentFeature(kind: .titleStart, value: words[0] + " " + words[1])) }
          for word in heading.key.split(separator: " ") where word.count > 2 {
            features.insert(DocumentFeature(kind: .titleWord, value: String(word)))
          }
          isFirst = false
        }
      } else if line.kind == .item {
        if ItemParts(line)?.isOrdered == true { features.insert(DocumentFeature(kind: .numberedList, value: "")) }
      } else if line.kind == .table {
        features.insert(DocumentFeature(kind: .table, value: ""))
      }
    }
    if let language { features.insert(DocumentFeature(kind: .language, value: language.rawValue)) }
    for block in fencedBlocks {
      if let language = block.codeLanguage {
        features.insert(DocumentFeature(kind: .code, value: language))
      }
    }
    return features
  }
}

extension MarkdownText {
  /// The language of its running text; `nil` where that cannot be told.
  private var language: ProseLanguage? {
    let kinds: [Kind] = [.prose, .item, .heading, .quote]
    return ProseLanguage(
      of: lines.lazy.filter { kinds.contains($0.kind) }.flatMap { line in
        line.text.split { !$0.isLetter }.map(String.init)
      })
  }
}

extension DocumentPair {
  /// What may be the reason for an addition: what the corrected text has and the original had too, under any title.
  var reasons: Set<DocumentFeature> {
    if isAccepted { return source.features }
    let known = source.features
    return target.features.filter { feature in
      guard feature.kind == .section else { return known.contains(feature) }
      return target.lines.indices.contains { line in
        HeadingParts(target.lines[line])?.key == feature.value && sourceLine[line] != nil
      }
    }
  }
}
