public import WhetCore

extension WhetError.Code {
  /// A file in an agents folder that is no plain text: NUL bytes, invalid UTF-8, or too large.
  public static let agentInvalid = Self(rawValue: "agent.invalid")
  /// Front matter that is missing, not closed, or not a YAML mapping; the file still loads.
  public static let frontMatterInvalid = Self(rawValue: "agent.front-matter-invalid")
  /// A definition without a description; Claude Code does not offer such an agent.
  public static let descriptionMissing = Self(rawValue: "agent.description-missing")
  /// Two definitions of one tier with the same name.
  public static let agentDuplicate = Self(rawValue: "agent.duplicate")
  /// A definition of that name is already in the tier.
  public static let agentExists = Self(rawValue: "agent.exists")
  /// The file a definition would be written to belongs to an agent of another name.
  public static let agentFileTaken = Self(rawValue: "agent.file-taken")
  /// A symbolic link, hard link, folder or device where a plain file of the tier was expected.
  public static let pathUnsafe = Self(rawValue: "agent.path-unsafe")
  /// A tier that has no folder here, or cannot be written.
  public static let tierUnavailable = Self(rawValue: "agent.tier-unavailable")
  /// A file on disk that is no longer the one that was read, or a folder another process is writing to.
  public static let agentConflict = Self(rawValue: "agent.conflict")
  /// A managed-section marker that is alone, misspelt or in the wrong order.
  public static let sectionDamaged = Self(rawValue: "section.damaged")
  /// More than one managed section in one definition.
  public static let sectionDoubled = Self(rawValue: "section.doubled")
  /// Text that cannot stand in a managed section: it holds a marker, a NUL or an unclosed block.
  public static let sectionTextInvalid = Self(rawValue: "section.text-invalid")
  /// A rules file that is not one, or belongs to another agent or section.
  public static let rulesInvalid = Self(rawValue: "rules.invalid")
  /// A rules file of a later version of whet.
  public static let rulesVersionNewer = Self(rawValue: "rules.version-newer")
}
