import WhetCore
import WhetScript
import WhetTerminal

/// Tells on standard error what a script does, step by step.
struct Tracer: Sendable {
  /// How a trace is written.
  enum Format: Sendable { case text, jsonLines }

  let shell: Shell

  /// Runs a command and tells its line, its words as they were filled in, its time and its result in short.
  func following(
    _ bound: BoundCommand, at location: SourceLocation, _ body: () async throws -> JSONValue
  ) async throws -> JSONValue {
    guard shell.options.trace != nil else { return try await body() }
    let start = ContinuousClock.now
    do {
      let value = try await body()
      write("command", bound.expanded, at: location, since: start, digest: Self.digest(of: value))
      return value
    } catch {
      write("command", bound.expanded, at: location, since: start, failure: .wrapping(error))
      throw error
    }
  }

  func assigned(_ name: String, _ value: ScriptValue, at location: SourceLocation) {
    write("variable", "\(name) = \(VisibleText.quoted(value.shown, limit: 200))", at: location)
  }

  func echoed(_ text: String, at location: SourceLocation) {
    write("echo", VisibleText.quoted(text, limit: 200), at: location)
  }

  private func write(
    _ kind: String, _ text: String, at location: SourceLocation, since start: ContinuousClock.Instant? = nil,
    digest: String? = nil, failure: WhetError? = nil
  ) {
    let milliseconds = start.map { (ContinuousClock.now - $0) / .milliseconds(1) }
    switch shell.options.trace {
    case .text?: shell.writeError(line(text, at: location, milliseconds, digest, failure))
    case .jsonLines?:
      let value = JSONValue.record([
        "trace": .string(kind), "file": .string(location.file), "line": location.line.map { JSONValue($0) } ?? .null,
        "column": location.column.map { JSONValue($0) } ?? .null, "text": .string(text),
        "milliseconds": JSONValue(milliseconds.map { ($0 * 1000).rounded() / 1000 }), "result": JSONValue(digest),
        "failure": JSONValue(failure?.code.rawValue),
      ])
      shell.writeError(TerminalText(json: value.json()) + "\n")
    case nil: break
    }
  }

  private func line(
    _ text: String, at location: SourceLocation, _ milliseconds: Double?, _ digest: String?, _ failure: WhetError?
  ) -> TerminalText {
    let painter = shell.streams.errors.painter
    let place = painter.paint("+ \(location.description):", .dim)
    let time = milliseconds.map { "  \(NumberText.milliseconds($0))" } ?? ""
    let result = failure.map { "  failed: \($0.code)" } ?? digest.map { "  -> \($0)" } ?? ""
    return place + " \(text)" + painter.paint(TerminalText(time + result), .dim) + "\n"
  }

  /// What a result is, and a mark that equal results share.
  static func digest(of value: JSONValue) -> String {
    let kind =
      switch value {
      case .null: "null"
      case .bool, .integer, .number: value.json()
      case .string(let text): "text of \(text.count)"
      case .array(let elements): "list of \(elements.count)"
      case .object(let members): "record of \(members.count)"
      }
    var hash = StableHash()
    hash.combine(value.json().utf8)
    return "\(kind) #\(hash.hexadecimal.suffix(8))"
  }
}
