import WhetCore

extension Correction {
  /// What a list needs of a correction: everything but its texts.
  var summaryValue: JSONValue {
    .record([
      "id": .string(id.rawValue), "agent": .string(agent.rawValue), "task": .string(task),
      "format": .string(format.rawValue), "language": JSONValue(language), "type": JSONValue(type?.rawValue),
      "severity": JSONValue(severity?.rawValue), "pinned": .bool(isPinned), "accepted": .bool(isAccepted),
      "corrected": .bool(corrected != nil), "feedback": .bool(feedback != nil), "verifier": .bool(verifier != nil),
      "revision": JSONValue(revision), "source": JSONValue(source), "createdAt": MomentText.json(createdAt),
    ])
  }

  /// The whole correction: the fields of a corrections file, revision and time.
  var value: JSONValue {
    guard case .object(let members) = exportValue else { return exportValue }
    return .object(
      members + [.init("revision", JSONValue(revision)), .init("createdAt", MomentText.json(createdAt))])
  }

  /// One line of a corrections file: importing it again changes nothing.
  var exportValue: JSONValue {
    let fields: [(String, JSONValue?)] = [
      ("id", .string(id.rawValue)), ("agent", .string(agent.rawValue)), ("task", .string(task)),
      ("context", contextValue), ("original", .string(original)),
      ("corrected", corrected.map { .string($0) }), ("feedback", feedback.map { .string($0) }),
      ("format", .string(format.rawValue)), ("language", language.map { .string($0) }),
      ("type", type.map { .string($0.rawValue) }), ("severity", severity.map { .string($0.rawValue) }),
      ("verify", verifier?.value), ("pinned", isPinned ? .bool(true) : nil), ("source", source.map { .string($0) }),
    ]
    return .object(fields.compactMap { name, value in value.map { .init(name, $0) } })
  }

  /// Typed, because a `nil` beside a `JSONValue` becomes its `null` and not the lack of one.
  private var contextValue: JSONValue? { context.isEmpty ? Optional.none : Self.object(context) }

  fileprivate static func object(_ texts: [String: String]) -> JSONValue {
    .object(texts.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
  }
}

extension VerifierSpecification {
  /// As in a corrections file.
  var value: JSONValue {
    let fields: [(String, JSONValue?)] = [
      ("run", .array(run.map { .string($0) })), ("stdin", stdin.map { .string($0) }),
      ("files", files.map { Correction.object($0) }), ("timeout", timeout.map { .number($0) }),
    ]
    return .object(fields.compactMap { name, value in value.map { .init(name, $0) } })
  }
}
