import Foundation
public import WhetCore

/// What the head of a definition says of its agent.
public struct AgentSummary: Sendable, Equatable {
  public let name: AgentName
  public let tier: Tier
  /// As written: text from outside, not made safe for a terminal.
  public let description: String?
}

extension AgentDirectory {
  /// The definition that wins for each name, by tier and then by file; the prompts are not looked at.
  ///
  /// A file whose prompt makes it unusable is among them too.
  public func summaries() -> [AgentSummary] {
    var seen: Set<AgentName> = []
    return Tier.allCases.flatMap { entries(in: $0, headsOnly: true) }.compactMap { entry in
      guard case .success(let head) = entry.content, seen.insert(head.name).inserted else { return nil }
      return AgentSummary(name: head.name, tier: head.tier, description: head.frontMatter.description)
    }
  }

  /// A file up to the end of its front matter: nothing of one that has none, all of one that does not close it.
  static func head(of file: Data) -> Data {
    let mark = Data(ByteLines.byteOrderMark)
    let text = file.starts(with: mark) ? file.dropFirst(mark.count) : file
    guard isRule(text, from: text.startIndex) else { return Data() }
    var place = text.startIndex
    while let found = text.range(of: Data("\n---".utf8), in: place..<text.endIndex) {
      if isRule(text, from: found.lowerBound + 1) {
        return text[..<(text[found.upperBound...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex)]
      }
      place = found.upperBound
    }
    return text
  }

  /// Whether the line is `---` and blanks.
  private static func isRule(_ text: Data, from start: Data.Index) -> Bool {
    let line = text[start...].prefix { $0 != UInt8(ascii: "\n") }
    return line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
  }
}
