import WhetCore
import WhetLearning
import WhetScript
import WhetTerminal
import WhetTraining

/// `improve`: a filter that applies what an agent has learned.
struct Improve: ShellCommand {
  let specification = CommandSpecification(
    path: ["improve"], summary: "Apply an agent's deployed rules to a text",
    discussion: """
      A filter: prints the improved text and nothing else, byte for byte; a text that no lesson fits comes back as it \
      was. The rules are those deployed with the agent's definition, and the lessons in the store where none are.
      """,
    parameters: [
      .positional("agent", .agent, isRequired: false, "whose rules; the chosen agent unless told"),
      .positional("file", .file, "the text's file; - is standard input"),
      .option("language", .text, defaultText: "from the file's name", "such as python"),
      .option(
        "format", .choice(ResponseFormat.allCases.map(\.rawValue)), defaultText: "from the text", "the kind of text"
      ).explaining(ResponseFormat.meanings),
      .flag("diff", "show instead what changes, and which lesson changes it"),
      .flag("words", "show what changes by words"),
    ],
    effect: .reads,
    examples: [
      .init("improve engineer @answer.py > better.py", "writes the improved text to a file"),
      .init("improve engineer @answer.py --diff", "shows what would change"),
    ], shape: Improve.shape)

  func run(_ call: CommandCall) async throws -> CommandResult {
    let agent = try call.agent()
    let name = try call.required("file")
    let text = try call.readText(name)
    let language = try call.text("language") ?? SourceLanguage.name(forFile: name)
    let format = try call.text("format").flatMap(ResponseFormat.init(rawValue:))
    let improved = try await call.trainer().improve(text, agent: agent, format: format, language: language)
    return CommandResult(Self.value(of: improved), as: view(of: improved, from: text, name, call))
  }

  private func view(of improved: ImprovedResponse, from text: String, _ name: String, _ call: CommandCall) -> ResultView
  {
    guard call.flag("diff") || call.flag("words") else { return .exact(improved.improvement.text) }
    return .document(
      [
        .difference(
          old: text, new: improved.improvement.text, oldName: name, newName: "improved",
          form: call.flag("words") ? .words : .patch)
      ] + Self.story(of: improved))
  }

  /// The text with each lesson that changed it.
  static func value(of improved: ImprovedResponse) -> JSONValue {
    .record([
      "text": .string(improved.improvement.text), "changed": .bool(!improved.improvement.applications.isEmpty),
      "source": .string(improved.source),
      "applications": .array(
        improved.improvement.applications.map { application in
          .record([
            "lesson": .string(application.lesson.rawValue), "count": JSONValue(application.count),
            "words": JSONValue(improved.lesson(application.lesson)?.words),
            "rule": JSONValue(improved.lesson(application.lesson)?.rule),
          ])
        }),
      "changes": .array(
        improved.improvement.changes.map { change in
          .record([
            "lesson": .string(change.lesson.rawValue), "line": JSONValue(change.line),
            "before": .string(change.before), "after": .string(change.after),
          ])
        }),
    ])
  }

  /// As `value(of:)`.
  static let shape = ValueShape.record(
    "improved text",
    [
      .init("text", .text, "the improved text"), .init("changed", .boolean, "whether a lesson changed it"),
      .init("source", .text, "whose rules were applied"), .init("applications", .list(application), "what each did"),
      .init("changes", .list(change), "each changed place, in the order they were made"),
    ])

  private static let change = ValueShape.record(
    "changed place",
    [
      .init("lesson", .id("lesson"), "which changed it"),
      .init("line", .integer(from: 1), "in the text as it was then"), .init("before", .text, "what stood there"),
      .init("after", .text, "what stands there now"),
    ])

  private static let application = ValueShape.record(
    "applied lesson",
    [
      .init("lesson", .id("lesson"), "its id"), .init("count", .integer(from: 1), "how often"),
      .init("words", .text, "as an instruction"), .init("rule", .text, "in one line"),
    ])

  /// Which lesson did what: each changed place with its lesson, then the lessons.
  static func story(of improved: ImprovedResponse) -> [DocumentBlock] {
    let improvement = improved.improvement
    guard !improvement.applications.isEmpty else {
      return [.paragraph(summary(of: improved), style: .dim)]
    }
    let lessons = improvement.applications.map { application in
      let lesson = improved.lesson(application.lesson)
      return JSONValue.record([
        "lesson": .string(application.lesson.rawValue), "count": JSONValue(application.count),
        "rule": JSONValue(lesson?.rule), "words": JSONValue(lesson?.words),
      ])
    }
    let changes = improvement.changes.map { change in
      JSONValue.record([
        "line": JSONValue(change.line), "lesson": .string(change.lesson.rawValue),
        "before": .string(excerpt(change.before)), "after": .string(excerpt(change.after)),
      ])
    }
    return [
      .heading("which lesson changed what"), .table(changeTable, rows: changes), .heading("lessons"),
      .table(lessonTable, rows: lessons), .paragraph(improved.source, style: .dim),
    ]
  }

  /// As `story(of:)` in a few lines.
  static func summary(of improved: ImprovedResponse) -> String {
    let lines = improved.improvement.applications.map { application in
      "\(application.lesson) (\(application.count) ×): \(improved.lesson(application.lesson)?.words ?? "")"
    }
    return lines.isEmpty
      ? "no lesson fits; the text stays as it is (\(improved.source))" : lines.joined(separator: "\n")
  }

  private static let changeTable = TableDescription(
    [.init("line"), .init("lesson"), .init("before"), .init("after")], whenEmpty: "no place is known")
  private static let lessonTable = TableDescription(
    [.init("lesson"), .init("times", "count"), .init("rule")], whenEmpty: "none")

  /// The first line of a text, for a table.
  private static func excerpt(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    guard let first = lines.first else { return "" }
    return lines.count > 1 || first.count > 60 ? first.prefix(60) + " …" : String(first)
  }
}

extension ImprovedResponse {
  /// A lesson that was at hand.
  func lesson(_ id: LessonID) -> Lesson? { lessons.first { $0.id == id } }
}

/// The language of a file by the ending of its name.
enum SourceLanguage {
  private static let byEnding = [
    "py": "python", "swift": "swift", "js": "javascript", "ts": "typescript", "rb": "ruby", "go": "go", "rs": "rust",
    "java": "java", "kt": "kotlin", "c": "c", "h": "c", "cc": "c++", "cpp": "c++", "hpp": "c++", "cs": "c#",
    "sh": "bash", "bash": "bash", "sql": "sql", "pl": "perl", "php": "php", "md": "markdown",
  ]

  static func name(forFile path: String) -> String? {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    return byEnding[path[path.index(after: dot)...].lowercased()]
  }
}
