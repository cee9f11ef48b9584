import Foundation
import WhetCore
import WhetScript

/// Texts that run one after the other, analysed as a whole before the first one runs.
struct ProgramSet {
  private let shell: Shell
  private let arguments: [String]
  /// One for all texts that share their names, else one for each.
  private var sessions: [ScriptSession] = []
  /// For each text the number of its session.
  private var owners: [Int] = []
  private(set) var entries: [ScriptEntry] = []
  private var reports: [ScriptSession.SourceReport] = []
  private var usedPresets: Set<String> = []
  private var isSound = true

  init(shell: Shell, arguments: [String]) {
    self.shell = shell
    self.arguments = arguments
  }

  /// Analyses a text.
  mutating func add(_ input: ScriptInput, isShared: Bool) {
    if sessions.isEmpty || !isShared { sessions.append(ScriptSession(table: shell.registry.table)) }
    let owner = sessions.count - 1
    let options = ScriptSession.Options(
      isContinued: isShared, isTracing: shell.options.trace != nil, presets: shell.options.variables.mapValues(\.value))
    let preparation = sessions[owner].prepare(input, options: options, load: IncludeLoader(shell: shell).load)
    sessions[owner].setArguments(arguments)
    reports += preparation.reports
    usedPresets.formUnion(preparation.usedPresets)
    guard let entry = preparation.entry else {
      isSound = false
      return
    }
    owners.append(owner)
    entries.append(entry)
  }

  /// Writes what was found; `false` when there was an error.
  ///
  /// With `--check` and JSON it is the result, and goes to standard output.
  func report() -> Bool {
    DiagnosticReport(shell: shell).write(reports, isResult: shell.options.isCheckOnly)
    return isSound
  }

  /// The first name of `--set` that is neither a setting nor a variable of a script.
  func unknownVariable(in options: ProgramOptions) -> WhetError? {
    let unknown = options.variables.keys.filter { !usedPresets.contains($0) }.sorted()
    return unknown.first.map { options.unknownSetting(named: $0, isScript: true) }
  }

  /// The session a text runs in.
  func session(of index: Int) -> ScriptSession { sessions[owners[index]] }

  /// Takes back a session after a text has run.
  mutating func take(_ session: ScriptSession, _ index: Int) { sessions[owners[index]] = session }
}

/// Reads the files that scripts include.
struct IncludeLoader: Sendable {
  let shell: Shell

  var load: SourceLoader {
    { (path) throws(WhetError) in
      let url = try shell.accessible(path)
      return SourceText(
        name: path, bytes: Array(try InputFile.bytes(url, name: path, limit: InputFile.scriptLimit)))
    }
  }
}
