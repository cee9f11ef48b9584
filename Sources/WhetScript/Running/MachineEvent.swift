public import WhetCore

/// What a running script asks of the world, or tells it.
public enum MachineEvent: Sendable {
  /// Runs a command; `Machine.answer` or `Machine.fail` goes on.
  case command(CommandRequest)
  /// Shows values; the machine goes on by itself.
  case echo([ScriptValue])
  /// Waits; the machine goes on by itself.
  case sleep(Duration)
  case testBegan(String)
  case testEnded(TestOutcome)
  /// A variable got a value; only for a script that is traced.
  case assigned(name: String, ScriptValue, SourceLocation)
  /// A dry run left something out because it hangs on a value it does not know.
  case skipped(String, SourceLocation)
  /// Much was done without a question; a chance to stop.
  case pause
  case finished
  case failed(ScriptFailure)
}

/// A command with its arguments filled in.
public struct CommandRequest: Sendable {
  public var bound: BoundCommand
  /// Whether the script uses the value; otherwise the result is to be shown.
  public var givesValue: Bool
  /// Whether an argument hangs on the value of a command that a dry run left out.
  public var isUnknown: Bool
  public var location: SourceLocation
}

/// How a test ended.
public struct TestOutcome: Sendable {
  public var name: String
  public var location: SourceLocation
  /// `nil` for a test that passed.
  public var failure: ScriptFailure?
  /// From beginning to end.
  public var duration: Duration
}

/// What ended a script, where, and how it came there.
public struct ScriptFailure: Error, Sendable {
  /// A call on the way to the failure.
  public struct Call: Sendable, Equatable {
    public var function: String
    public var location: SourceLocation
  }

  /// Its location is the statement's, or a place in a file the command read.
  public var error: WhetError
  /// The text with the failure, and where in it.
  public var source: SourceText
  public var span: Span
  /// Innermost first; at most `callLimit`.
  public var calls: [Call]
  /// How many calls there were in all.
  public var callCount: Int
  /// Where the text was included, innermost first.
  public var includedAt: [SourceLocation]

  /// The most calls a failure lists.
  public static let callLimit = 10
}
