import Glibc
import Testing
import WhetTerminal

@testable import LineEditing

@Suite(.timeLimit(.minutes(1)))
struct PlainEditorTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func withEditor(
    _ bytes: [UInt8], limit: Int = PlainEditor.lineLimit, _ body: (PlainEditor) async throws -> Void
  ) async throws {
    try folder.write(bytes: bytes, to: "input")
    let file = open(folder.path + "/input", O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    try await body(PlainEditor(descriptor: file, lineLimit: limit))
  }

  @Test(
    arguments: [
      ("", []),
      ("a", ["a"]),
      ("a\nb\n", ["a", "b"]),
      ("a\r\n\r\nb", ["a", "", "b"]),
      ("\n\n", ["", ""]),
      ("\u{FEFF}first\n\u{FEFF}kept", ["first", "\u{FEFF}kept"]),
      ("ü 漢 🙂\n", ["ü 漢 🙂"]),
      ("a\rb\n", ["a\rb"]),
    ])
  func `text gives its lines and then the end for ever`(_ text: String, _ lines: [String]) async throws {
    try await withEditor(Array(text.utf8)) { (editor: PlainEditor) async throws -> Void in
      for line in lines { #expect(try await editor.readLine(prompt: "> ") == .line(line)) }
      #expect(try await editor.readLine(prompt: "> ") == .endOfInput)
      #expect(try await editor.readLine(prompt: "> ") == .endOfInput)
    }
  }

  @Test(
    arguments: [
      ([0xFF], 1, LineEditingError.invalidUTF8(line: 2)),
      ([0xC3], 1, .invalidUTF8(line: 2)),
      ([0xED, 0xA0, 0x80], 1, .invalidUTF8(line: 2)),
      ([0x61, 0x00], 1, .nulByte(line: 2)),
      ([0x61], 9, .lineTooLong(line: 2, limit: 8)),
      ([0x61], 200_000, .lineTooLong(line: 2, limit: 8)),
    ])
  func `a bad line is an error with its number and the next line is read`(
    _ bytes: [UInt8], _ times: Int, _ error: LineEditingError
  ) async throws {
    let line = (0..<times).flatMap { _ in bytes }
    try await withEditor(Array("ok\n".utf8) + line + Array("\nnext\n".utf8), limit: 8) {
      (editor: PlainEditor) async throws -> Void in
      #expect(try await editor.readLine(prompt: "") == .line("ok"))
      await #expect(throws: error) { try await editor.readLine(prompt: "") }
      #expect(try await editor.readLine(prompt: "") == .line("next"))
    }
  }

  @Test func `a line of exactly the limit is read`() async throws {
    try await withEditor(Array("12345678\r\n12345678".utf8), limit: 9) { (editor: PlainEditor) async throws -> Void in
      #expect(try await editor.readLine(prompt: "") == .line("12345678"))
      #expect(try await editor.readLine(prompt: "") == .line("12345678"))
    }
  }

  @Test func `a waiting read ends when its task is cancelled and when the editor is closed`() async throws {
    let pipe = try #require(WakePipe())
    let editor = PlainEditor(descriptor: pipe.readEnd)
    let first = Task { try await editor.readLine(prompt: "") }
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    pipe.send(0x61)
    pipe.send(0x0A)
    #expect(try await editor.readLine(prompt: "") == .line("a"))
    let second = Task { try await editor.readLine(prompt: "") }
    await editor.close()
    await #expect(throws: LineEditingError.closed) { try await second.value }
  }

  @Test func `a folder cannot be read and says so`() async throws {
    let descriptor = open(folder.path, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    await #expect(throws: LineEditingError.readFailed(code: EISDIR)) {
      try await PlainEditor(descriptor: descriptor).readLine(prompt: "")
    }
  }
}
