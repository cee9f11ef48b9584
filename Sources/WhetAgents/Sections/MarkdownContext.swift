/// Tells line by line whether Markdown text, or the inside of a code block or comment, is being read.
///
/// It knows fenced code blocks, at top level and opened on a list item's first line, and HTML comments over several
/// lines. Other raw HTML and block quotes are text to it.
struct MarkdownContext {
  private enum Block {
    case fence(CodeFence)
    case comment
  }

  private var open: Block?
  /// The offset at which the block that is open now began; `nil` in text.
  private(set) var openBlockStart: Int?

  /// Takes the next line and says whether a marker on it would count.
  mutating func readsAsText(_ line: ArraySlice<UInt8>) -> Bool {
    switch open {
    case .fence(let fence) where fence.isLeft(by: line):
      close()
      return beginsAsText(line)
    case .fence(let fence):
      if fence.isClosed(by: line) { close() }
      return false
    case .comment:
      if line.firstRange(of: Self.commentEnd) != nil { close() }
      return false
    case nil:
      return beginsAsText(line)
    }
  }

  private mutating func beginsAsText(_ line: ArraySlice<UInt8>) -> Bool {
    if let fence = CodeFence(opening: line) {
      open = .fence(fence)
      openBlockStart = line.startIndex
      return false
    }
    let indent = line.indentation
    let rest = line.dropFirst(indent)
    // The end may share its hyphens with the beginning: `<!-->` is a whole comment.
    if indent <= 3, rest.starts(with: Self.commentBegin), rest.dropFirst(2).firstRange(of: Self.commentEnd) == nil {
      open = .comment
      openBlockStart = line.startIndex
    }
    return true
  }

  private mutating func close() {
    open = nil
    openBlockStart = nil
  }

  private static let commentBegin = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)
}
