import WhetCore

/// Analyses scripts and translates them in one walk: names, flags, kinds of values, what can be reached.
///
/// Nothing runs meanwhile, and a program with errors is not run at all. Time is linear in the text; of a text with many
/// errors the rest is not looked at.
struct Compiler {
  let table: CommandTable
  let options: ScriptSession.Options
  var code: Code
  var globals: GlobalScope
  /// The presets that found their variable.
  var usedPresets: Set<String> = []
  var builder: FunctionBuilder
  /// The source being read, and the folder its paths start from.
  var source = 0
  var folder = ""
  /// What was read for each source before this walk, included files by their paths.
  var units: [String: LoadedUnit] = [:]
  private(set) var diagnostics: [Int: DiagnosticSink] = [:]
  /// Names that are given a value more than once, whose kind is therefore open.
  var reassigned: Set<String> = []
  /// Whether an included file could not be read, so that names may be missing that are right.
  var lacksIncludes = false
  /// Names of functions whose parameters have a fault.
  var faultyFunctions: Set<String> = []
  /// The functions of this program by the places of their names.
  var functionIndices: [Place: Int] = [:]
  /// How many sources stand before the program's own.
  var programOffset = 0
  var interned = InternedNames()
  var constants = InternedConstants()

  init(_ code: Code, _ globals: GlobalScope, _ table: CommandTable, _ options: ScriptSession.Options) {
    self.code = code
    self.globals = globals
    self.table = table
    self.options = options
    builder = FunctionBuilder(Code.Function(name: ""), isMain: true)
  }

  /// What a script that stands alone has wrong with it, its includes left aside.
  static func check(_ script: Script, against table: CommandTable) -> [Diagnostic] {
    var session = ScriptSession(table: table)
    return session.prepare(
      ScriptInput(script.source), options: .init(),
      load: { _ throws(WhetError) in
        throw WhetError(.fileUnreadable, "nothing is included here")
      }
    ).reports.flatMap(\.diagnostics)
  }

  /// Translates a program; the index of its function.
  mutating func compile(_ program: LoadedProgram) -> Int {
    units = program.units
    reassigned = Self.reassignedNames(program)
    lacksIncludes = !program.diagnostics.isEmpty
    faultyFunctions = program.scripts.reduce(into: []) { $0.formUnion($1.faultyFunctions) }
    let first = code.sources.count
    code.sources += program.sources
    source = first
    folder = program.main.folder
    declareFunctions(program, from: first)
    builder = FunctionBuilder(Code.Function(name: program.main.script.source.name), isMain: true)
    declareArguments()
    compile(statements: program.main.script.statements)
    emit(.return, at: Span(program.main.script.source.bytes.count, program.main.script.source.bytes.count))
    code.functions.append(builder.function)
    if !options.isContinued { warnOfUnusedGlobals(in: first) }
    return code.functions.count - 1
  }

  /// `$args` is there from the beginning.
  private mutating func declareArguments() {
    guard globals.variables["args"] == nil else { return }
    globals.variables["args"] = .init(
      slot: 0, place: Place(source: source, span: Span(0, 0)), kinds: .any, isUsed: true, isExempt: true)
    code.globalNames.append("args")
  }

  private mutating func warnOfUnusedGlobals(in main: Int) {
    let unused = globals.variables.filter { !$0.value.isUsed && !$0.value.isExempt && $0.value.place.source == main }
    for (name, variable) in unused.sorted(by: { $0.value.place.span.start < $1.value.place.span.start }) {
      warnOfUnused(name, at: variable.place.span)
    }
  }

  /// At the prompt nobody wants to hear it.
  mutating func warnOfUnused(_ name: String, at span: Span) {
    guard !options.isInteractive else { return }
    report(
      .unusedVariable, "the variable '\(name)' is never used", at: span, severity: .warning,
      notes: [.init("a name that begins with '_' says that this is meant")])
  }

  mutating func emit(_ instruction: Instruction, at span: Span) {
    builder.emit(instruction, at: Place(source: source, span: span))
  }

  mutating func emitJump(_ jump: (Int32) -> Instruction, at span: Span) -> Int {
    builder.emitJump(jump, at: Place(source: source, span: span))
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: Span, severity: Diagnostic.Severity = .error,
    notes: [Diagnostic.Note] = [], suggestion: String? = nil
  ) {
    report(Diagnostic(code, message, at: span, severity: severity, notes: notes, suggestion: suggestion))
  }

  /// Whether the source has so many errors that no further ones are told.
  var isHopeless: Bool { diagnostics[source]?.isFull ?? false }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics[source, default: DiagnosticSink()].report(diagnostic)
  }
}

/// Texts that instructions name by number.
struct InternedNames {
  private var numbers: [String: Int32] = [:]

  mutating func number(of name: String, in names: inout [String]) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }
}

/// Constants that instructions name by number; texts and integers that come again share one.
struct InternedConstants {
  /// By their bytes: texts that only look the same stay apart.
  private var texts: [[UInt8]: Int32] = [:]
  private var integers: [Int64: Int32] = [:]

  mutating func number(of value: ScriptValue, in constants: inout [ScriptValue]) -> Int32 {
    let number = Int32(constants.count)
    switch value {
    case .text(let text):
      if let known = texts[Array(text.utf8)] { return known }
      texts[Array(text.utf8)] = number
    case .integer(let integer):
      if let known = integers[integer] { return known }
      integers[integer] = number
    default: break
    }
    constants.append(value)
    return number
  }
}
