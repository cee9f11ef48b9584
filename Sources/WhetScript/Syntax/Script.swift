/// What a text parses to: always a tree, and what is wrong with it.
public struct Script: Sendable {
  public let source: SourceText
  /// In their order; a statement with a fault may be there in part.
  public var statements: [Statement]
  /// The spans of the comments, `#` included, in order.
  public var comments: [Span]
  /// In the order of their finding; at most 20 and a last one that says so.
  public var diagnostics: [Diagnostic]
  /// Whether the text ends inside a block, block string, list, record or parenthesis, so that the prompt asks for more.
  public var isIncomplete: Bool
  /// What the end of the text stands in, for completion.
  var ending: Ending
  /// The names that hold at the end of the text, outer ones first.
  var names: [ScopedName] = []
  /// The names of functions whose parameters have a fault.
  var faultyFunctions: Set<String> = []
}
