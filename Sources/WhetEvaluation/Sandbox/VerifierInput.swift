internal import Foundation
internal import WhetCore

/// A verifier's specification, checked: what the sandbox is to hold and start.
struct VerifierInput {
  /// Where the sandbox keeps the verifier's folder.
  static let folder = "/sandbox"

  /// Paths relative to the folder, with their contents.
  var files: [(path: String, content: String)]
  /// The program and its arguments, `{response}` filled in.
  var arguments: [String]
  var standardInput: String

  /// - Throws: `verifier.invalid` for what cannot be used, `verifier.program-missing`.
  init(_ verifier: VerifierSpecification, response: ResponseFile, limits: SandboxLimits) throws(WhetError) {
    let further = (verifier.files ?? [:]).sorted { $0.key < $1.key }.map { (path: $0.key, content: $0.value) }
    files = [(response.name, response.text)] + further
    standardInput = verifier.stdin ?? ""
    arguments = verifier.run.map { $0.replacingOccurrences(of: "{response}", with: "\(Self.folder)/\(response.name)") }
    try checkPaths()
    try checkSizes(limits)
    try checkProgram()
  }

  private func checkPaths() throws(WhetError) {
    guard files.count <= 100 else { throw Self.invalid("more than 99 files") }
    var seen: Set<String> = []
    for (path, _) in files {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard path.utf8.count <= 255, !path.contains("\0"), parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." })
      else { throw Self.invalid("the path '\(path.prefix(60))' is not inside the verifier's folder") }
      guard seen.insert(path).inserted else { throw Self.invalid("two files are named '\(path.prefix(60))'") }
    }
    for (path, _) in files {
      let parts = path.split(separator: "/")
      for count in 1..<max(1, parts.count) where seen.contains(parts.prefix(count).joined(separator: "/")) {
        throw Self.invalid("the path '\(path.prefix(60))' needs a folder where a file is")
      }
    }
  }

  private func checkSizes(_ limits: SandboxLimits) throws(WhetError) {
    let given = files.dropFirst().reduce(standardInput.utf8.count) { $0 + $1.content.utf8.count }
    guard files[0].content.utf8.count <= limits.inputBytes, given <= limits.inputBytes else {
      throw Self.invalid("its input has more than \(limits.inputBytes) bytes")
    }
  }

  /// A missing program is no verdict on the response, so it is found before the start.
  private func checkProgram() throws(WhetError) {
    guard let program = arguments.first, !program.isEmpty else { throw Self.invalid("it names no program") }
    guard arguments.allSatisfy({ !$0.contains("\0") && $0.utf8.count < 100_000 }), arguments.count <= 1_000 else {
      throw Self.invalid("its arguments have a NUL character or are too long")
    }
    guard !isStartable(program) else { return }
    throw WhetError(
      .verifierProgramMissing, "the verifier's program '\(program.prefix(60))' is not in the sandbox",
      advice: "install it under /usr, or put it among the verifier's files beginning with '#!'")
  }

  private func isStartable(_ program: String) -> Bool {
    let isExecutable = FileManager.default.isExecutableFile(atPath:)
    guard program.contains("/") else { return ["/usr/bin/", "/bin/"].contains { isExecutable($0 + program) } }
    let inside = Self.folder + "/"
    guard program.hasPrefix("/"), !program.hasPrefix(inside) else {
      let path = program.replacingOccurrences(of: inside, with: "").split(separator: "/").filter { $0 != "." }
      return files.contains { $0.path == path.joined(separator: "/") && Self.isScript($0.content) }
    }
    return ["/usr/", "/bin/", "/sbin/"].contains { program.hasPrefix($0) } && isExecutable(program)
  }

  /// Whether a file may be started itself.
  static func isScript(_ content: String) -> Bool { content.utf8.starts(with: "#!".utf8) }

  private static func invalid(_ reason: String) -> WhetError {
    WhetError(.verifierInvalid, "the verifier cannot be used: \(reason)", advice: "edit the correction's 'verify'")
  }
}
