/// Writes scripts and commands in their one normal form.
///
/// A text that parses without errors formats to one that parses to the same tree, comments kept; formatting twice
/// changes nothing more.
public enum ScriptFormatter {
  /// A whole script: a statement a line, at most one blank line between statements, comments where they were.
  ///
  /// A comment from inside a list stands before the statement. Only for scripts without errors.
  public static func format(_ script: Script) -> String {
    var comments = script.comments[...]
    var text = ""
    var lastLine = 1
    func begin(_ span: Span) {
      let line = script.source.lineNumber(at: span.start)
      if !text.isEmpty, line > lastLine + 1 { text += "\n" }
      lastLine = script.source.lineNumber(at: max(span.start, span.end))
    }
    for (index, statement) in script.statements.enumerated() {
      while let comment = comments.first, comment.start < statement.span.end {
        if comment.start < statement.span.start { begin(comment) }
        text += commentText(comment, script) + "\n"
        comments.removeFirst()
      }
      begin(statement.span)
      text += format(statement, in: script.source)
      let next = index + 1 < script.statements.count ? script.statements[index + 1].span.start : .max
      if let comment = comments.first, comment.start < next, script.source.lineNumber(at: comment.start) == lastLine {
        text += "  " + commentText(comment, script)
        comments.removeFirst()
      }
      text += "\n"
    }
    for comment in comments {
      begin(comment)
      text += commentText(comment, script) + "\n"
    }
    return text
  }

  /// One statement without a final line end.
  public static func format(_ statement: Statement, in source: SourceText) -> String {
    switch statement {
    case .command(let command): format(command)
    }
  }

  /// One command without a final line end.
  public static func format(_ command: ParsedCommand) -> String {
    var parts = command.items.map { item in
      switch item {
      case .value(let value): format(value)
      case .flag(let flag): "--\(flag.name)" + (flag.hasEqualsSign ? "=" : "") + (flag.value.map(format) ?? "")
      }
    }
    if let passThrough = command.passThrough { parts += ["--"] + passThrough.values.map(format) }
    if let target = command.redirection?.target { parts += [">", format(target)] }
    if let name = command.format?.name { parts += ["|", format(name)] }
    return parts.joined(separator: " ")
  }

  /// One value.
  public static func format(_ value: Value) -> String {
    switch value.kind {
    case .word(let text): text
    case .string(let literal): format(literal)
    case .integer(_, let spelling), .number(_, let spelling), .duration(_, let spelling): spelling
    case .file(let path): "@" + format(path)
    case .list(let elements): "[" + elements.map(format).joined(separator: ", ") + "]"
    case .record(let entries):
      "{" + entries.map { format($0.key) + ": " + format($0.value) }.joined(separator: ", ") + "}"
    }
  }

  private static func commentText(_ span: Span, _ script: Script) -> String {
    let text = script.source.text(of: span)
    return String(text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
