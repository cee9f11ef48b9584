import Synchronization

/// The Markdown lines of a text, made once for all lessons that ask for them.
final class MarkdownCache: Sendable {
  private let made = Mutex<MarkdownText?>(nil)

  func text(_ make: () -> MarkdownText) -> MarkdownText {
    if let text = made.withLock({ $0 }) { return text }
    let text = make().withNames()
    made.withLock { $0 = text }
    return text
  }
}
