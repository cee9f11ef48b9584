/// One parameter of a command: a positional value or a flag.
public struct Parameter: Hashable, Sendable {
  /// Names the bound argument; a flag is written `--name`.
  public var name: String
  /// Decides what binding accepts and completion offers.
  public var kind: ParameterKind
  public var isPositional: Bool
  /// Whether a command without it is refused; flags of kind `.flag` never are.
  public var isRequired: Bool
  /// Whether it may be given more than once; the argument is then a list.
  public var isRepeated: Bool
  /// The values an integer or number may have.
  public var bounds: ClosedRange<Double>?
  /// What happens without it, for the help page; binding does not fill it in.
  public var defaultText: String?
  /// One sentence without a final full stop.
  public var summary: String
  /// A few words on the values of a choice, for completion; those that say all themselves have none.
  public var meanings: [String: String] = [:]

  public init(
    _ name: String, _ kind: ParameterKind, isPositional: Bool = false, isRequired: Bool = false,
    isRepeated: Bool = false, bounds: ClosedRange<Double>? = nil, defaultText: String? = nil, summary: String
  ) {
    self.name = name
    self.kind = kind
    self.isPositional = isPositional
    self.isRequired = isRequired
    self.isRepeated = isRepeated
    self.bounds = bounds
    self.defaultText = defaultText
    self.summary = summary
  }

  /// A value without a name.
  public static func positional(
    _ name: String, _ kind: ParameterKind, isRequired: Bool = true, isRepeated: Bool = false,
    bounds: ClosedRange<Double>? = nil, defaultText: String? = nil, _ summary: String
  ) -> Parameter {
    Parameter(
      name, kind, isPositional: true, isRequired: isRequired, isRepeated: isRepeated, bounds: bounds,
      defaultText: defaultText, summary: summary)
  }

  /// `--name VALUE`.
  public static func option(
    _ name: String, _ kind: ParameterKind, isRequired: Bool = false, isRepeated: Bool = false,
    bounds: ClosedRange<Double>? = nil, defaultText: String? = nil, _ summary: String
  ) -> Parameter {
    Parameter(
      name, kind, isRequired: isRequired, isRepeated: isRepeated, bounds: bounds, defaultText: defaultText,
      summary: summary)
  }

  /// `--name`.
  public static func flag(_ name: String, _ summary: String) -> Parameter {
    Parameter(name, .flag, summary: summary)
  }

  /// The parameter with a few words on the values of its choice.
  public func explaining(_ meanings: [String: String]) -> Parameter {
    var explained = self
    explained.meanings = meanings
    return explained
  }

  /// The parameter in a usage line: `FILE`, `[AGENT]`, `--mode batch|continuous`.
  public var usage: String {
    let value = isPositional && kind.placeholder == "TEXT" ? name.uppercased() : kind.placeholder
    let plain = isPositional ? value : "--\(name)" + (value.isEmpty ? "" : " \(value)")
    let repeated = isRepeated ? plain + " ..." : plain
    return isRequired ? repeated : "[\(repeated)]"
  }
}
