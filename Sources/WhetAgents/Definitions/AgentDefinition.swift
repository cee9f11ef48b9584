public import Foundation
public import WhetCore

/// An agent definition: a Markdown file with YAML front matter and a prompt, in the format of Claude Code's sub-agents.
public struct AgentDefinition: Sendable, Equatable {
  /// The front matter's `name`, else the file's stem.
  public let name: AgentName
  public let tier: Tier
  /// `nil` for a built-in definition.
  public let url: URL?
  /// The file as it is on disk.
  public let bytes: Data
  public let frontMatter: FrontMatter
  /// The prompt: what follows the front matter, the managed section included.
  public let body: String
  /// Where the managed section lies in `bytes`; `nil` if there is none or its markers are damaged.
  public let managedSection: ManagedSection.Location?
  /// What is wrong but does not keep the definition from being used.
  public let warnings: [WhetError]

  /// The largest file read as a definition, in bytes.
  public static let sizeLimit = 1 << 20

  /// Reads a definition.
  ///
  /// - Parameter stem: the file's name without `.md`; the agent's name where the front matter has none.
  /// - Throws: `WhetError` with code `agent.invalid` for bytes that are no text, `agent.name-invalid` for a name that
  ///   could leave the tier's folder.
  public init(bytes: Data, tier: Tier, url: URL? = nil, stem: String) throws(WhetError) {
    let file = url?.path(percentEncoded: false) ?? "\(stem).md"
    try Self.checkText(bytes, file: file)
    let layout = DefinitionLayout([UInt8](bytes))
    let (frontMatter, warning) = Self.readFrontMatter(layout, file: file)
    var warnings = warning.map { [$0] } ?? []
    if let warning = Self.missingDescription(frontMatter, in: layout, file: file) { warnings.append(warning) }
    do {
      managedSection = try ManagedSection.scan(layout, file: file).section
    } catch {
      managedSection = nil
      warnings.append(error)
    }
    name = try Self.name(in: frontMatter, stem: stem, file: file)
    self.tier = tier
    self.url = url
    self.bytes = bytes
    self.frontMatter = frontMatter
    self.body = String(decoding: layout.bytes[layout.bodyStart...], as: UTF8.self)
    self.warnings = warnings
  }

  /// What a broken front matter seems to say counts only if it is a name.
  private static func name(in frontMatter: FrontMatter, stem: String, file: String) throws(WhetError) -> AgentName {
    let written = frontMatter.name?.trimmingBlanks ?? ""
    if !frontMatter.isValid, let name = try? AgentName(written) { return name }
    do {
      return try AgentName(written.isEmpty || !frontMatter.isValid ? stem : written)
    } catch {
      var error = error
      error.location = SourceLocation(file: file)
      throw error
    }
  }

  private static func readFrontMatter(_ layout: DefinitionLayout, file: String) -> (FrontMatter, WhetError?) {
    guard let range = layout.frontMatter else {
      let problem =
        layout.hasUnclosedFrontMatter
        ? "the front matter has no closing '---' line" : "the file has no front matter"
      let warning = WhetError(
        .frontMatterInvalid, problem, at: SourceLocation(file: file, line: 1),
        advice: "begin the file with '---', 'name: ...', 'description: ...' and '---' on lines of their own")
      return (.empty, warning)
    }
    let inner = layout.lines[range].dropFirst().dropLast()
    let text = inner.map { String(decoding: layout.bytes[$0.content], as: UTF8.self) }.joined(separator: "\n")
    return FrontMatter.read(text, file: file, firstLine: range.lowerBound + 2)
  }

  private static func missingDescription(
    _ frontMatter: FrontMatter, in layout: DefinitionLayout, file: String
  ) -> WhetError? {
    guard layout.frontMatter != nil, frontMatter.description?.trimmingBlanks.isEmpty != false else { return nil }
    return WhetError(
      .descriptionMissing, "the front matter has no description", at: SourceLocation(file: file, line: 1),
      advice: "add 'description: when to use this agent'; Claude Code needs it")
  }

  private static func checkText(_ bytes: Data, file: String) throws(WhetError) {
    guard bytes.count <= sizeLimit else {
      throw WhetError(
        .agentInvalid, "the file is larger than \(sizeLimit >> 20) MiB", at: SourceLocation(file: file))
    }
    if let place = bytes.firstIndex(of: 0) {
      let line = bytes[..<place].count { $0 == 0x0A } + 1
      throw WhetError(.agentInvalid, "the file holds a NUL byte", at: SourceLocation(file: file, line: line))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw WhetError(.agentInvalid, "the file is not UTF-8", at: SourceLocation(file: file, line: firstBadLine(bytes)))
    }
  }

  private static func firstBadLine(_ bytes: Data) -> Int? {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
  }
}
