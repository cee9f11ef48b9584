/// What scripts are translated to: functions, and the tables their instructions point into.
///
/// It only grows, so that a prompt can translate one entry after the other.
struct Code: Sendable {
  struct Function: Sendable {
    var name: String
    var parameters: [String] = []
    /// For each parameter whether a call must give it.
    var isRequired: [Bool] = []
    /// Parameters first.
    var slotCount = 0
    var instructions: [Instruction] = []
    /// Where each instruction comes from.
    var places: [Place] = []
    /// What is passed over where a condition or a loop's list is not known, by the place of the instruction.
    var skips: [Int: Skip] = [:]
    /// The instructions that return an unknown value; `nil` for a text itself.
    var unknownReturn: Int?
  }

  /// Blocks that a dry run passes over.
  struct Skip: Sendable {
    /// The instruction after them.
    var target: Int
    /// What they might have changed, which is not known any more.
    var variables: [Variable] = []
    /// Whether they might have ended the function.
    var mayReturn = false
  }

  /// Where a variable is kept.
  struct Variable: Sendable {
    var slot: Int
    var isGlobal: Bool
  }

  /// A command whose arguments are checked as far as they are known.
  struct Command: Sendable {
    var bound: BoundCommand
    /// Whether the value is used; otherwise the result is shown.
    var givesValue: Bool
  }

  /// How a call fills the parameters of a function.
  struct Call: Sendable {
    var function: Int
    /// For each argument on the stack the parameter it is for.
    var parameters: [Int]
  }

  /// What an expectation shows when it fails.
  struct Expectation: Sendable {
    /// The operator whose two sides are on the stack; `nil` for a condition alone.
    var comparison: BinaryOperator?
    /// The instruction after the expectation.
    var end: Int
    /// The condition as it was written.
    var text: String
  }

  /// A variable whose value is shown in a trace.
  struct TracePoint: Sendable {
    var name: String
    var variable: Variable
  }

  var sources: [SourceUnit] = []
  var functions: [Function] = []
  var constants: [ScriptValue] = []
  var names: [String] = []
  var shapes: [[String]] = []
  var calls: [Call] = []
  var commands: [Command] = []
  var expectations: [Expectation] = []
  var tracePoints: [TracePoint] = []
  var globalNames: [String] = []
}

/// A place in one of several sources.
public struct Place: Hashable, Sendable {
  /// An index into the sources of a program.
  public var source: Int
  public var span: Span

  public init(source: Int, span: Span) {
    self.source = source
    self.span = span
  }
}

/// A source with where it was included.
public struct SourceUnit: Sendable {
  public var text: SourceText
  /// `nil` for what was run itself.
  public var includedAt: Place?
}
