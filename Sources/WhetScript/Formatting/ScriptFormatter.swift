/// Writes scripts and commands in their one normal form.
///
/// A text that parses without errors formats to one that parses to the same tree, comments kept; formatting twice
/// changes nothing more.
public enum ScriptFormatter {
  /// A whole script: a statement a line, two blanks of indentation a block, at most one blank line between statements,
  /// comments where they were.
  ///
  /// A list or record with a line end between its elements has each on its own line. A comment from inside
  /// another expression stands before the statement. Only for scripts without errors.
  public static func format(_ script: Script) -> String {
    var printer = ScriptPrinter(source: script.source, comments: script.comments)
    printer.printStatements(script.statements, until: script.source.bytes.count + 1)
    return printer.text
  }

  /// One command without a final line end.
  public static func format(_ command: ParsedCommand) -> String {
    var printer = ScriptPrinter()
    printer.print(command)
    return printer.text
  }

  /// One value.
  public static func format(_ value: Value) -> String {
    var printer = ScriptPrinter()
    printer.print(value)
    return printer.text
  }

  /// One expression.
  public static func format(_ expression: Expression) -> String {
    var printer = ScriptPrinter()
    printer.print(expression)
    return printer.text
  }
}
