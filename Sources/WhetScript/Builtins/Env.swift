import WhetCore

extension Builtin {
  static let env = Builtin(
    "env", [.init("name", .text), .init("default", [.null, .text, .secret], isOptional: true)],
    gives: [.null, .text, .secret],
    "A variable of the environment, or the default; secret where its name ends in \(secretEndings.joined(separator: ", "))",
    examples: [(#"env("WHET_NO_SUCH_NAME", "none")"#, #""none""#)]
  ) { arguments, surroundings throws(WhetError) in
    let name = try arguments.text(0)
    if let text = surroundings.environment(name) { return isSecretName(name) ? .secret(text) : .text(text) }
    guard arguments.count < 2 else {
      guard case .text(let text) = arguments[1], isSecretName(name) else { return arguments[1] }
      return .secret(text)
    }
    throw WhetError(
      .environmentMissing, "the environment has no variable '\(VisibleText.quoted(name))'",
      advice: "set it, or give env a default")
  }

  private static let secretEndings = ["KEY", "TOKEN", "SECRET", "PASSWORD", "PASSPHRASE", "CREDENTIALS"]

  private static func isSecretName(_ name: String) -> Bool {
    let name = name.uppercased()
    return secretEndings.contains { name.hasSuffix($0) }
  }
}
