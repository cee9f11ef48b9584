public import WhetCore

/// What scripts leave behind for those that run after them: functions, variables, and the code of both.
///
/// A file has a session of its own; the texts of `-c` share one, and so do all entries at a prompt.
public struct ScriptSession: Sendable {
  public let table: CommandTable
  var code = Code()
  var globals = GlobalScope()
  /// The values of the global variables, `nil` before they have one.
  var values: [ScriptValue?] = []

  public init(table: CommandTable) {
    self.table = table
  }

  public struct Options: Sendable {
    /// Whether the text is an entry at the prompt: names may be made anew.
    public var isInteractive = false
    /// Whether texts that come later may use the variables of the outermost block, so that it says nothing if this one
    /// does not.
    public var isContinued = false
    /// Whether new values of variables are shown.
    public var isTracing = false
    /// Values from outside for variables of the outermost block, over what the script gives them.
    public var presets: [String: ScriptValue] = [:]

    public init(
      isInteractive: Bool = false, isContinued: Bool = false, isTracing: Bool = false,
      presets: [String: ScriptValue] = [:]
    ) {
      self.isInteractive = isInteractive
      self.isContinued = isContinued || isInteractive
      self.isTracing = isTracing
      self.presets = presets
    }
  }

  /// What the analysis of a text found.
  public struct Preparation: Sendable {
    /// For each source that has any, what is wrong with it; the text itself first.
    public var reports: [SourceReport]
    /// `nil` when there is an error.
    public var entry: ScriptEntry?
    /// The presets that found their variable.
    public var usedPresets: Set<String>
  }

  /// What is wrong with one source.
  public struct SourceReport: Sendable {
    public var source: SourceText
    /// Where it was included, outermost last.
    public var includedAt: [SourceLocation]
    /// In the order of their places.
    public var diagnostics: [Diagnostic]
  }

  /// Analyses a text and all it includes, and makes it ready to run; nothing runs, and a text with errors leaves no
  /// trace.
  public mutating func prepare(_ input: ScriptInput, options: Options = .init(), load: @escaping SourceLoader)
    -> Preparation
  {
    let program = ProgramLoader.load(input, offset: code.sources.count, load)
    var compiler = Compiler(code, globals, table, options)
    let function = compiler.compile(program)
    let reports = reports(of: program, compiler)
    var result = Preparation(reports: reports, entry: nil, usedPresets: compiler.usedPresets)
    guard !reports.contains(where: { $0.diagnostics.containsError }) else { return result }
    code = compiler.code
    globals = compiler.globals
    values += Array(repeating: nil, count: code.globalNames.count - values.count)
    if values[0] == nil { values[0] = .list(.empty) }
    result.entry = ScriptEntry(
      function: function, statementCount: program.main.script.statements.count,
      isSingleCommand: program.main.script.isSingleCommand)
    return result
  }

  /// Gives `$args` its value: the words after `--`.
  public mutating func setArguments(_ arguments: [String]) {
    if !values.isEmpty { values[0] = .list(ScriptList(flat: arguments.map { .text($0) })) }
  }

  /// Takes over the variables of a machine that has run.
  public mutating func adopt(_ machine: Machine) {
    for (index, value) in machine.globals.enumerated() where index < values.count { values[index] = value }
  }

  private func reports(of program: LoadedProgram, _ compiler: Compiler) -> [SourceReport] {
    program.scripts.indices.compactMap { index in
      var sink = DiagnosticSink()
      let found =
        program.scripts[index].diagnostics + (program.diagnostics[index] ?? [])
        + (compiler.diagnostics[code.sources.count + index]?.diagnostics ?? [])
      // What is not used may well be used by what could not be read.
      let isSound = !found.containsError
      for diagnostic in found.sorted(by: { $0.span.start < $1.span.start })
      where diagnostic.code != .tooManyFaults && (isSound || diagnostic.severity == .error) {
        sink.report(diagnostic)
      }
      guard !sink.diagnostics.isEmpty else { return nil }
      return SourceReport(
        source: program.scripts[index].source,
        includedAt: compiler.code.includeChain(of: code.sources.count + index), diagnostics: sink.diagnostics)
    }
  }
}

/// A text that is ready to run in its session.
public struct ScriptEntry: Sendable {
  let function: Int
  public let statementCount: Int
  /// Whether the text is one command or `echo` and nothing else, whose result stands alone.
  public let isSingleCommand: Bool
}

extension Script {
  fileprivate var isSingleCommand: Bool {
    guard statements.count == 1 else { return false }
    switch statements[0] {
    case .command, .echo: return true
    default: return false
    }
  }
}

extension Code {
  /// Where a source was included, and where the one that did was, and so on.
  func includeChain(of source: Int) -> [SourceLocation] {
    var chain: [SourceLocation] = []
    var next = sources[source].includedAt
    while let place = next {
      chain.append(location(of: place))
      next = sources[place.source].includedAt
    }
    return chain
  }

  func location(of place: Place) -> SourceLocation { sources[place.source].text.location(of: place.span.start) }
}
