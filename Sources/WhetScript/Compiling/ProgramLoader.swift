import WhetCore

/// A parsed source of a program.
struct LoadedUnit {
  var script: Script
  /// The folder its paths start from.
  var folder: String
  /// Its number among the program's sources.
  var index: Int
  /// Whether its statements have been translated; a file is included once.
  var isCompiled = false
}

/// A script and all that it includes, parsed.
struct LoadedProgram {
  var main: LoadedUnit
  /// The included files by their paths.
  var units: [String: LoadedUnit] = [:]
  var sources: [SourceUnit] = []
  var scripts: [Script] = []
  /// What is wrong with the includes themselves, by source.
  var diagnostics: [Int: [Diagnostic]] = [:]
}

/// Reads a script's includes and theirs, each file once.
struct ProgramLoader {
  /// How many files may include each other in a row.
  static let depthLimit = 32

  private let load: SourceLoader
  /// How many sources stand before the program's first one.
  private let offset: Int
  private var program: LoadedProgram
  /// The paths of the files being read, outermost first.
  private var chain: [String] = []

  /// Parses a program; faults are in its scripts and `diagnostics`.
  static func load(_ input: ScriptInput, offset: Int, _ load: @escaping SourceLoader) -> LoadedProgram {
    let main = LoadedUnit(script: Parser.parse(input.source), folder: input.folder, index: 0)
    var loader = ProgramLoader(load: load, offset: offset, program: LoadedProgram(main: main))
    loader.chain = [LexicalPath.join("", input.source.name)]
    loader.add(main, includedAt: nil)
    return loader.program
  }

  private init(load: @escaping SourceLoader, offset: Int, program: LoadedProgram) {
    self.load = load
    self.offset = offset
    self.program = program
  }

  private mutating func add(_ unit: LoadedUnit, includedAt place: Place?) {
    program.sources.append(SourceUnit(text: unit.script.source, includedAt: place))
    program.scripts.append(unit.script)
    for case .include(let include) in unit.script.statements { read(include, from: unit) }
  }

  private mutating func read(_ include: Include, from unit: LoadedUnit) {
    let path = LexicalPath.join(unit.folder, include.path.text)
    guard !chain.contains(path) else {
      let cycle = (chain.drop { $0 != path } + [path]).map { VisibleText.quoted($0, limit: 80) }
      return report(.includeCycle, "the file includes itself: \(cycle.joined(separator: " -> "))", include, unit)
    }
    guard program.units[path] == nil else { return }
    guard chain.count <= Self.depthLimit else {
      return report(.includeCycle, "files include each other at most \(Self.depthLimit) deep", include, unit)
    }
    do throws(WhetError) {
      let source = try load(path)
      let index = program.sources.count
      let loaded = LoadedUnit(script: Parser.parse(source), folder: LexicalPath.folder(of: path), index: index)
      program.units[path] = loaded
      chain.append(path)
      add(loaded, includedAt: Place(source: offset + unit.index, span: include.span))
      chain.removeLast()
    } catch {
      report(.unreadableInclude, error.message, include, unit)
    }
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, _ include: Include, _ unit: LoadedUnit) {
    program.diagnostics[unit.index, default: []].append(Diagnostic(code, message, at: include.pathSpan))
  }
}
