import Foundation

/// The built program the tests drive.
enum Program {
  /// `$WHET_BINARY`, else `whet` in the folder of the test bundle.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["WHET_BINARY"], !path.isEmpty { return path }
    let bundle = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appending(component: "whet").path(percentEncoded: false)
  }()
}
