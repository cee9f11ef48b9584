/// One fenced code block of a Markdown text (CommonMark 0.31, section 4.5).
struct FencedBlock: Equatable {
  /// The first word after the opening fence, lower case; empty without one.
  var language: String
  /// The lines between the fences, each with its line end, without the fence's own indentation.
  var content: String
  /// The opening fence's line, from 1.
  var line: Int
  /// Whether the closing fence is there; without one the block goes to the end of the text.
  var isClosed: Bool
}

/// Finds the fenced code blocks of a text, and the lines outside them.
struct FencedBlocks {
  private(set) var blocks: [FencedBlock] = []
  /// The lines outside code blocks, with their numbers from 1.
  private(set) var outside: [(number: Int, text: Substring)] = []

  private struct Fence {
    var mark: Character
    var length: Int
    var indentation: Int
    var rest: Substring
  }

  init(_ text: String) {
    var opening: Fence?
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if let fence = opening {
        if let closing = Self.fence(line), closing.mark == fence.mark, closing.length >= fence.length,
          closing.rest.isEmpty
        {
          blocks[blocks.count - 1].isClosed = true
          opening = nil
        } else {
          blocks[blocks.count - 1].content += Self.strip(line, fence.indentation) + "\n"
        }
      } else if let fence = Self.fence(line), fence.mark == "~" || !fence.rest.contains("`") {
        let language = fence.rest.split(separator: " ").first.map { $0.lowercased() } ?? ""
        blocks.append(FencedBlock(language: language, content: "", line: index + 1, isClosed: false))
        opening = fence
      } else {
        outside.append((index + 1, line))
      }
    }
  }

  private static func fence(_ line: Substring) -> Fence? {
    let text = line.drop { $0 == " " }
    let indentation = line.count - text.count
    guard indentation <= 3, let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let length = text.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    let rest = text.dropFirst(length)
    let trimmed = rest.drop(while: \.isWhitespace)
    guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else {
      return Fence(mark: mark, length: length, indentation: indentation, rest: "")
    }
    return Fence(mark: mark, length: length, indentation: indentation, rest: trimmed[...last])
  }

  private static func strip(_ line: Substring, _ indentation: Int) -> Substring {
    let spaces = line.prefix(indentation).prefix { $0 == " " }.count
    return line.dropFirst(spaces)
  }
}
