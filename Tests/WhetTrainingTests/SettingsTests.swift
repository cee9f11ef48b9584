import Foundation
import Testing
import WhetAgents
import WhetCore

@testable import WhetTraining

/// A home and a project with settings files; removed with its last reference.
private final class Machine {
  let root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    .appending(component: "whet-settings-\(UUID().uuidString)", directoryHint: .isDirectory)
  var project: URL { root.appending(component: "project", directoryHint: .isDirectory) }
  var userFile: URL { root.appending(path: "home/.config/whet/config.yaml") }
  var projectFile: URL { project.appending(path: ".whet/config.yaml") }

  init(user: String? = nil, project text: String? = nil) throws {
    try FileManager.default.createDirectory(at: project, withIntermediateDirectories: true)
    for (file, text) in [(userFile, user), (projectFile, text)] {
      guard let text else { continue }
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func load(_ environment: [String: String] = [:], _ flags: [String: String] = [:]) throws(WhetError) -> Settings {
    var environment = environment
    environment["HOME"] = environment["HOME"] ?? root.appending(component: "home").path()
    return try Settings.load(project: project, environment: environment, overrides: flags)
  }

  func entry(_ key: Settings.Key, _ settings: Settings) -> Settings.Entry? { settings.entries.first { $0.key == key } }
}

@Suite struct SettingsTests {
  /// How many of the five sources give a value; the last of them wins.
  @Test(arguments: 0...4)
  func `later sources win and are named`(sources: Int) throws {
    let machine = try Machine(
      user: sources >= 1 ? "gate:\n  tokens: 101\n" : nil, project: sources >= 2 ? "gate.tokens: 102\n" : nil)
    let settings = try machine.load(
      sources >= 3 ? ["WHET_GATE_TOKENS": "103"] : [:], sources >= 4 ? ["gate.tokens": "104"] : [:])
    let expected: [(value: String, source: String)] = [
      ("2000", "default"), ("101", machine.userFile.path()), ("102", machine.projectFile.path()),
      ("103", "WHET_GATE_TOKENS"), ("104", "flag"),
    ]
    let entry = try #require(machine.entry(.gateTokens, settings))
    #expect((entry.value, entry.source) == expected[sources])
    #expect(try settings.configuration().tokenBudget == Int(expected[sources].value))
  }

  @Test func `there is one entry for each setting, in order, with its default`() throws {
    let machine = try Machine()
    let settings = try machine.load()
    #expect(settings.entries.map(\.key) == Settings.Key.allCases)
    #expect(settings.entries.allSatisfy { $0.source == "default" && !$0.value.isEmpty })
    #expect(
      settings[.gatePolicy] == "strict" && settings[.learner] == "on" && settings[.projectFolder] == ".claude/agents")
    #expect(Set(Settings.Key.allCases.map(\.summary)).count == Settings.Key.allCases.count)
    #expect(Settings.Key.gatePolicy.variable == "WHET_GATE_POLICY")
  }

  @Test(arguments: [
    ("gate.policy", "lenient"), ("gate.policy", "Strict"), ("gate.tokens", "0"), ("gate.tokens", "1000001"),
    ("gate.tokens", "many"), ("gate.tokens", "1.5"), ("learner", "yes"), ("jobs", "0"), ("jobs", "257"), ("jobs", "-1"),
    ("seed", "-1"), ("seed", "18446744073709551616"), ("store", ""), ("store", "a\u{0}b"), ("folders.user", ""),
  ])
  func `a value that a setting cannot have is refused`(name: String, value: String) throws {
    let error = try #require(throws: WhetError.self) { try Machine().load([:], [name: value]) }
    #expect(error.code == .settingsInvalid && error.exitCode == .usage && error.message.contains("'\(name)'"))
  }

  @Test(arguments: ["gate", "gate.polcy", "", "STORE", "folders"])
  func `a setting that is not there is refused with those that are`(name: String) throws {
    let error = try #require(throws: WhetError.self) { try Machine().load([:], [name: "x"]) }
    #expect(error.code == .settingsInvalid && error.exitCode == .usage)
    #expect(error.advice?.contains("gate.policy") == true)
  }

  @Test(arguments: [
    "gate: [strict]", "gate:\n  policy: lenient", "nonsense: 1", "just words", "a: b: c", "gate: {policy: strict",
    "gate:\n  policy:\n", "store: x\nstore: y", "- store", "x: &a [*a]",
  ])
  func `a bad file is refused and named`(text: String) throws {
    let machine = try Machine(user: text)
    let error = try #require(throws: WhetError.self) { try machine.load() }
    #expect(error.code == .settingsInvalid && error.exitCode == .usage)
    #expect(error.location?.file == machine.userFile.path())
  }

  @Test func `a file that is no UTF-8 is refused and named`() throws {
    let machine = try Machine(user: "")
    try Data([0x61, 0xFF, 0x3A]).write(to: machine.userFile)
    let error = try #require(throws: WhetError.self) { try machine.load() }
    #expect(
      error.code == .settingsInvalid && error.exitCode == .usage && error.location?.file == machine.userFile.path())
  }

  @Test(arguments: ["", "\n# only a comment\n", "---\n"])
  func `an empty file sets nothing`(text: String) throws {
    let settings = try Machine(user: text, project: text).load()
    #expect(settings.entries.allSatisfy { $0.source == "default" })
  }

  @Test(arguments: [
    ("learner: off", false), ("learner: false", false), ("learner: true", true), ("learner: 'on'", true),
  ])
  func `the learner is switched in YAML's words or in whet's`(text: String, isOn: Bool) throws {
    #expect(try Machine(project: text).load().configuration().isLearnerEnabled == isOn)
  }

  @Test func `an empty environment variable counts as none`() throws {
    let machine = try Machine()
    #expect(try machine.load(["WHET_GATE_POLICY": ""])[.gatePolicy] == "strict")
  }

  @Test(arguments: [
    "store: elsewhere.db", "folders.user: agents", "folders: {system: agents}", "folders.project: /etc",
    "folders.project: ../other", "folders.project: a/../../b", "folders.project: ~/agents",
  ])
  func `a project may not point the store or the tiers outside itself`(text: String) throws {
    let machine = try Machine(project: text)
    let error = try #require(throws: WhetError.self) { try machine.load() }
    #expect(error.code == .settingsInvalid && error.message.hasPrefix("a project may not set"))
    #expect(error.location?.file == machine.projectFile.path())
    // The user may.
    #expect(throws: Never.self) { try Machine(user: text).load() }
  }

  @Test func `a project's own folder is reached through no link`() throws {
    let machine = try Machine(project: "folders.project: team/agents")
    let settings = try machine.load()
    let folder = try #require(settings.folders.project)
    #expect(folder.components == ["team", "agents"])
    #expect(folder.base.standardizedFileURL.path() == machine.project.standardizedFileURL.path())
  }

  @Test func `folders and store become paths of the home, the project or the disk`() throws {
    let machine = try Machine(user: "folders:\n  project: work\n  user: ~/mine\n  system: /srv/agents\nstore: s.db\n")
    let configuration = try machine.load().configuration()
    #expect(configuration.folders.project?.url.path() == machine.project.appending(path: "work/").path())
    #expect(configuration.folders.user.url.path() == machine.root.appending(path: "home/mine/").path())
    #expect(configuration.folders.system.url.path() == "/srv/agents/")
    #expect(configuration.storePath == machine.project.appending(path: "s.db").path())
  }

  @Test func `the standard places follow the environment`() throws {
    let machine = try Machine()
    let home = try machine.load()
    #expect(home[.store] == machine.root.appending(path: "home/.local/share/whet/whet.db").path())
    let moved = try machine.load([
      "XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": machine.root.appending(path: "conf").path(),
    ])
    #expect(moved[.store] == "/data/whet/whet.db")
    #expect(moved.folders.project?.components == [".claude", "agents"])
  }
}
