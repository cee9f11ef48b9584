import Foundation
import Testing

/// A folder of its own that goes with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/whet-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(of name: String) -> String { path + "/" + name }

  /// The store's path in most tests.
  var storePath: String { path(of: "whet.db") }

  /// The permissions of a file, without its type.
  func mode(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(of: name))
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }
}
