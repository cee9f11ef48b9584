public import WhetCore

extension Diagnostic {
  /// The diagnostic for programs: `code severity message file line column endLine endColumn suggestion notes`.
  ///
  /// Lines and columns count from 1, columns in characters; the end is the place after the last character.
  public func json(in source: SourceText) -> JSONValue {
    let members = Self.place(of: span, in: source)
    return .object(
      [
        .init("code", .string(code.rawValue)), .init("severity", .string(severity.rawValue)),
        .init("message", .string(message)), .init("file", .string(source.name)),
      ] + members + [
        .init("suggestion", JSONValue(suggestion)),
        .init("notes", .array(notes.map { $0.json(in: source) })),
      ])
  }

  fileprivate static func place(of span: Span, in source: SourceText) -> [JSONValue.Member] {
    let start = source.location(of: span.start)
    let end = source.location(of: span.end)
    return [
      .init("line", JSONValue(start.line ?? 1)), .init("column", JSONValue(start.column ?? 1)),
      .init("endLine", JSONValue(end.line ?? 1)), .init("endColumn", JSONValue(end.column ?? 1)),
    ]
  }
}

extension Diagnostic.Note {
  fileprivate func json(in source: SourceText) -> JSONValue {
    .object([.init("message", .string(message))] + (span.map { Diagnostic.place(of: $0, in: source) } ?? []))
  }
}
