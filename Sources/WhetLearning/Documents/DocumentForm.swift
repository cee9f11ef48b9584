/// A document lesson of any kind; in JSON its kind is the key.
struct DocumentForm: Hashable, Sendable {
  let lesson: any DocumentLesson

  init(_ lesson: any DocumentLesson) {
    self.lesson = lesson
  }

  var kind: String { type(of: lesson).kind }

  static func == (left: DocumentForm, right: DocumentForm) -> Bool {
    AnyHashable(left.lesson) == AnyHashable(right.lesson)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    lesson.hash(into: &hasher)
  }
}

/// A key of a JSON object that is not known when the program is compiled.
struct KindKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<KindKey> {
  /// The document lesson under a key that names one of the kinds; `nil` where none does.
  func documentLesson() throws -> DocumentForm? {
    for kind in DocumentLessons.kinds {
      let key = KindKey(stringValue: kind.kind)
      if contains(key) { return DocumentForm(try decode(kind, forKey: key)) }
    }
    return nil
  }
}

extension KeyedEncodingContainer<KindKey> {
  /// Writes the lesson under the name of its kind.
  mutating func encode(_ form: DocumentForm) throws {
    try encode(form.lesson, forKey: KindKey(stringValue: form.kind))
  }
}
