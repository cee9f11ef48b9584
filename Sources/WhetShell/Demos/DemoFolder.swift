import Foundation
import WhetCore

/// A demo on disk: a folder with `corrections.jsonl`, a new response, and a `README.md`.
struct DemoFolder: Sendable {
  var name: String
  var url: URL

  var corrections: URL { url.appending(component: "corrections.jsonl") }

  /// The response nobody has corrected, `new-response.EXT`.
  var newResponse: URL? {
    (try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil))?
      .filter { $0.lastPathComponent.hasPrefix("new-response.") }.min { $0.path() < $1.path() }
  }

  /// The first heading of its README.
  var title: String {
    let text = (try? String(contentsOf: url.appending(component: "README.md"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) } ?? name
  }

  /// The demos of the first place that has any: `$WHET_DEMOS`, the folders above the program, the working directory.
  static func all(in environment: ShellEnvironment) -> [DemoFolder] {
    for place in places(environment) {
      let entries = (try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? []
      let demos = entries.map { DemoFolder(name: $0.lastPathComponent, url: $0) }
        .filter { FileManager.default.fileExists(atPath: $0.corrections.path(percentEncoded: false)) }
      if !demos.isEmpty { return demos.sorted { $0.name < $1.name } }
    }
    return []
  }

  /// - Throws: `not-found`.
  static func named(_ name: String, in environment: ShellEnvironment) throws(WhetError) -> DemoFolder {
    let demos = all(in: environment)
    if let demo = demos.first(where: { $0.name == name }) { return demo }
    let known = demos.map(\.name).joined(separator: ", ")
    throw WhetError(
      .notFound, "there is no demo '\(name)'",
      advice: demos.isEmpty ? "set WHET_DEMOS to the folder that holds them" : "the demos are \(known)")
  }

  private static func places(_ environment: ShellEnvironment) -> [URL] {
    if let path = environment.variables["WHET_DEMOS"], !path.isEmpty { return [environment.url(path)] }
    var places: [URL] = []
    // From .build/release/whet the package is a few folders up; an installed whet has share/whet/Demos beside bin.
    var folder = environment.programFile?.deletingLastPathComponent()
    for _ in 0..<6 {
      guard let present = folder, present.path() != "/" else { break }
      places += [present.appending(component: "Demos"), present.appending(path: "share/whet/Demos")]
      folder = present.deletingLastPathComponent().standardizedFileURL
    }
    return places + [environment.currentFolder.appending(component: "Demos")]
  }
}
