public import Foundation
public import WhetCore

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Runs verifiers where they can do no harm: no network, a folder of their own in memory, nothing else writable, and
/// bounds on time, memory, processes and output that hold when the caller is root too.
///
/// Where bubblewrap, setpriv or prlimit is missing or refused, nothing runs and the outcome is `unavailable`.
/// As many runs at once as the machine has processors (at least two); further ones wait.
public struct Sandbox: Sendable {
  public var limits: SandboxLimits
  private let tools: SandboxTools
  /// Why nothing is run; `nil` where verifiers are.
  private let refusal: String?

  public init(limits: SandboxLimits = SandboxLimits()) {
    self.init(limits: limits, tools: SandboxTools())
  }

  /// A sandbox that runs nothing: every outcome is `unavailable`.
  ///
  /// - Parameter refusing: why, as a sentence without a full stop.
  public init(refusing reason: String) {
    self.init(tools: SandboxTools(), refusal: reason)
  }

  /// Removes what runs of killed processes left in the temporary folders; quick where there is nothing.
  ///
  /// - Parameter now: folders older than an hour before it are removed.
  public static func removeAbandonedFolders(now: Date) { SandboxStage.removeAbandoned(now: now) }

  /// With other programs than those of the machine.
  init(limits: SandboxLimits = SandboxLimits(), tools: SandboxTools, refusal: String? = nil) {
    self.limits = limits
    self.tools = tools
    self.refusal = refusal
  }

  /// Checks a response with a verifier.
  ///
  /// - Parameters:
  ///   - response: written to `response.EXT`; only its code block, when `language` is given and it has exactly one.
  ///   - language: the response's language, such as `python`.
  /// - Throws: `CancellationError` when the task is cancelled; the sandbox and all it contains are then ended.
  public func run(
    _ verifier: VerifierSpecification, response: String, language: String?
  ) async throws(CancellationError) -> VerifierResult {
    do {
      try checkTools()
      let input = try VerifierInput(verifier, response: ResponseFile(response, language: language), limits: limits)
      return try await SandboxSlots.shared.withSlot { slot in
        try await run(input, timeout: limits.timeout(for: verifier.timeout), slot: slot)
      }
    } catch let error as WhetError {
      return VerifierResult(outcome: .unavailable(error))
    } catch {
      // Everything else that can be thrown comes from waiting, and ends only by cancellation.
      throw CancellationError()
    }
  }

  private func run(_ input: VerifierInput, timeout: Double, slot: Int) async throws -> VerifierResult {
    guard let user = SandboxUser.forSlot(slot, processes: limits.processes) else {
      throw WhetError(
        .sandboxUnavailable, "the verifier's sandbox needs an unprivileged user, and this system maps none",
        advice: "run whet as an ordinary user")
    }
    let stage = try SandboxStage(input, user: user)
    defer { stage.remove() }
    let command = SandboxCommand(
      input: input, stage: stage, user: user, limits: limits, tools: tools, timeout: timeout)
    return try await SandboxRun(command: command).result()
  }

  private func checkTools() throws(WhetError) {
    if let refusal { throw WhetError(.sandboxUnavailable, refusal) }
    let missing = tools.missing(asRoot: geteuid() == 0)
    guard missing.isEmpty else {
      throw WhetError(
        .sandboxUnavailable, "verifiers cannot run: \(missing.joined(separator: ", ")) is missing",
        advice: "install bubblewrap 0.8.0 or later and util-linux")
    }
  }
}
