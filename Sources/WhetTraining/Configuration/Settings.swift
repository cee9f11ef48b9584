public import Foundation
public import WhetAgents
public import WhetCore
import WhetEvaluation

/// The program's settings: each value and where it comes from.
///
/// Later sources win: the defaults, `$XDG_CONFIG_HOME/whet/config.yaml`, `.whet/config.yaml` of the project, the
/// environment (`WHET_STORE`, `WHET_GATE_POLICY` ...), flags.
public struct Settings: Sendable, Equatable {
  /// The settings there are; the raw value is the name in files and commands.
  public enum Key: String, Sendable, CaseIterable {
    case store
    case projectFolder = "folders.project"
    case userFolder = "folders.user"
    case systemFolder = "folders.system"
    case gatePolicy = "gate.policy"
    case gateTokens = "gate.tokens"
    case learner
    case jobs
    case seed
    case colour = "color"
    case pager

    /// The environment variable, such as `WHET_GATE_POLICY`.
    public var variable: String { "WHET_" + rawValue.uppercased().replacing(".", with: "_") }

    /// What the setting does, for help.
    public var summary: String {
      switch self {
      case .store: "the store's file"
      case .projectFolder: "agent definitions of the project"
      case .userFolder: "agent definitions of the user"
      case .systemFolder: "agent definitions of the machine"
      case .gatePolicy: "what the gate asks for: strict or balanced"
      case .gateTokens: "the most tokens of a managed section"
      case .learner: "whether the offline learner learns: on or off"
      case .jobs: "how many things are done at once"
      case .seed: "the seed of every choice that rests on chance"
      case .colour: "when to colour: auto, always or never"
      case .pager: "what shows long results: a program, off, or auto for $PAGER, else less"
      }
    }
  }

  /// One setting with its source.
  public struct Entry: Sendable, Equatable {
    public var key: Key
    public var value: String
    /// `default`, a file's path, an environment variable's name, or `flag`.
    public var source: String
  }

  /// In the order of `Key`.
  public private(set) var entries: [Entry]
  private let project: URL
  private let home: URL

  /// Merges all sources.
  ///
  /// - Parameters:
  ///   - project: the project's folder.
  ///   - overrides: values given as flags, by name; they win.
  /// - Throws: `WhetError` with code `settings.invalid` for an unknown name, a bad value or a file that is no YAML.
  public static func load(
    project: URL, environment: [String: String], overrides: [String: String] = [:]
  ) throws(WhetError) -> Settings {
    let home = URL(filePath: environment["HOME"] ?? NSHomeDirectory(), directoryHint: .isDirectory)
    var settings = Settings(project: project, home: home, environment: environment)
    let configuration =
      environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : URL(filePath: $0) } ?? home.appending(path: ".config")
    for (file, isProject) in [
      (configuration.appending(path: "whet/config.yaml"), false), (project.appending(path: ".whet/config.yaml"), true),
    ] {
      for (name, value) in try SettingsFile.values(of: file) {
        try settings.set(name, value, source: file.path(percentEncoded: false), isProject: isProject)
      }
    }
    for key in Key.allCases {
      if let value = environment[key.variable], !value.isEmpty {
        try settings.set(key.rawValue, value, source: key.variable)
      }
    }
    for (name, value) in overrides.sorted(by: { $0.key < $1.key }) { try settings.set(name, value, source: "flag") }
    return settings
  }

  private init(project: URL, home: URL, environment: [String: String]) {
    self.project = project
    self.home = home
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
      ?? home.appending(path: ".local/share")
    let defaults: [Key: String] = [
      .store: data.appending(path: "whet/whet.db").path(percentEncoded: false), .projectFolder: ".claude/agents",
      .userFolder: "~/.claude/agents", .systemFolder: "/etc/whet/agents", .gatePolicy: GatePolicy.strict.rawValue,
      .gateTokens: String(Gate.tokenBudget), .learner: "on",
      .jobs: String(ProcessInfo.processInfo.activeProcessorCount),
      .seed: "24301", .colour: "auto", .pager: "auto",
    ]
    entries = Key.allCases.map { Entry(key: $0, value: defaults[$0] ?? "", source: "default") }
  }

  /// The value of a setting.
  public subscript(key: Key) -> String {
    entries.first { $0.key == key }?.value ?? ""
  }

  /// The settings as a trainer's configuration.
  ///
  /// - Throws: `WhetError` with code `settings.invalid` or `store.cannot-open` when the store's folder cannot be made.
  public func configuration() throws(WhetError) -> TrainerConfiguration {
    let store = expanded(self[.store])
    return TrainerConfiguration(
      storePath: store.path(percentEncoded: false), folders: folders,
      gatePolicy: GatePolicy(rawValue: self[.gatePolicy]) ?? .strict,
      tokenBudget: Int(self[.gateTokens]) ?? Gate.tokenBudget,
      isLearnerEnabled: self[.learner] == "on", jobs: Int(self[.jobs]) ?? 1, seed: UInt64(self[.seed]) ?? 24301)
  }

  /// The tier folders; the standard ones keep the standard trust in what stands above them.
  public var folders: TierFolders {
    let standard = TierFolders.standard(project: project, home: home)
    func folder(_ key: Key, _ usual: TierFolder?) -> TierFolder? {
      guard let entry = entries.first(where: { $0.key == key }), entry.source != "default" else { return usual }
      // A cloned project may hold links: no folder inside it is reached through one.
      if key == .projectFolder, Self.isInside(entry.value) { return TierFolder(base: project, path: entry.value) }
      return TierFolder(expanded(entry.value))
    }
    return TierFolders(
      project: folder(.projectFolder, standard.project), user: folder(.userFolder, standard.user) ?? standard.user,
      system: folder(.systemFolder, standard.system) ?? standard.system)
  }

  private func expanded(_ path: String) -> URL {
    if path == "~" { return home }
    if path.hasPrefix("~/") { return home.appending(path: String(path.dropFirst(2))) }
    return path.hasPrefix("/") ? URL(filePath: path) : project.appending(path: path)
  }

  /// A project comes with other people's files: it may not point the store or the other tiers elsewhere,
  /// or name a program that is started.
  private static let closedToProjects: Set<Key> = [.store, .userFolder, .systemFolder, .pager]

  private mutating func set(_ name: String, _ value: String, source: String, isProject: Bool = false) throws(WhetError)
  {
    guard let key = Key(rawValue: name), let index = entries.firstIndex(where: { $0.key == key }) else {
      throw WhetError(
        .settingsInvalid, "there is no setting '\(name.prefix(60))'", at: Self.location(source),
        advice: "the settings are " + Key.allCases.map(\.rawValue).joined(separator: ", "), exitCode: .usage)
    }
    if isProject, Self.closedToProjects.contains(key) || (key == .projectFolder && !Self.isInside(value)) {
      throw WhetError(
        .settingsInvalid, "a project may not set '\(name)'\(key == .projectFolder ? " outside itself" : "")",
        at: Self.location(source), advice: "set it in your own configuration, the environment or a flag",
        exitCode: .usage)
    }
    guard Self.isValid(value, for: key) else {
      throw WhetError(
        .settingsInvalid, "'\(value.prefix(60))' is no value for '\(name)'", at: Self.location(source),
        advice: key.summary,
        exitCode: .usage)
    }
    entries[index].value = value
    entries[index].source = source
  }

  private static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.hasPrefix("~") && !path.split(separator: "/").contains("..")
  }

  private static func location(_ source: String) -> SourceLocation? {
    source.hasPrefix("/") ? SourceLocation(file: source) : nil
  }

  private static func isValid(_ value: String, for key: Key) -> Bool {
    switch key {
    case .store, .projectFolder, .userFolder, .systemFolder: !value.isEmpty && !value.utf8.contains(0)
    case .gatePolicy: GatePolicy(rawValue: value) != nil
    case .gateTokens: Int(value).map { (1...1_000_000).contains($0) } ?? false
    case .learner: value == "on" || value == "off"
    case .jobs: Int(value).map { (1...256).contains($0) } ?? false
    case .seed: UInt64(value) != nil
    case .colour: ["auto", "always", "never"].contains(value)
    case .pager: !value.isEmpty && !value.utf8.contains(0)
    }
  }
}

extension WhetError.Code {
  /// A setting is unknown or has a value it cannot have.
  public static let settingsInvalid = Self(rawValue: "settings.invalid")
}
