import WhetCore

extension HelpText {
  /// What programs get of the command: the outermost record with its members, the others by name.
  func valueSection(_ shape: ValueShape, of command: CommandSpecification) -> String {
    let records = shape.records
    var parts = [wrap("Value (--output json): \(Self.spelled(shape.phrase))")]
    let outermost = Self.outermost(of: shape)
    for record in outermost {
      if outermost.count > 1 { parts.append("  \(record.title)") }
      parts.append(rows(record.members.map { ($0.name, Self.text(of: $0)) }))
    }
    if records.count > outermost.count {
      parts.append(wrap("'help \(command.name) --schema' gives all of it as JSON Schema.", indent: 2))
    }
    return parts.joined(separator: "\n")
  }

  /// The records that are not parts of others.
  private static func outermost(of shape: ValueShape) -> [(title: String, members: [ValueShape.Member])] {
    switch shape.kind {
    case .record(let title, let members): [(title, members)]
    case .list(let element, _), .map(let element): outermost(of: element)
    case .either(let variants):
      variants.flatMap { outermost(of: $0.shape) }.reduce(into: []) { unique, record in
        if !unique.contains(where: { $0.title == record.title }) { unique.append(record) }
      }
    default: []
    }
  }

  /// `moment: when it ended (null: it is not finished)`.
  private static func text(of member: ValueShape.Member) -> String {
    var shape = member.shape
    shape.nullWhen = nil
    let exceptions = [
      member.shape.nullWhen.map { "null: \($0)" }, member.absentWhen.map { "absent: \($0)" },
    ].compactMap { $0 }
    return spelled(shape.phrase) + ": " + member.meaning
      + (exceptions.isEmpty ? "" : " (\(exceptions.joined(separator: "; ")))")
  }

  /// Choices with blanks around the bars, so that a line can end between them.
  private static func spelled(_ phrase: String) -> String { phrase.replacing("|", with: " | ") }
}
