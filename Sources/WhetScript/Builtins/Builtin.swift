import WhetCore

/// A function the language brings with it.
///
/// Each has a file of its own; the check of a call, the guide's table and the examples' test are made from this.
public struct Builtin: Sendable {
  /// One parameter: what it takes, and whether it may be left out.
  public struct Parameter: Sendable {
    public var name: String
    public var kinds: ValueKinds
    public var isOptional: Bool

    public init(_ name: String, _ kinds: ValueKinds, isOptional: Bool = false) {
      self.name = name
      self.kinds = kinds
      self.isOptional = isOptional
    }
  }

  public var name: String
  /// Optional ones last.
  public var parameters: [Parameter]
  /// What a call can give.
  public var result: ValueKinds
  /// One sentence without a final full stop.
  public var summary: String
  /// Calls and what they give, both in the language; run by a test.
  public var examples: [(call: String, result: String)]
  /// The arguments have the kinds their parameters take; none is unknown.
  let apply: @Sendable (_ arguments: [ScriptValue], _ surroundings: Surroundings) throws(WhetError) -> ScriptValue

  init(
    _ name: String, _ parameters: [Parameter], gives result: ValueKinds, _ summary: String,
    examples: [(call: String, result: String)],
    apply: @escaping @Sendable ([ScriptValue], Surroundings) throws(WhetError) -> ScriptValue
  ) {
    self.name = name
    self.parameters = parameters
    self.result = result
    self.summary = summary
    self.examples = examples
    self.apply = apply
  }

  var requiredCount: Int { parameters.count { !$0.isOptional } }

  /// `split(text, [separator])`.
  public var usage: String {
    "\(name)(" + parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }.joined(separator: ", ") + ")"
  }
}
