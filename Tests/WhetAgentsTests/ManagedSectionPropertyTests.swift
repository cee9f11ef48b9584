import Foundation
import Testing

@testable import WhetAgents

/// Random definitions out of the pieces that have a meaning to the scanner.
@Suite struct ManagedSectionPropertyTests {
  static let pieces = [
    "", "", "text", "---", "--- ", "name: x", "```", "```swift", "````", "~~~", "~~~~ x", "   ```", "    ```", "- ```",
    "  ```", "1. ~~~", "   ~~~", "- item", "<!-- comment -->", "<!--", "-->", "<!-->", "> ```", "\tcode", "é\u{202E}🙂",
    "`<!-- whet:begin -->`", "    <!-- whet:end -->", "a\r", "\r", "```\r", "---\r", "   ",
  ]

  static func definition(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = Int.random(in: 0..<6, using: &random) == 0 ? ByteLines.byteOrderMark : []
    if Bool.random(using: &random) { bytes += Array("---\nname: x\n---\n".utf8) }
    let style = Int.random(in: 0..<3, using: &random)
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      bytes += Array(pieces.randomElement(using: &random, or: "").utf8)
      let isReturn = style == 0 || (style == 2 && Bool.random(using: &random))
      bytes += isReturn ? [0x0D, 0x0A] : [0x0A]
    }
    if Bool.random(using: &random) { bytes += Array(pieces.randomElement(using: &random, or: "").utf8) }
    return bytes
  }

  static func words(_ random: inout SeededGenerator) -> String {
    let blocks = ["Do this.", "", "- a\n- b", "```\n---\n```", "~~~md\n<!-- whet:end -->\n~~~", "é 🙂", "a\r\nb", "---"]
    return (0..<Int.random(in: 0...5, using: &random)).map { _ in blocks.randomElement(using: &random, or: "") }
      .joined(separator: "\n")
  }

  @Test(arguments: 0..<40)
  func `replacing then removing restores every byte, and replacing twice is replacing once`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<250 {
      let original = Data(Self.definition(&random))
      let (first, second) = (Self.words(&random), Self.words(&random))
      let once = try ManagedSection.replacing(first, in: original)
      #expect(try ManagedSection.removing(from: once) == original)
      #expect(try ManagedSection.replacing(first, in: once) == once)
      let twice = try ManagedSection.replacing(second, in: once)
      #expect(try twice == ManagedSection.replacing(second, in: original))
      #expect(try ManagedSection.removing(from: twice) == original)
      #expect(try ManagedSection.text(in: once) == ManagedSection.normalised(first))
      let location = try #require(try ManagedSection.locate(in: once))
      #expect(Self.isSubsequence(original, once, outside: location.range))
    }
  }

  @Test(arguments: 0..<10)
  func `random bytes are located, replaced or refused, and never crash`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: 1_000 + seed)
    let markers = ["<!-- whet:begin -->", "<!-- whet:end -->", "<!-- whet:", "\n", "```", "-->", "---"].map {
      Array($0.utf8)
    }
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        bytes +=
          Bool.random(using: &random)
          ? markers.randomElement(using: &random, or: []) : [.random(in: 0...255, using: &random)]
      }
      let data = Data(bytes)
      guard let section = try? ManagedSection.locate(in: data) else { continue }
      #expect(section.content.lowerBound >= section.range.lowerBound && section.range.upperBound <= data.count)
      let replaced = try ManagedSection.replacing("new", in: data)
      #expect(replaced.prefix(section.range.lowerBound) == data.prefix(section.range.lowerBound))
      #expect(replaced.suffix(data.count - section.range.upperBound) == data.dropFirst(section.range.upperBound))
    }
  }

  /// Whether what stands outside the section is the original with nothing but newlines added.
  static func isSubsequence(_ original: Data, _ changed: Data, outside range: Range<Int>) -> Bool {
    let outside = [UInt8](changed[..<range.lowerBound]) + [UInt8](changed[range.upperBound...])
    var rest = [UInt8](original)[...]
    return outside.allSatisfy { byte in
      if rest.first == byte {
        rest.removeFirst()
        return true
      }
      return byte == 0x0A || byte == 0x0D
    } && rest.isEmpty
  }
}

extension Array {
  func randomElement(using random: inout some RandomNumberGenerator, or fallback: Element) -> Element {
    randomElement(using: &random) ?? fallback
  }
}
