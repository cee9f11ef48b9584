import Foundation
import Testing

@testable import WhetEvaluation

@Suite struct `Folders that killed runs left` {
  @Test func `are removed after an hour, and no others`() throws {
    let parent = FileManager.default.temporaryDirectory
    let old = parent.appending(path: "whet-verifier-test-\(UUID().uuidString)")
    let other = parent.appending(path: "not-whet-verifier-\(UUID().uuidString)")
    for folder in [old, other] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    defer { for folder in [old, other] { try? FileManager.default.removeItem(at: folder) } }
    Sandbox.removeAbandonedFolders(now: Date())
    #expect(FileManager.default.fileExists(atPath: old.path))
    let made = Date(timeIntervalSinceNow: -7_200)
    for folder in [old, other] {
      try FileManager.default.setAttributes([.modificationDate: made], ofItemAtPath: folder.path)
    }
    Sandbox.removeAbandonedFolders(now: Date())
    #expect(!FileManager.default.fileExists(atPath: old.path))
    #expect(FileManager.default.fileExists(atPath: other.path))
  }
}
