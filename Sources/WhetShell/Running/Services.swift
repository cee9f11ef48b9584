import Foundation
import Synchronization
import WhetAgents
import WhetCore
import WhetStore
import WhetTraining

/// The settings and the trainer, each made by the first command that needs it, so that a shell starts at once.
actor Services {
  private let environment: ShellEnvironment
  private let options: ProgramOptions
  private var loaded: Settings?
  private var opened: AgentTrainer?
  /// The trainer's store once it is open; completion reads it without waiting for a command.
  nonisolated let openStore = Mutex<Store?>(nil)

  init(environment: ShellEnvironment, options: ProgramOptions) {
    self.environment = environment
    self.options = options
  }

  /// Every setting with its source.
  func settings() throws(WhetError) -> Settings {
    if let loaded { return loaded }
    let settings = try Self.load(environment, options)
    loaded = settings
    return settings
  }

  /// What a trainer works with; under `--safe` it starts no process and changes nothing outside of the project, and in a
  /// dry run it starts none either.
  func configuration() throws(WhetError) -> TrainerConfiguration {
    var configuration = try settings().configuration()
    if options.isSafe || options.isDryRun { configuration.runsVerifiers = false }
    if options.isSafe { configuration.writableTiers = [.project] }
    return configuration
  }

  /// The started trainer.
  func trainer() async throws -> AgentTrainer {
    if let opened { return opened }
    let trainer = try await AgentTrainer(configuration: configuration())
    try await trainer.start()
    if let opened {
      try await trainer.stop()
      return opened
    }
    opened = trainer
    openStore.withLock { $0 = trainer.store }
    return trainer
  }

  /// Ends the trainer if there is one.
  func stop() async throws {
    openStore.withLock { $0 = nil }
    let trainer = opened
    opened = nil
    try await trainer?.stop()
  }

  /// Settings as files, environment and flags give them.
  static func load(_ environment: ShellEnvironment, _ options: ProgramOptions) throws(WhetError) -> Settings {
    var overrides = options.overrides
    if let store = options.store { overrides["store"] = environment.url(store).path(percentEncoded: false) }
    return try Settings.load(
      project: project(environment, options), environment: environment.variables, overrides: overrides)
  }

  /// The project's folder: `--project`, else the one around the working directory.
  static func project(_ environment: ShellEnvironment, _ options: ProgramOptions) -> URL {
    options.project.map { environment.url($0).standardizedFileURL }
      ?? environment.project(containing: environment.currentFolder)
  }
}
