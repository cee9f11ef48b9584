/// One fenced block of a Markdown text.
struct FencedBlock {
  /// The line of the opening fence.
  var opening: Int
  /// What stands behind the fence, without white space around it; empty for a bare fence.
  var info: String
  /// The lines inside.
  var content: [String]

  /// The language named: the first word behind the fence.
  var language: String? { info.isEmpty ? nil : String(info.prefix { !$0.isWhitespace && $0 != "{" && $0 != "," }) }
  /// The language that the code shows, or else the one named.
  var codeLanguage: String? { CodeLanguage.detect(content) ?? language?.lowercased() }
  /// The first word of the code.
  var firstWord: String? {
    for line in content {
      let start = line.drop { !($0.isLetter || $0 == "_") }
      let word = start.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if !word.isEmpty { return String(word) }
    }
    return nil
  }
}

extension MarkdownText {
  /// The fenced blocks in order.
  var fencedBlocks: [FencedBlock] {
    var blocks: [FencedBlock] = []
    var isOpen = false
    for (index, line) in lines.enumerated() {
      if line.kind == .fence {
        isOpen.toggle()
        if isOpen {
          let info = line.text.trimmed.drop { $0 == "`" || $0 == "~" }
          blocks.append(FencedBlock(opening: index, info: String(info).trimmed, content: []))
        }
      } else if isOpen {
        blocks[blocks.count - 1].content.append(line.text)
      }
    }
    return blocks
  }
}
