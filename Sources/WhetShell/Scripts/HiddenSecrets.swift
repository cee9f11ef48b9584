import WhetCore
import WhetScript

/// The secrets a command was given, taken out of what it says.
struct HiddenSecrets {
  /// Longer ones first, because a secret may be a part of another.
  private let texts: [String]

  init(_ texts: [String]) {
    self.texts = texts.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  func hidden(in text: String) -> String { texts.reduce(text) { $0.replacing($1, with: ScriptValue.hidden) } }

  func hidden(in value: JSONValue) -> JSONValue {
    guard !texts.isEmpty else { return value }
    return switch value {
    case .string(let text): .string(hidden(in: text))
    case .array(let elements): .array(elements.map { hidden(in: $0) })
    case .object(let members): .object(members.map { .init($0.name, hidden(in: $0.value)) })
    default: value
    }
  }

  /// The value, and the texts made for people. An exact text is data that was asked for, and stays.
  func hidden(in result: CommandResult) -> CommandResult {
    guard !texts.isEmpty else { return result }
    var result = result
    result.value = hidden(in: result.value)
    if case .text(let text) = result.view { result.view = .text(hidden(in: text)) }
    return result
  }

  func hidden(in error: WhetError) -> WhetError {
    guard !texts.isEmpty else { return error }
    var error = error
    error.message = hidden(in: error.message)
    error.advice = error.advice.map { hidden(in: $0) }
    if let location = error.location { error.location?.file = hidden(in: location.file) }
    error.others = error.others.map { hidden(in: $0) }
    return error
  }
}
