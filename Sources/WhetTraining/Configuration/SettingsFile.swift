import Foundation
import WhetCore
import Yams

/// Reads a settings file: YAML with nested or dotted names.
enum SettingsFile {
  /// The values by dotted name, sorted; empty where there is no file.
  static func values(of file: URL) throws(WhetError) -> [(String, String)] {
    guard let data = try? Data(contentsOf: file) else { return [] }
    guard data.count <= largest, !data.contains(UInt8(ascii: "&")) else {
      throw WhetError(
        .settingsInvalid, "the settings have more than \(largest) bytes or use YAML anchors",
        at: SourceLocation(file: file.path(percentEncoded: false)), advice: "write each value out", exitCode: .usage)
    }
    let place = SourceLocation(file: file.path(percentEncoded: false))
    guard let text = String(validating: data, as: UTF8.self) else {
      throw WhetError(.settingsInvalid, "the settings are not valid UTF-8", at: place, exitCode: .usage)
    }
    do {
      guard let node = try Yams.compose(yaml: text), node.scalar?.string.isEmpty != true else { return [] }
      return flattened(node, "").sorted { $0.0 < $1.0 }
    } catch {
      throw WhetError(.settingsInvalid, "the settings are not valid YAML: \(error)", at: place, exitCode: .usage)
    }
  }

  /// A settings file is small; a larger one is not read, and one that repeats itself through aliases is not expanded.
  private static let largest = 64 << 10

  private static func flattened(_ node: Node, _ prefix: String) -> [(String, String)] {
    switch node {
    case .mapping(let mapping):
      mapping.flatMap { key, value in flattened(value, prefix.isEmpty ? key.scalarText : prefix + "." + key.scalarText)
      }
    case .scalar(let scalar):
      [(prefix, scalar.string == "true" ? "on" : scalar.string == "false" ? "off" : scalar.string)]
    case .sequence, .alias: [(prefix, "")]
    }
  }
}

extension Node {
  fileprivate var scalarText: String {
    if case .scalar(let scalar) = self { scalar.string } else { "" }
  }
}
