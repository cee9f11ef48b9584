import Glibc

/// When to colour: the value of `--color`.
public enum ColourPolicy: String, Sendable, CaseIterable {
  /// Colour on a terminal, unless the environment says otherwise.
  case auto
  /// Colour even into files and pipes.
  case always
  /// No colour.
  case never

  /// The painter for one stream, decided from the process environment and the stream itself.
  ///
  /// - Parameter descriptor: the file descriptor of the stream, 1 or 2 as a rule.
  public func painter(for descriptor: Int32) -> Painter {
    let names = ["NO_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "TERM"]
    let environment = names.reduce(into: [String: String]()) { values, name in
      values[name] = getenv(name).map { String(cString: $0) }
    }
    return Painter(isOn: isEnabled(isTerminal: isatty(descriptor) == 1, environment: environment))
  }

  /// Whether to colour, as a pure function of the stream and the environment.
  ///
  /// A flag beats the environment. Under `auto` the first that applies decides: `NO_COLOR` set and not empty
  /// (no-color.org) is off; `CLICOLOR_FORCE` set, not empty and not `0` is on; `CLICOLOR=0` or `TERM=dumb` is
  /// off; else on exactly when the stream is a terminal.
  public func isEnabled(isTerminal: Bool, environment: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let value = environment["NO_COLOR"], !value.isEmpty { return false }
    if let value = environment["CLICOLOR_FORCE"], !value.isEmpty, value != "0" { return true }
    if environment["CLICOLOR"] == "0" || environment["TERM"] == "dumb" { return false }
    return isTerminal
  }
}
