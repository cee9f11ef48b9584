import WhetCore

/// A section that people add to documents which have a certain other heading (or to all).
///
/// Its text is exactly what they wrote, the same in every correction behind it: nothing is invented.
struct RequiredSection: DocumentLesson {
  static let kind = "required-section"

  /// The heading with its number signs.
  var heading: String
  /// The lines below the heading.
  var body: String
  /// A document needs the section only if it has this heading (compared without case); `nil` for every document.
  var condition: String?

  var identity: String { heading + "\n" + body }
  var summary: String { (condition.map { "has ‹\($0)› -> " } ?? "always -> ") + heading }
  var words: String {
    let when = condition.map { "A document with a section “\($0)” ends" } ?? "Every document ends"
    return "\(when) with the section `\(heading)`."
  }

  func apply(to text: TokenText, format: ResponseFormat) -> String? {
    let headings = Set(text.headings.map { $0.title.lowercased() })
    guard !headings.contains(Self.title(of: heading).lowercased()) else { return nil }
    if let condition { guard headings.contains(condition.lowercased()) else { return nil } }
    guard !text.headings.isEmpty else { return nil }
    var original = text.text[...]
    while original.last?.isNewline == true { original.removeLast() }
    return original + ("\n\n" + heading + "\n\n" + body + "\n").replacing("\n", with: text.lineBreak)
  }

  static func title(of heading: String) -> String {
    String(heading.drop { $0 == "#" }).trimmed
  }

  struct Inducer: DocumentLessonInducer {
    private struct Addition: Hashable {
      var heading: String
      var body: String
    }
    private var added: [Addition: [Int]] = [:]
    private var order: [Addition] = []
    /// The headings of each corrected document, in lower case.
    private var documents: [(id: CorrectionID, headings: Set<String>, original: Set<String>)] = []

    mutating func add(_ analysis: PairAnalysis) {
      let headings = analysis.target.headings
      guard !headings.isEmpty else { return }
      let before = Set(analysis.source.headings.map { $0.title.lowercased() })
      documents.append((analysis.pair.id, Set(headings.map { $0.title.lowercased() }), before))
      guard !analysis.pair.isAccepted, let last = headings.last, !before.contains(last.title.lowercased()),
        headings.count > before.count
      else { return }
      let lines = analysis.target.lines
      let body = analysis.target.body(after: lines[last.line].upperBound)
      guard !body.isEmpty else { return }
      let addition = Addition(heading: analysis.target.text(in: lines[last.line]), body: body)
      if added[addition] == nil { order.append(addition) }
      added[addition, default: []].append(documents.count - 1)
    }

    func lessons() -> [(form: LessonBody.Form, supports: [CorrectionID])] {
      order.compactMap { addition in
        let having = added[addition] ?? []
        guard having.count >= 2 else { return nil }
        let title = RequiredSection.title(of: addition.heading).lowercased()
        let without = documents.filter { !$0.headings.contains(title) }
        let ids = having.map { documents[$0].id }
        if without.isEmpty {
          return (.requiredSection(RequiredSection(heading: addition.heading, body: addition.body)), ids)
        }
        let shared = having.dropFirst().reduce(documents[having[0]].original) {
          $0.intersection(documents[$1].original)
        }
        guard
          let condition = shared.sorted().first(where: { heading in
            without.allSatisfy { !$0.original.contains(heading) }
          })
        else { return nil }
        return (
          .requiredSection(RequiredSection(heading: addition.heading, body: addition.body, condition: condition)), ids
        )
      }
    }
  }
}

extension TokenText {
  /// The Markdown headings outside code: the number of the line and the title without its number signs.
  var headings: [(line: Int, title: String)] {
    lines.enumerated().compactMap { number, range in
      guard let first = range.first, tokens[first].zone == .heading else { return nil }
      return (number, RequiredSection.title(of: text(in: range)))
    }
  }
}

extension TokenText {
  /// What stands after a line end, with its indentation, without empty lines around it, its lines ended by `\n`.
  fileprivate func body(after lineEnd: Int) -> String {
    let text = tokens[min(lineEnd + 1, count)...].reduce(into: "") { $0 += $1.leading + $1.text }.replacing(
      "\r\n", with: "\n")
    var body = text.drop(while: \.isNewline)
    while body.last?.isWhitespace == true { body.removeLast() }
    return String(body)
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
