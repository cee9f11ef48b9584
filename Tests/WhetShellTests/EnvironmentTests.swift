import Foundation
import Testing
import WhetCore

@testable import WhetShell

struct EnvironmentTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    component: "whet-environment-\(UUID().uuidString)")

  private func environment(_ variables: [String: String] = [:]) -> ShellEnvironment {
    ShellEnvironment(variables: variables, currentFolder: folder)
  }

  @Test(arguments: [
    ([:], "home/.local/state/whet/history"), (["XDG_STATE_HOME": "/var/x"], "/var/x/whet/history"),
    (["XDG_STATE_HOME": "relative"], "home/.local/state/whet/history"),
  ])
  func `the history lies where the XDG specification says`(variables: [String: String], expected: String) {
    let home = folder.path(percentEncoded: false) + "/home"
    let file = environment(variables.merging(["HOME": home]) { first, _ in first }).historyFile
    let full = expected.hasPrefix("/") ? expected : folder.path(percentEncoded: false) + "/" + expected
    #expect(file.path(percentEncoded: false) == full)
  }

  @Test(arguments: [("a/b", "a/b"), ("/abs", "/abs"), ("~/x", "home/x")])
  func `paths are read as the user wrote them`(path: String, expected: String) {
    let base = folder.path(percentEncoded: false)
    let full = expected.hasPrefix("/") ? expected : base + "/" + expected
    #expect(environment(["HOME": base + "/home"]).url(path).path(percentEncoded: false) == full)
  }

  @Test(arguments: [".git", ".claude", ".whet"])
  func `the project is the nearest folder with a mark`(mark: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let deep = folder.appending(path: "work/a/b")
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "work/\(mark)"), withIntermediateDirectories: true)
    #expect(environment().project(containing: deep).lastPathComponent == "work")
  }

  @Test func `the home folder is no project`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let deep = folder.appending(path: "a/b")
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(at: folder.appending(path: ".claude"), withIntermediateDirectories: true)
    let environment = environment(["HOME": folder.path(percentEncoded: false)])
    #expect(environment.project(containing: deep).lastPathComponent == "b")
  }

  @Test func `a file that is too large, no text, or a folder gets a clear answer`() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(component: "f")
    try Data("0123456789".utf8).write(to: file)
    #expect(
      throws: WhetError(
        .textTooLarge, "'f' has 10 bytes; at most 9 bytes are read", advice: "cut it to the part that matters")
    ) {
      try InputFile.text(file, name: "f", limit: 9)
    }
    try Data([0x61, 0x0A, 0xFF]).write(to: file)
    let error = #expect(throws: WhetError.self) { try InputFile.text(file, name: "f") }
    #expect(error?.code == .textInvalid)
    #expect(error?.location?.line == 2)
    #expect(throws: WhetError.self) { try InputFile.text(folder, name: "folder") }
    #expect(throws: WhetError.self) { try InputFile.text(folder.appending(component: "none"), name: "none") }
  }

  @Test(arguments: [("plain", "plain"), (#"two\nlines"#, "two\nlines"), (#"a\\nb"#, #"a\nb"#)])
  func `history entries are read as they were typed`(line: String, expected: String) {
    #expect(HistoryEntries.entry(Data(line.utf8)) == expected)
  }

  @Test(arguments: [("a.py", "python"), ("dir.py/file", nil), ("x", nil), ("A.PY", "python"), ("b.swift", "swift")])
  func `a file's name tells its language`(name: String, expected: String?) {
    #expect(SourceLanguage.name(forFile: name) == expected)
  }
}
