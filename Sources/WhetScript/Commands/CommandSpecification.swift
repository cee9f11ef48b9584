public import WhetCore

/// What a command is called, takes and does: the one source of its binding, completion and help.
public struct CommandSpecification: Hashable, Sendable {
  /// What running the command may change.
  public enum Effect: String, Sendable, CaseIterable {
    /// Nothing; `--dry-run` runs it.
    case reads
    /// The store or files.
    case writes
    /// Money or quota of a model, and perhaps the store and files.
    case spends
  }

  /// A line that works as it stands, and what it does.
  public struct Example: Hashable, Sendable {
    /// A whole command line of the language, checked by `CommandTable.defects()`.
    public var command: String
    public var explanation: String

    public init(_ command: String, _ explanation: String) {
      self.command = command
      self.explanation = explanation
    }
  }

  /// Such as `["correction", "import"]`.
  public var path: [String]
  /// One sentence without a final full stop.
  public var summary: String
  /// Further paragraphs, separated by blank lines; empty if the summary says it all.
  public var discussion: String
  /// In the order of the usage line; positional ones bind in this order.
  public var parameters: [Parameter]
  /// Whether words after `--` are handed on as they are; otherwise they are positional values.
  public var passesThroughAfterDashes: Bool
  /// The worst a run of it may do.
  public var effect: Effect
  /// Whether a run of it starts programs that others wrote; `--safe` refuses it then.
  public var startsProcesses: Bool
  /// Whether nothing after it is reached, as with `exit`.
  public var endsScript: Bool
  /// Shown on the help page in this order.
  public var examples: [Example]
  /// What its value looks like to programs; `nil` only where nobody has said, which a test refuses.
  public var shape: ValueShape?

  public init(
    path: [String], summary: String, discussion: String = "", parameters: [Parameter] = [],
    passesThroughAfterDashes: Bool = false, effect: Effect, startsProcesses: Bool = false,
    endsScript: Bool = false, examples: [Example] = [], shape: ValueShape? = nil
  ) {
    self.path = path
    self.summary = summary
    self.discussion = discussion
    self.parameters = parameters
    self.passesThroughAfterDashes = passesThroughAfterDashes
    self.effect = effect
    self.startsProcesses = startsProcesses
    self.endsScript = endsScript
    self.examples = examples
    self.shape = shape
  }

  /// The path with blanks between its words.
  public var name: String { path.joined(separator: " ") }

  /// `correction import FILE [--agent AGENT]`.
  public var usage: String {
    let parts = [name] + parameters.map(\.usage) + (passesThroughAfterDashes ? ["-- WORD ..."] : [])
    return parts.joined(separator: " ")
  }

  var positionals: [Parameter] { parameters.filter(\.isPositional) }
}
