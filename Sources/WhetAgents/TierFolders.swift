public import Foundation

/// One tier's folder: a trusted base, and the path below it on which no component may be a symbolic link.
///
/// The split is what makes a cloned project harmless: its `.claude`, `agents` and definitions cannot point outside it,
/// while the way *to* the base (a home folder behind a link, say) is the user's own affair.
public struct TierFolder: Sendable, Hashable {
  /// Symbolic links up to and including this folder are followed.
  public let base: URL
  /// The names below `base`, from the outside in; each is opened without following links.
  public let components: [String]

  /// - Parameter path: relative, with `/` between its names; `.`, `..` and empty names are dropped.
  public init(base: URL, path: String) {
    self.base = base
    components = path.split(separator: "/").map(String.init).filter { $0 != "." && $0 != ".." }
  }

  /// The folder at `url`, trusting everything above its last name.
  public init(_ url: URL) {
    let folder = url.standardizedFileURL
    self.init(base: folder.deletingLastPathComponent(), path: folder.lastPathComponent)
  }

  /// The whole path, which need not exist.
  public var url: URL {
    components.reduce(base) { $0.appending(component: $1, directoryHint: .isDirectory) }
  }
}

/// The folders of the tiers that live on disk.
public struct TierFolders: Sendable, Hashable {
  /// `nil` outside a project.
  public var project: TierFolder?
  /// One person's, in every project.
  public var user: TierFolder
  /// Everyone's on this machine.
  public var system: TierFolder

  public init(project: TierFolder?, user: TierFolder, system: TierFolder) {
    self.project = project
    self.user = user
    self.system = system
  }

  /// Folders set by name, each trusted up to its own parent.
  public init(project: URL?, user: URL, system: URL) {
    self.init(project: project.map { TierFolder($0) }, user: TierFolder(user), system: TierFolder(system))
  }

  /// Claude Code's layout (`.claude/agents` of the project and of the home folder) and `/etc/whet/agents`.
  ///
  /// The home folder's `.claude` may be a link, as people keep it among their dot files; the project's may not.
  public static func standard(project: URL?, home: URL) -> TierFolders {
    TierFolders(
      project: project.map { TierFolder(base: $0, path: ".claude/agents") },
      user: TierFolder(base: home.appending(component: ".claude", directoryHint: .isDirectory), path: "agents"),
      system: TierFolder(base: URL(filePath: "/etc", directoryHint: .isDirectory), path: "whet/agents"))
  }

  /// The tier's folder; `nil` for `builtIn`, and for `project` outside one.
  public subscript(tier: Tier) -> TierFolder? {
    switch tier {
    case .project: project
    case .user: user
    case .system: system
    case .builtIn: nil
    }
  }
}
