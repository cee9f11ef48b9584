public import Foundation
public import WhetCore

/// The machine-applicable lessons deployed beside a definition, in `<stem>.rules.json`.
///
/// The file is JSON with one lesson a line. Lessons are opaque here: their bytes come back exactly as they were given.
public struct RulesFile: Sendable, Equatable {
  /// The `format` member by which a rules file is known.
  public static let format = "whet-rules"
  /// The newest form this program reads and the one it writes.
  public static let formatVersion = 1
  /// The largest rules file read, in bytes.
  public static let sizeLimit = 16 << 20

  public let agent: AgentName
  /// The deployment's version of this agent, from 1; the managed section has the same.
  public let version: Int
  /// The run whose lessons these are; `nil` if no run made them.
  public let run: RunID?
  /// The fingerprint of the managed section deployed together with these rules.
  public let section: String
  /// One JSON value each, in UTF-8.
  public let lessons: [Data]

  /// - Parameters:
  ///   - section: the words of the managed section that goes out with these rules.
  ///   - lessons: one JSON value each.
  /// - Throws: `WhetError` with code `rules.invalid` if a lesson is not JSON.
  public init(
    agent: AgentName, version: Int, run: RunID?, section: String, lessons: [Data]
  ) throws(WhetError) {
    for (index, lesson) in lessons.enumerated() where !JSONSlices.isJSON(lesson) {
      throw WhetError(.rulesInvalid, "lesson \(index + 1) of agent '\(agent)' is not JSON")
    }
    self.agent = agent
    self.version = version
    self.run = run
    self.section = Self.fingerprint(of: section)
    self.lessons = lessons
  }

  /// Reads a rules file.
  ///
  /// - Throws: `WhetError` with code `rules.invalid` or `rules.version-newer`.
  public init(decoding bytes: Data, file: String = "rules file") throws(WhetError) {
    let place = SourceLocation(file: file)
    guard JSONSlices.isJSON(bytes), let header = try? JSONDecoder().decode(Header.self, from: bytes),
      header.format == Self.format, let lessons = JSONSlices.elements(ofMember: "lessons", in: bytes)
    else {
      throw WhetError(
        .rulesInvalid, "this is no rules file", at: place, advice: "deploy the agent again to write it anew")
    }
    guard header.formatVersion <= Self.formatVersion else {
      throw WhetError(
        .rulesVersionNewer,
        "the rules are of format \(header.formatVersion), this program reads up to "
          + "\(Self.formatVersion)", at: place, advice: "install the newest whet")
    }
    agent = header.agent
    version = header.version
    run = header.run
    section = header.section
    self.lessons = lessons
  }

  /// The file's bytes; `init(decoding:file:)` gives an equal value back.
  public func encoded() -> Data {
    let header: KeyValuePairs<String, JSONValue> = [
      "format": .string(Self.format), "formatVersion": .init(Self.formatVersion), "agent": .string(agent.rawValue),
      "version": .init(version), "run": .init(run?.rawValue), "section": .string(section),
    ]
    let members = header.map { "  \(JSONValue.string($0.key).json()): \($0.value.json())" }
    var bytes = Data("{\n\(members.joined(separator: ",\n")),\n  \"lessons\": [".utf8)
    for (index, lesson) in lessons.enumerated() {
      bytes += Data((index == 0 ? "\n    " : ",\n    ").utf8) + lesson
    }
    return bytes + Data((lessons.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8)
  }

  /// Whether a definition's managed section is the one these rules were deployed with.
  ///
  /// - Parameter words: the section's text, `nil` for a definition without one.
  public func belongs(toSection words: String?) -> Bool {
    words.map { Self.fingerprint(of: $0) } == section
  }

  /// A hash of the words in hexadecimal: it pairs two files and protects against nothing.
  static func fingerprint(of words: String) -> String {
    var hash = StableHash()
    hash.combine(ManagedSection.normalised(words).utf8)
    return hash.hexadecimal
  }

  private struct Header: Decodable {
    var format: String
    var formatVersion: Int
    var agent: AgentName
    var version: Int
    var run: RunID?
    var section: String
  }
}
