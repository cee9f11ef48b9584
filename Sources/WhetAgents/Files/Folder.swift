import Foundation
import WhetCore

/// An open folder of a tier.
///
/// Every file is named relative to the descriptor, so that nobody can put another folder in its place between a check
/// and a write.
final class Folder: Sendable {
  let descriptor: CInt
  let url: URL

  /// Opens the folder without following links below its base.
  ///
  /// - Parameter creating: makes what is missing; without it a missing folder gives `nil`.
  init?(_ folder: TierFolder, creating: Bool) throws(WhetError) {
    url = folder.url
    let base = folder.base.path(percentEncoded: false)
    if creating { Self.makeBase(base) }
    var current = open(base, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard current >= 0 else {
      guard errno != ENOENT || creating else { return nil }
      throw SystemFailure().reading(base)
    }
    var path = folder.base
    for name in folder.components {
      path = path.appending(component: name)
      let next = Self.openChild(name, of: current, creating: creating)
      let failure = SystemFailure()
      close(current)
      guard next >= 0 else {
        guard failure.number != ENOENT || creating else { return nil }
        throw Self.unusable(failure, path: path.path(percentEncoded: false))
      }
      current = next
    }
    descriptor = current
  }

  deinit { close(descriptor) }

  func url(of name: String) -> URL { url.appending(component: name, directoryHint: .notDirectory) }

  func place(of name: String) -> SourceLocation { SourceLocation(file: path(of: name)) }

  func path(of name: String) -> String { url(of: name).path(percentEncoded: false) }

  /// The names in the folder, without `.` and `..`, in no order; names that are not UTF-8 are repaired for show.
  func names() throws(WhetError) -> [String] {
    // A descriptor of its own, as reading moves the position and closing the stream closes it.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = fdopendir(own) else {
      let failure = SystemFailure()
      if own >= 0 { close(own) }
      throw failure.reading(url.path(percentEncoded: false))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// A missing base is no error here: opening it says what is wrong.
  private static func makeBase(_ path: String) {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private static func openChild(_ name: String, of parent: CInt, creating: Bool) -> CInt {
    if creating { _ = mkdirat(parent, name, 0o755) }
    return openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  }

  /// Opening a link as a folder without following it fails as "not a directory" on Linux.
  private static func unusable(_ failure: SystemFailure, path: String) -> WhetError {
    let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    return isLink ? SystemFailure.link(path) : failure.reading(path)
  }
}
