internal import Foundation
internal import WhetCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The folder outside the sandbox from which one run takes its files and to which it leaves its score.
///
/// Only the sandbox's user may enter it. The verifier's files are bound read-only one by one; of the folder itself
/// the sandbox sees nothing.
struct SandboxStage {
  let folder: String

  var score: String { folder + "/score" }
  /// What bubblewrap reports about the start and the end of the program.
  var report: String { folder + "/report" }
  var filter: String { folder + "/filter" }
  var standardInput: String { folder + "/stdin" }
  func content(of file: Int) -> String { folder + "/file\(file)" }

  /// - Throws: `sandbox.unavailable` when the folder cannot be made or written.
  init(_ input: VerifierInput, user: SandboxUser) throws(WhetError) {
    folder = try Self.make(enterableByOthers: user.takenID != nil)
    do throws(WhetError) {
      for (index, file) in input.files.enumerated() {
        try write(
          Array(file.content.utf8), to: content(of: index), mode: VerifierInput.isScript(file.content) ? 0o555 : 0o444)
      }
      try write(Array(input.standardInput.utf8), to: standardInput, mode: 0o444)
      try write(SystemCallFilter.program ?? [], to: filter, mode: 0o400)
      try write([], to: report, mode: 0o600)
      try write([], to: score, mode: 0o600)
      if let id = user.takenID, chown(score, id, id) != 0 || chown(folder, id, id) != 0 {
        throw Self.unusable("\(folder) cannot be given to user \(id)")
      }
    } catch {
      remove()
      throw error
    }
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Removes the folders of runs whose process was killed. No run takes an hour, so an older folder is nobody's.
  static func removeAbandoned(now: Date) {
    let parents = Set([FileManager.default.temporaryDirectory.path, "/tmp", "/var/tmp"])
    for parent in parents {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? [] where name.hasPrefix(prefix) {
        let path = parent + "/" + name
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let made = attributes?[.modificationDate] as? Date, now.timeIntervalSince(made) > 3_600,
          attributes?[.type] as? FileAttributeType == .typeDirectory
        else { continue }
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  private static let prefix = "whet-verifier-"

  /// The first bytes of the score file; the sandbox can write it but not put another file in its place.
  func readScore() -> VerifierScore.Reading {
    guard let file = FileHandle(forReadingAtPath: score) else { return .unreadable }
    defer { try? file.close() }
    return VerifierScore.read(Array((try? file.read(upToCount: 4096)) ?? Data()))
  }

  /// Whether bubblewrap built the sandbox, started the program and saw it end.
  var programRan: Bool {
    (try? String(contentsOfFile: report, encoding: .utf8))?.contains("\"exit-code\"") == true
  }

  private func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(WhetError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw Self.unusable("\(path) cannot be made") }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do { try handle.write(contentsOf: bytes) } catch { throw Self.unusable("\(path) cannot be written") }
    // The process's umask must not decide whether the sandbox's user can read.
    guard fchmod(file, mode) == 0 else { throw Self.unusable("\(path) cannot be given its mode") }
  }

  private static func make(enterableByOthers: Bool) throws(WhetError) -> String {
    let own = FileManager.default.temporaryDirectory.path
    let parents = [own, "/tmp", "/var/tmp"].filter { !enterableByOthers || isEnterable($0) }
    for parent in parents {
      var template = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
      if mkdtemp(&template) != nil {
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
    throw unusable("no temporary folder can be made")
  }

  /// Whether every user may pass through the folder and all above it.
  private static func isEnterable(_ path: String) -> Bool {
    var path = URL(filePath: path).resolvingSymlinksInPath().path
    while true {
      var information = stat()
      guard stat(path, &information) == 0, information.st_mode & 0o001 != 0 else { return false }
      guard path != "/", !path.isEmpty else { return true }
      path = (path as NSString).deletingLastPathComponent
    }
  }

  private static func unusable(_ reason: String) -> WhetError {
    WhetError(
      .sandboxUnavailable, "the verifier's sandbox cannot be prepared: \(reason)",
      advice: "make space in the temporary folder, or set TMPDIR")
  }
}
