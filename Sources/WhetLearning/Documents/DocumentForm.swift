import WhetCore

/// A document lesson of any kind and where it holds; in JSON its kind is the key.
struct DocumentForm: Hashable, Sendable {
  let lesson: any DocumentLesson
  /// The formats of the responses it is applied to; empty for all.
  var formats: [ResponseFormat] = []

  init(_ lesson: any DocumentLesson) {
    self.lesson = lesson
  }

  func covers(_ format: ResponseFormat) -> Bool { formats.isEmpty || formats.contains(format) }

  var summary: String {
    formats.isEmpty ? lesson.summary : "\(lesson.summary) \(place)"
  }

  /// The kinds of text it holds in, such as `in documentation`.
  var place: String { "in " + formats.map(\.label).joined(separator: " or ") }

  var kind: String { type(of: lesson).kind }

  static func == (left: DocumentForm, right: DocumentForm) -> Bool {
    AnyHashable(left.lesson) == AnyHashable(right.lesson) && left.formats == right.formats
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    lesson.hash(into: &hasher)
    hasher.combine(formats)
  }
}

/// A key of a JSON object that is not known when the program is compiled.
struct KindKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

private let formatsKey = KindKey(stringValue: "formats")

extension KeyedDecodingContainer<KindKey> {
  /// The document lesson under a key that names one of the kinds; `nil` where none does.
  func documentLesson() throws -> DocumentForm? {
    for kind in DocumentLessons.kinds {
      let key = KindKey(stringValue: kind.kind)
      if contains(key) {
        var form = DocumentForm(try decode(kind, forKey: key))
        form.formats = try decodeIfPresent([ResponseFormat].self, forKey: formatsKey) ?? []
        return form
      }
    }
    return nil
  }
}

extension KeyedEncodingContainer<KindKey> {
  /// Writes the lesson under the name of its kind.
  mutating func encode(_ form: DocumentForm) throws {
    try encode(form.lesson, forKey: KindKey(stringValue: form.kind))
    if !form.formats.isEmpty { try encode(form.formats, forKey: formatsKey) }
  }
}
