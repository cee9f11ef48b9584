/// What a lesson does, in one of the forms the improver can apply.
public struct LessonBody: Sendable, Hashable, Codable {
  var form: Form

  enum Form: Sendable, Hashable {
    case edit(EditRule)
    case document(DocumentForm)
    /// What a person said about a response, in their words; only a model can follow it.
    case instruction(String)
  }

  init(_ form: Form) {
    self.form = form
  }

  /// The lesson in one readable line.
  public var summary: String {
    switch form {
    case .edit(let rule): rule.summary
    case .document(let document): document.summary
    case .instruction(let text): text
    }
  }

  var kind: String {
    switch form {
    case .edit: Self.editKey.stringValue
    case .document(let document): document.kind
    case .instruction: Self.instructionKey.stringValue
    }
  }

  /// The lesson on whole documents, if it is one.
  var document: (any DocumentLesson)? {
    if case .document(let document) = form { document.lesson } else { nil }
  }
}

extension LessonBody {
  private static let editKey = KindKey(stringValue: "edit-rule")
  private static let instructionKey = KindKey(stringValue: "instruction")

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: KindKey.self)
    if let rule = try container.decodeIfPresent(EditRule.self, forKey: Self.editKey) {
      form = .edit(rule)
    } else if let text = try container.decodeIfPresent(String.self, forKey: Self.instructionKey) {
      form = .instruction(text)
    } else if let document = try container.documentLesson() {
      form = .document(document)
    } else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: container.codingPath, debugDescription: "A lesson of a kind that is not known."))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: KindKey.self)
    switch form {
    case .edit(let rule): try container.encode(rule, forKey: Self.editKey)
    case .document(let document): try container.encode(document)
    case .instruction(let text): try container.encode(text, forKey: Self.instructionKey)
    }
  }
}
