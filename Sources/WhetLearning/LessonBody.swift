/// What a lesson does, in one of the forms the improver can apply.
public struct LessonBody: Sendable, Hashable, Codable {
  var form: Form

  enum Form: Sendable, Hashable, Codable {
    case edit(EditRule)
    case importLine(ImportLine)
    case requiredSection(RequiredSection)
    case headingCase(HeadingCase)
    case fenceLanguage(FenceLanguage)
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
    case .instruction(let text): text
    default: document?.summary ?? ""
    }
  }

  var kind: String {
    switch form {
    case .edit: "edit-rule"
    case .instruction: "instruction"
    default: document.map { type(of: $0).kind } ?? ""
    }
  }

  /// The lesson on whole documents, if it is one.
  var document: (any DocumentLesson)? {
    switch form {
    case .edit, .instruction: nil
    case .importLine(let lesson): lesson
    case .requiredSection(let lesson): lesson
    case .headingCase(let lesson): lesson
    case .fenceLanguage(let lesson): lesson
    }
  }
}

extension LessonBody {
  private enum Key: String, CodingKey {
    case edit = "edit-rule"
    case importLine = "import-line"
    case requiredSection = "required-section"
    case headingCase = "heading-case"
    case fenceLanguage = "fence-language"
    case instruction
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let rule = try container.decodeIfPresent(EditRule.self, forKey: .edit) {
      form = .edit(rule)
    } else if let lesson = try container.decodeIfPresent(ImportLine.self, forKey: .importLine) {
      form = .importLine(lesson)
    } else if let lesson = try container.decodeIfPresent(RequiredSection.self, forKey: .requiredSection) {
      form = .requiredSection(lesson)
    } else if let lesson = try container.decodeIfPresent(HeadingCase.self, forKey: .headingCase) {
      form = .headingCase(lesson)
    } else if let text = try container.decodeIfPresent(String.self, forKey: .instruction) {
      form = .instruction(text)
    } else {
      form = .fenceLanguage(try container.decode(FenceLanguage.self, forKey: .fenceLanguage))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch form {
    case .edit(let rule): try container.encode(rule, forKey: .edit)
    case .importLine(let lesson): try container.encode(lesson, forKey: .importLine)
    case .requiredSection(let lesson): try container.encode(lesson, forKey: .requiredSection)
    case .headingCase(let lesson): try container.encode(lesson, forKey: .headingCase)
    case .instruction(let text): try container.encode(text, forKey: .instruction)
    case .fenceLanguage(let lesson): try container.encode(lesson, forKey: .fenceLanguage)
    }
  }
}
