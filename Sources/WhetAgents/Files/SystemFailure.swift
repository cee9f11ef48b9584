import Foundation
import WhetCore

/// The error a failed system call left behind.
struct SystemFailure {
  let number: CInt

  /// Takes `errno`; to be made before anything else can change it.
  init() { number = errno }

  /// The system's own words, such as `No space left on device`.
  var words: String { String(cString: strerror(number)) }

  /// A symbolic link met where none is followed.
  var isLink: Bool { number == ELOOP || number == EMLINK }

  func reading(_ path: String) -> WhetError {
    if isLink { return Self.link(path) }
    return WhetError(.fileUnreadable, "the file cannot be read: \(words)", at: SourceLocation(file: path))
  }

  func writing(_ path: String) -> WhetError {
    if isLink { return Self.link(path) }
    let advice: String? =
      switch number {
      case ENOSPC, EDQUOT: "free some space and try again; the file is as it was"
      case EROFS: "the file system is mounted read-only; deploy to another tier"
      case EACCES, EPERM: "check the permissions of the file's folder, or deploy to another tier"
      default: nil
      }
    return WhetError(
      .fileUnwritable, "the file cannot be written: \(words)", at: SourceLocation(file: path), advice: advice)
  }

  static func link(_ path: String) -> WhetError {
    WhetError(
      .pathUnsafe, "this is a symbolic link, which could lead out of the tier", at: SourceLocation(file: path),
      advice: "put the file or folder itself there, or set the tier's folder to where the link leads")
  }
}
