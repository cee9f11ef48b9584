import WhetCore

/// Whether an entry of the prompt holds a secret, and so must not be remembered: neither on disk nor in memory, where
/// the arrow keys would bring it back for whoever sits there next.
enum EntrySecrets {
  static func isSecret(_ entry: String) -> Bool {
    if !SecretRedactor.findings(in: entry).isEmpty { return true }
    return patterns.contains { entry.firstMatch(of: $0) != nil }
  }

  /// `secret("...")`; a name such as `OPENAI_API_KEY` or `db_password` that is given a literal; a flag such as
  /// `--token VALUE`. Values that come from elsewhere, such as `env("TOKEN")` or `$token`, are none.
  private static var patterns: [Regex<Substring>] {
    [
      #/\bsecret\s*\(\s*["']/#,
      #/(?i)\b[a-z0-9_-]*(?:[_-]key|apikey|token|secret|passwd|password|passphrase|credentials?)["']?\s*[=:](?!=)\s*(?:"{1,3}(?!\$\{)[^"\s]|'[^'\s]|(?!(?:env|secret)\s*\()[^\s$"'({\[])/#,
      #/(?i)--(?:api-?key|token|secret|passwd|password|passphrase|credentials?)(?:=|\s+)(?:"{1,3}(?!\$\{)[^"\s]|'[^'\s]|(?!(?:env|secret)\s*\()[^\s$"'({\[\-])/#,
    ]
  }
}
