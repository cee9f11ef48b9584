import Foundation
import Subprocess
import SystemPackage
import Testing

/// The built program the tests drive.
enum Program {
  /// `$WHET_BINARY`, else `whet` in the folder of the test bundle.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["WHET_BINARY"], !path.isEmpty { return path }
    let bundle = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appending(component: "whet").path(percentEncoded: false)
  }()
}

/// What a process left when it ended.
struct Outcome: Sendable {
  /// The exit status, or 128 and the signal's number, as shells have it.
  var status: Int
  var outputBytes: [UInt8]
  var errorBytes: [UInt8]

  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  var errors: String { String(decoding: errorBytes, as: UTF8.self) }

  /// Standard output as one JSON value; anything beside it is an error.
  func json() throws -> JSON { try JSONDecoder().decode(JSON.self, from: Data(outputBytes)) }

  /// Whether a stream holds an escape character or another control that a terminal would act on.
  var holdsControls: Bool {
    (outputBytes + errorBytes).contains { $0 < 0x20 && ![0x09, 0x0A, 0x0D].contains($0) || $0 == 0x7F }
  }
}

extension Outcome {
  init(_ status: TerminationStatus, output: [UInt8] = [], errors: [UInt8] = []) {
    switch status {
    case .exited(let code): self.status = Int(code)
    case .signaled(let signal): self.status = 128 + Int(signal)
    }
    outputBytes = output
    errorBytes = errors
  }
}

/// Passes if the process ended with the status; shows what it said if it did not.
func expect(
  _ outcome: Outcome, endsWith status: Int, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    outcome.status == status, "standard error: \(outcome.errors.suffix(2000))", sourceLocation: sourceLocation)
}
