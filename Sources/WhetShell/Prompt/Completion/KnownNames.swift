import WhetTraining

/// Names that are known without the store.
enum KnownNames {
  static var strategies: [Candidate] { Strategy.known.map { Candidate($0.name, $0.summary) } }

  static func demos(in environment: ShellEnvironment) -> [Candidate] {
    DemoFolder.all(in: environment).map { Candidate($0.name, $0.title) }
  }

  /// Words and codes that `explain` knows.
  static var codes: [Candidate] { Explanations.all.map { Candidate($0.name, $0.summary) } }

  static var settings: [Candidate] { Settings.Key.allCases.map { Candidate($0.rawValue, $0.summary) } }
}
