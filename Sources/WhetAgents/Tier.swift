/// Where a definition lives: `project` beats `user`, `user` beats `system`, and all three beat `builtIn`.
public enum Tier: String, Sendable, Codable, CaseIterable, Comparable {
  case project, user, system
  /// The program's own definitions, which no deployment changes.
  case builtIn = "built-in"

  /// 0 for the tier that beats all others.
  public var precedence: Int {
    switch self {
    case .project: 0
    case .user: 1
    case .system: 2
    case .builtIn: 3
    }
  }

  /// Orders by precedence: the smaller tier wins.
  public static func < (left: Self, right: Self) -> Bool { left.precedence < right.precedence }
}
