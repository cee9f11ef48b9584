import Foundation
import WhetCore

/// Reads files the user named; `-` is standard input.
enum InputFile {
  /// The most bytes of a corrections file.
  static let batchLimit = 1 << 30

  /// The most bytes of a script.
  static let scriptLimit = 16 << 20

  /// Whether something is there, links followed.
  static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) }

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - name: as the user wrote it, for messages.
  ///   - limit: more bytes than that are refused, before they are read where the size is known.
  /// - Throws: `file.unreadable`, `text.too-large`.
  static func bytes(_ url: URL, name: String, limit: Int) throws(WhetError) -> Data {
    let path = url.path(percentEncoded: false)
    let descriptor = name == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(name, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(name, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw WhetError(.fileUnreadable, "'\(name)' is a folder", advice: "name a file")
    }
    if status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) > limit {
      throw tooLarge(name, Int(status.st_size), limit)
    }
    return try contents(of: descriptor, name: name, limit: limit)
  }

  /// The text of a file.
  ///
  /// - Throws: as `bytes`; `text.invalid` for what is not UTF-8, with the place.
  static func text(_ url: URL, name: String, limit: Int = CorrectionDraft.maximumTextBytes) throws(WhetError) -> String
  {
    let data = try bytes(url, name: name, limit: limit)
    if let text = String(validating: data, as: UTF8.self) { return text }
    throw WhetError(
      .textInvalid, "'\(name)' is not valid UTF-8", at: firstInvalidPlace(in: data, name: name),
      advice: "convert it first, for example with 'iconv -t UTF-8'")
  }

  private static func contents(of descriptor: Int32, name: String, limit: Int) throws(WhetError) -> Data {
    var data = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(name, errno) }
      if count == 0 { return data }
      data.append(contentsOf: buffer[..<count])
      if data.count > limit { throw tooLarge(name, nil, limit) }
    }
  }

  private static func firstInvalidPlace(in data: Data, name: String) -> SourceLocation {
    var line = 1
    for part in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { break }
      line += 1
    }
    return SourceLocation(file: name, line: line)
  }

  private static func tooLarge(_ name: String, _ size: Int?, _ limit: Int) -> WhetError {
    let most = "at most \(NumberText.bytes(limit)) are read"
    return WhetError(
      .textTooLarge, "'\(name)' has \(size.map { "\(NumberText.bytes($0)); " } ?? "too much; ")\(most)",
      advice: "cut it to the part that matters")
  }

  private static func unreadable(_ name: String, _ code: Int32) -> WhetError {
    WhetError(.fileUnreadable, "'\(name)' cannot be read: \(String(cString: strerror(code)))")
  }
}

extension WhetError.Code {
  /// A text or file has more bytes than are accepted.
  static let textTooLarge = Self(rawValue: "text.too-large")
}
