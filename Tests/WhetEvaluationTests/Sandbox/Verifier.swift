import Foundation
import WhetCore

@testable import WhetEvaluation

/// Short ways to run something in the real sandbox.
enum Verifier {
  static func shell(
    _ script: String, timeout: Double? = nil, limits: SandboxLimits = SandboxLimits()
  ) async throws -> VerifierResult {
    try await Sandbox(limits: limits).run(
      VerifierSpecification(run: ["sh", "-c", script], timeout: timeout), response: "", language: nil)
  }

  static func python(
    _ script: String, timeout: Double? = nil, limits: SandboxLimits = SandboxLimits()
  ) async throws -> VerifierResult {
    try await Sandbox(limits: limits).run(
      VerifierSpecification(run: ["python3", "-c", script], timeout: timeout), response: "", language: nil)
  }
}

enum Processes {
  /// Whether a process has this text among its arguments; one that is only waited for has none.
  static func exist(naming text: String) -> Bool {
    ProcessTable.identifiers().contains { process in
      guard let arguments = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") else { return false }
      return String(decoding: arguments, as: UTF8.self).contains(text)
    }
  }
}
