import WhetCore

@testable import WhetScript

/// What must hold for every text, whoever wrote it.
enum ScriptProperties {
  private static let world = {
    var world = ScriptedWorld()
    world.files["lib/one.whet"] = "let shared = 1\ndef helper(a) { return $a }\necho $shared\n"
    world.files["lib/two.whet"] = "include \"one.whet\"\nlet more = helper($shared) + 1\necho $more # end\n"
    world.answers["correction import"] = [ScriptedWorld.failing, ScriptedWorld.usual]
    return world
  }()

  private static let budget = ScriptRun.Budget(events: 200, pauses: 10)

  /// What does not hold, in sentences.
  static func faults(of bytes: [UInt8]) -> [String] {
    let script = Parser.parse(SourceText(name: "test.whet", bytes: bytes))
    var faults: [String] = []
    let spans = TreeSpans(of: script)
    let misplaced = spans.faults(in: script.source)
    if !misplaced.isEmpty { faults.append("spans outside of the text: \(misplaced)") }
    if spans.holdsInvalid, !script.diagnostics.containsError { faults.append("a fault that nobody reports") }
    draw(script)
    faults += sessionFaults(script)
    if script.diagnostics.isEmpty { faults += formatFaults(script) }
    return faults
  }

  /// Whatever is shown of a text must be able to be shown.
  private static func draw(_ script: Script) {
    let renderer = DiagnosticRenderer(source: script.source, width: { _ in 1 })
    for diagnostic in script.diagnostics {
      _ = renderer.text(of: diagnostic)
      _ = diagnostic.json(in: script.source)
    }
    let text = script.source.text(of: Span(0, script.source.bytes.count))
    _ = sampleTable.completions(line: text, cursor: text.endIndex)
  }

  private static func sessionFaults(_ script: Script) -> [String] {
    var session = ScriptSession(table: sampleTable)
    _ = session.prepare(ScriptInput(SourceText(name: "before", text: "let before = 1\ndef early() {}"))) {
      _ throws(WhetError) in
      throw WhetError(.fileUnreadable, "nothing")
    }
    let before = Trace(session)
    let preparation = session.prepare(ScriptInput(script.source)) { path throws(WhetError) in
      SourceText(name: path, text: try world.read(path))
    }
    var faults: [String] = []
    let diagnostics = preparation.reports.flatMap(\.diagnostics)
    if diagnostics.containsError != (preparation.entry == nil) { faults.append("an entry and errors, or neither") }
    if script.diagnostics.containsError, preparation.entry != nil {
      faults.append("a text that does not parse is ready")
    }
    if preparation.entry == nil, Trace(session) != before { faults.append("a text with errors left a trace") }
    if preparation.reports.contains(where: { $0.diagnostics.count > 21 }) {
      faults.append("more than 20 faults a file")
    }
    for report in preparation.reports {
      let renderer = DiagnosticRenderer(source: report.source, width: { _ in 1 })
      for diagnostic in report.diagnostics {
        if diagnostic.span.end > report.source.bytes.count { faults.append("a diagnostic outside of its file") }
        _ = renderer.text(of: diagnostic)
      }
    }
    return faults
  }

  /// What a session keeps.
  private struct Trace: Equatable {
    var counts: [Int]
    var names: [String]

    init(_ session: ScriptSession) {
      let code = session.code
      counts = [
        code.sources.count, code.functions.count, code.constants.count, code.names.count, code.shapes.count,
        code.calls.count, code.commands.count, code.expectations.count, session.values.count,
      ]
      names = code.globalNames + session.globals.variables.keys.sorted() + session.globals.functions.keys.sorted()
    }
  }

  private static func formatFaults(_ script: Script) -> [String] {
    let formatted = ScriptFormatter.format(script)
    let again = Parser.parse(SourceText(name: "test.whet", text: formatted))
    guard again.diagnostics.isEmpty else {
      return ["the formatted text does not parse: \(again.diagnostics.map(\.message)) \(formatted.debugDescription)"]
    }
    var faults: [String] = []
    if tree(again) != tree(script) { faults.append("formatting changes the tree: \(formatted.debugDescription)") }
    if comments(of: again) != comments(of: script) { faults.append("comments differ: \(formatted.debugDescription)") }
    let twice = ScriptFormatter.format(again)
    if twice != formatted {
      faults.append("formatting again changes it: \(formatted.debugDescription) \(twice.debugDescription)")
    }
    return faults + behaviourFaults(script, formatted)
  }

  private static func comments(of script: Script) -> [String] {
    script.comments.map { comment in
      let text = script.source.text(of: comment)
      return String(text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }.sorted()
  }

  private static func behaviourFaults(_ script: Script, _ formatted: String) -> [String] {
    let text = script.source.text(of: Span(0, script.source.bytes.count))
    let first = ScriptRun(text, in: world, budget: budget)
    var dry = world
    dry.isDryRun = true
    _ = ScriptRun(text, in: dry, budget: budget)
    let second = ScriptRun(formatted, in: world, budget: budget)
    guard first.events != second.events, !showsPlaces(text) else { return [] }
    let (left, right) = (first.events.joined(separator: "; "), second.events.joined(separator: "; "))
    return ["the formatted text does something else: \(left) // \(right)"]
  }

  /// Whether a failure's place or message, which names the source's text, may be among what a script shows.
  private static func showsPlaces(_ text: String) -> Bool {
    text.split(separator: "catch").dropFirst().contains { part in
      let name = part.drop { !$0.isLetter && $0 != "{" }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return !name.isEmpty && text.ranges(of: name).count - 1 > text.ranges(of: "$\(name).code").count
    }
  }
}
