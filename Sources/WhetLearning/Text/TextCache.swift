import Synchronization

/// What is worked out of a text when it is first asked for, once for all lessons and rules.
final class TextCache: Sendable {
  private let text = Mutex<MarkdownText?>(nil)
  private let prose = Mutex<ProseLanguage??>(nil)
  private let code = Mutex<[String?]?>(nil)

  func markdown(_ make: () -> MarkdownText) -> MarkdownText {
    if let text = text.withLock({ $0 }) { return text }
    let made = make().withNames()
    text.withLock { $0 = made }
    return made
  }

  func language(_ make: () -> ProseLanguage?) -> ProseLanguage? {
    if let language = prose.withLock({ $0 }) { return language }
    let made = make()
    prose.withLock { $0 = .some(made) }
    return made
  }

  func codeLanguages(_ make: () -> [String?]) -> [String?] {
    if let languages = code.withLock({ $0 }) { return languages }
    let made = make()
    code.withLock { $0 = made }
    return made
  }
}
