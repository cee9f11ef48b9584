import Synchronization

/// What is worked out of a text when it is first asked for, once for all lessons and rules.
final class TextCache: Sendable {
  let markdown = Memo<MarkdownText>()
  let language = Memo<ProseLanguage?>()
  let codeLanguages = Memo<[String?]>()
  let codeParts = Memo<[CodePart]>()
  let addresses = Memo<[Bool]>()
}

/// A value made when it is first asked for.
struct Memo<Value: Sendable>: ~Copyable, Sendable {
  private let value = Mutex<Value?>(nil)

  /// The value; two that ask at once may both make it, and neither waits for the other.
  func callAsFunction(_ make: () -> Value) -> Value {
    if let value = value.withLock({ $0 }) { return value }
    let made = make()
    value.withLock { $0 = .some(made) }
    return made
  }
}
