/// Finds what may stand at the end of a half-typed text.
struct Completer {
  let session: ScriptSession
  let script: Script
  /// The end of the text, in bytes.
  let end: Int
  /// Where the word being typed begins; `end` for a new one.
  var start: Int
  var typed = ""
  var style = StringLiteral.Style.bare
  /// The words of the command before the one being typed.
  var words: [String] = []
  var subjects: [Completion.Subject] = []

  var table: CommandTable { session.table }

  init(session: ScriptSession, script: Script) {
    self.session = session
    self.script = script
    end = script.source.bytes.count
    start = end
  }

  mutating func complete() {
    switch script.ending {
    case .betweenStatements: offerStatements()
    case .command(let command, let givesValue): complete(command, givesValue: givesValue)
    case .source(let span):
      begin(span)
      completePath(after: [])
      offerOperands()
    case .operand(let span):
      begin(span)
      offerOperands()
    case .argument(let call, let span):
      begin(span)
      offerParameters(of: call)
      offerOperands()
    case .variable(let name, let span, let isBare):
      begin(isBare ? name : "$" + name, at: name.isEmpty && span.count == 0 ? end : span.start)
      offerVariables(isBare: isBare)
      if isBare { offerFunctions(Builtins.all) }
    case .field(let operand, let span):
      begin(span)
      offerFields(of: operand)
    case .words(let keywords, let span):
      begin(span)
      offer(keywords)
    case .file(let path, let span): completePath(path, at: span.start + 1)
    case .include(let path, let span): completePath(path, at: span.start, quoted: true)
    case .other: break
    }
  }

  /// A path that replaces what was typed of one; nothing where a part of it shows only when the script runs.
  mutating func completePath(_ path: StringLiteral?, at offset: Int, quoted: Bool = false) {
    guard begin(path ?? StringLiteral(bare: ""), at: offset) else { return }
    if quoted, style == .bare { style = .raw }
    subjects = [.values(Parameter("file", .file, isPositional: true, summary: "a file"))]
  }

  /// Adds words that go on from what was typed; in other capitals only if nothing does so as it is.
  mutating func offer(_ candidates: [Completion.Candidate], as subject: ([Completion.Candidate]) -> Completion.Subject)
  {
    let exact = candidates.filter { Completion.matches($0.text, typed, ignoringCase: false) }
    if !exact.isEmpty { return subjects.append(subject(exact)) }
    let similar = candidates.filter { Completion.matches($0.text, typed, ignoringCase: true) }
    if !similar.isEmpty { subjects.append(subject(similar)) }
  }

  mutating func begin(_ span: Span) { begin(script.source.text(of: span), at: span.start) }

  mutating func begin(_ text: String, at offset: Int) {
    typed = text
    start = offset
  }

  /// Takes a literal as what was typed; `false` for one that cannot be replaced as a whole.
  @discardableResult
  mutating func begin(_ literal: StringLiteral, at offset: Int) -> Bool {
    guard !literal.hasInterpolation, literal.style != .block else { return false }
    begin(literal.text, at: offset)
    style = literal.style
    return true
  }
}
