import Foundation
import Testing

@testable import WhetStore

@Suite struct DeflateTests {
  private let dictionary = PresetDictionary.version1

  @Test func `what would not become smaller is not compressed`() {
    var generator = SeededGenerator(seed: 1)
    let noise = Data((0..<1_000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    #expect(Deflate.compress(noise, dictionary: Data()) == nil)
    #expect(Deflate.compress(Data("short".utf8), dictionary: dictionary) == nil)
  }

  @Test func `a dictionary longer than zlib looks back counts with its end`() throws {
    var generator = SeededGenerator(seed: 2)
    let end = Data(Samples.program(size: 2_000, using: &generator).utf8)
    let long = Data(repeating: 65, count: 100_000) + end
    let compressed = try #require(Deflate.compress(end, dictionary: long))
    #expect(compressed.count < 100)
    #expect(Deflate.expand(compressed, size: end.count, dictionary: long) == end)
  }

  @Test func `a claim of more bytes than deflate can hold is refused before it is allocated`() {
    #expect(Deflate.expand(Data([1, 2, 3]), size: .max, dictionary: Data()) == nil)
    #expect(Deflate.expand(Data([1, 2, 3]), size: -1, dictionary: Data()) == nil)
  }

  @Test(.timeLimit(.minutes(1)), arguments: 0..<20 as Range<UInt64>)
  func `damaged streams give nothing or bytes of the right number, never a crash`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let content = Data(Samples.program(size: 300, using: &generator).utf8)
    let compressed = try #require(Deflate.compress(content, dictionary: dictionary))
    for _ in 0..<200 {
      var damaged = Data(compressed)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      damaged = damaged.prefix(Int.random(in: 0...damaged.count, using: &generator))
      let size = Bool.random(using: &generator) ? content.count : Int.random(in: 0...2_000, using: &generator)
      let expanded = Deflate.expand(damaged, size: size, dictionary: dictionary)
      #expect(expanded == nil || expanded?.count == size)
    }
  }
}
