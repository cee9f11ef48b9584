import Foundation
import WhetCore
import Yams

/// Reads a settings file: YAML with nested or dotted names.
enum SettingsFile {
  /// The values by dotted name, sorted; empty where there is no file.
  static func values(of file: URL) throws(WhetError) -> [(String, String)] {
    guard let data = try? Data(contentsOf: file) else { return [] }
    let place = SourceLocation(file: file.path(percentEncoded: false))
    guard let text = String(validating: data, as: UTF8.self) else {
      throw WhetError(.settingsInvalid, "the settings are not valid UTF-8", at: place)
    }
    do {
      guard let node = try Yams.compose(yaml: text) else { return [] }
      return flattened(node, "").sorted { $0.0 < $1.0 }
    } catch {
      throw WhetError(.settingsInvalid, "the settings are not valid YAML: \(error)", at: place, exitCode: .usage)
    }
  }

  private static func flattened(_ node: Node, _ prefix: String) -> [(String, String)] {
    switch node {
    case .mapping(let mapping):
      mapping.flatMap { key, value in flattened(value, prefix.isEmpty ? key.scalarText : prefix + "." + key.scalarText) }
    case .scalar(let scalar): [(prefix, scalar.string == "true" ? "on" : scalar.string == "false" ? "off" : scalar.string)]
    case .sequence, .alias: [(prefix, "")]
    }
  }
}

extension Node {
  fileprivate var scalarText: String {
    if case .scalar(let scalar) = self { scalar.string } else { "" }
  }
}
