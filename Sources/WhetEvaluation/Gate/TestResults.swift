internal import Foundation

/// The tests on the gate's evidence.
struct TestResults {
  var test: GateDecision.Test
  var p: Double
  var exactP: Double?
  var posterior: Double
  /// Groups changed for the better and for the worse.
  var fixed: Int
  var broken: Int
  /// Whether what the test looks at points upwards.
  var isPositive: Bool

  /// - Returns: `nil` without measured units.
  init?(_ units: [EvidenceUnit], isPassFail: Bool) {
    guard !units.isEmpty else { return nil }
    fixed = units.count { $0.change > 0 }
    broken = units.count { $0.change < 0 }
    posterior = BetaPosterior(fixed: fixed, broken: broken).probabilityOfBetter
    if isPassFail {
      let mcNemar = McNemar(fixed: fixed, broken: broken)
      (test, p, exactP, isPositive) = (.mcNemar, mcNemar.midP, mcNemar.exactP, fixed > broken)
    } else {
      let permutation = PairedPermutation(differences: units.map(\.difference), seed: HeldOutEvidence.seed)
      (test, p, exactP) = (.permutation, permutation.p, permutation.isExact ? permutation.p : nil)
      isPositive = units.reduce(0) { $0 + $1.difference } > 0
    }
  }

  func sentence(for policy: GatePolicy) -> String {
    let counts = "\(fixed) fixed, \(broken) broken"
    return switch policy {
    case .strict: "\(counts); \(test.rawValue) p = \(Self.text(p)), strict asks for less than 0.05."
    case .balanced: "\(counts); P(better) = \(Self.text(posterior)), balanced asks for at least 0.9."
    }
  }

  /// Three significant digits, so that 0.0496 is never shown as 0.05.
  private static func text(_ probability: Double) -> String { String(format: "%.3g", probability) }
}
