import WhetCore

extension JSONValue {
  /// The value without the secrets a command was given.
  func hiding(_ secrets: [String]) -> JSONValue {
    guard !secrets.isEmpty else { return self }
    return switch self {
    case .string(let text): .string(secrets.reduce(text) { $1.isEmpty ? $0 : $0.replacing($1, with: "[secret]") })
    case .array(let elements): .array(elements.map { $0.hiding(secrets) })
    case .object(let members): .object(members.map { .init($0.name, $0.value.hiding(secrets)) })
    default: self
    }
  }
}

extension WhetError {
  /// The error without the secrets a command was given, which it may have quoted.
  func hiding(_ secrets: [String]) -> WhetError {
    let texts = secrets.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    guard !texts.isEmpty else { return self }
    func hidden(_ text: String) -> String { texts.reduce(text) { $0.replacing($1, with: "[secret]") } }
    var error = self
    error.message = hidden(message)
    error.advice = advice.map(hidden)
    error.location?.file = hidden(location?.file ?? "")
    error.others = others.map { $0.hiding(texts) }
    return error
  }
}
