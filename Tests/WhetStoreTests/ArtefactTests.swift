import Foundation
import GRDB
import Testing
import WhetCore

@testable import WhetStore

@Suite struct ArtefactTests {
  @Test func `a digest is the SHA-256 of the bytes`() {
    // FIPS 180-4, the example of one block.
    let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(ArtefactDigest(of: Data("abc".utf8)).hex == hex)
    #expect(ArtefactDigest(hex: hex.uppercased()) == ArtefactDigest(of: Data("abc".utf8)))
  }

  @Test(arguments: ["", "abc", String(repeating: "g", count: 64), String(repeating: "0", count: 63) + "é"])
  func `what is not 64 hexadecimal digits is no digest`(text: String) {
    #expect(ArtefactDigest(hex: text) == nil)
  }

  @Test(arguments: [0, 1, 8, 9, 100, 5_000, 70_000])
  func `a content comes back as it was, whatever its size`(size: Int) throws {
    var generator = SeededGenerator(seed: UInt64(size))
    let store = try Store.sample()
    let noise = Data((0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) })
    let text = Data(String(Samples.program(size: size, using: &generator).prefix(size)).utf8)
    for content in [noise, text] {
      #expect(try store.artefact(store.put(ArtefactDraft(content))) == content)
    }
  }

  @Test func `equal contents are stored once`() throws {
    let store = try Store.sample()
    let first = try store.put(ArtefactDraft("the same"))
    #expect(try store.put(ArtefactDraft("the same")) == first)
    #expect(try store.information().counts["artefacts"] == 1)
  }

  @Test func `a text much like another takes little space, and a long chain of them is read`() throws {
    var generator = SeededGenerator(seed: 7)
    let store = try Store.sample()
    var text = Samples.program(size: 6_000, using: &generator)
    var last = try store.put(ArtefactDraft(text))
    let (whole, _) = try stored(last, store)
    var depths: [Int] = []
    for number in 0..<40 {
      text += "# \(number)\n"
      last = try store.put(ArtefactDraft(text, basis: last))
      #expect(try store.artefact(last) == Data(text.utf8))
      let (size, depth) = try stored(last, store)
      depths.append(depth)
      #expect(depth == 0 || size < whole / 10)
    }
    #expect(depths.max() == ArtefactEncoding.maximumDepth)
    #expect(depths.filter { $0 == 0 }.count == 3)
  }

  @Test func `an unknown basis is ignored`() throws {
    let store = try Store.sample()
    let digest = try store.put(ArtefactDraft("some text", basis: ArtefactDigest(of: Data("never stored".utf8))))
    #expect(try store.artefact(digest) == Data("some text".utf8))
  }

  @Test func `a damaged content is noticed when it is read and by the check`() throws {
    let store = try Store.sample()
    let digest = try store.put(ArtefactDraft(String(repeating: "some text ", count: 20)))
    #expect(try store.integrityFaults() == [])
    try store.write { try $0.execute(sql: "UPDATE artefact SET content = substr(content, 2)") }
    #expect(code { _ = try store.artefact(digest) } == .storeCorrupt)
    #expect(try store.integrityFaults().count == 1)
  }

  @Test func `a digest nobody stored is not found`() throws {
    let store = try Store.sample()
    #expect(code { _ = try store.artefact(ArtefactDigest(of: Data())) } == .notFound)
  }

  @Test func `the preset dictionary never changes: stores are written with it`() {
    #expect(
      ArtefactDigest(of: PresetDictionary.version1).hex
        == "afa4197406e22c206f5bde18023a8a3a36042bd061ca73c62548a057ab1c43dc")
  }

  private func stored(_ digest: ArtefactDigest, _ store: Store) throws -> (size: Int, depth: Int) {
    try store.read { db in
      let row = try #require(
        try db.row("SELECT length(content) AS size, depth FROM artefact WHERE digest = ?", [digest.bytes]))
      return (row["size"], row["depth"])
    }
  }
}
