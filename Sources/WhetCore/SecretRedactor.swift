/// Finds secrets in text by their published shapes and replaces them, so that none reaches the store.
///
/// A shape is a fixed prefix followed by enough characters of a fixed set, a private key block, or a quoted literal
/// assigned to a name such as `password`. Placeholders (`changeme`, `<token>`, `${TOKEN}`) are not secrets.
/// Sources: the token formats documented by AWS, GitHub, Slack, OpenAI, Anthropic, Google and RFC 7519 (JWT).
public enum SecretRedactor {
  /// One secret found.
  public struct Finding: Sendable, Equatable, Codable {
    /// The kind of secret, such as `aws-access-key`.
    public var kind: String
    /// The line it begins in, from 1.
    public var line: Int
  }

  /// The text with each secret replaced by `[redacted:KIND]`, and what was replaced. Redacting twice changes nothing.
  public static func redact(_ text: String) -> (text: String, findings: [Finding]) {
    let bytes = Array(text.utf8)
    let spans = SecretSpan.all(in: bytes)
    guard !spans.isEmpty else { return (text, []) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    var line = 1
    var findings: [Finding] = []
    for span in spans {
      line += bytes[position..<span.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
      findings.append(Finding(kind: span.kind, line: line))
      line += bytes[span.range].count { $0 == UInt8(ascii: "\n") }
      output += bytes[position..<span.range.lowerBound]
      output += Array("[redacted:\(span.kind)]".utf8)
      position = span.range.upperBound
    }
    output += bytes[position...]
    return (String(decoding: output, as: UTF8.self), findings)
  }

  /// The secrets of a text, in order.
  public static func findings(in text: String) -> [Finding] { redact(text).findings }
}

/// The bytes of one secret; never begins or ends inside a UTF-8 sequence because every shape is ASCII at its ends.
struct SecretSpan {
  var kind: String
  var range: Range<Int>

  /// The secrets of a text in order, without overlaps.
  static func all(in bytes: [UInt8]) -> [SecretSpan] {
    var spans: [SecretSpan] = []
    var position = 0
    while position < bytes.count {
      if starters[Int(bytes[position])], let span = span(at: position, in: bytes) {
        spans.append(span)
        position = span.range.upperBound
      } else {
        position += 1
      }
    }
    return spans
  }

  /// A fixed prefix and at least `minimum` characters of base64url or hexadecimal after it.
  private static let prefixes: [(kind: String, prefix: [UInt8], minimum: Int)] = [
    ("aws-access-key", "AKIA", 16), ("aws-access-key", "ASIA", 16), ("github-token", "ghp_", 30),
    ("github-token", "gho_", 30), ("github-token", "ghs_", 30), ("github-token", "ghu_", 30),
    ("github-token", "github_pat_", 30), ("slack-token", "xoxb-", 20), ("slack-token", "xoxp-", 20),
    ("slack-token", "xoxa-", 20), ("api-key", "sk-", 20), ("api-key", "sk_live_", 16), ("google-api-key", "AIza", 35),
    ("gitlab-token", "glpat-", 20), ("json-web-token", "eyJ", 40),
  ].map { ($0.0, Array($0.1.utf8), $0.2) }

  private static let names: [[UInt8]] = [
    "password", "passwd", "secret", "token", "api_key", "apikey", "access_key", "private_key", "client_secret",
  ].map { Array($0.utf8) }

  private static let starters: [Bool] = {
    var flags = [Bool](repeating: false, count: 256)
    for prefix in prefixes { flags[Int(prefix.prefix[0])] = true }
    for name in names {
      flags[Int(name[0])] = true
      flags[Int(name[0] & 0xDF)] = true
    }
    flags[Int(UInt8(ascii: "-"))] = true
    flags[Int(UInt8(ascii: ":"))] = true
    return flags
  }()

  /// A token has at most five parts (RFC 7516 section 9); bounds what is read from each place where one may begin.
  private static let mostDots = 4
  /// The longest label of a key block that is looked at, in bytes; the real ones have fewer than 30.
  private static let longestKeyLabel = 60

  private static func span(at start: Int, in bytes: [UInt8]) -> SecretSpan? {
    switch bytes[start] {
    case UInt8(ascii: "-"): keyBlock(at: start, in: bytes)
    case UInt8(ascii: ":"): credentials(at: start, in: bytes)
    default: token(at: start, in: bytes) ?? assignment(at: start, in: bytes)
    }
  }

  private static func token(at start: Int, in bytes: [UInt8]) -> SecretSpan? {
    guard start == 0 || !isTokenByte(bytes[start - 1]) else { return nil }
    for (kind, prefix, minimum) in prefixes where starts(bytes, with: prefix, at: start) {
      var end = start + prefix.count
      var dots = kind == "json-web-token" ? mostDots : 0
      while end < bytes.count, isTokenByte(bytes[end]) || (dots > 0 && bytes[end] == UInt8(ascii: ".")) {
        if bytes[end] == UInt8(ascii: ".") { dots -= 1 }
        end += 1
      }
      let body = bytes[(start + prefix.count)..<end]
      if body.count >= minimum, body.contains(where: isDigit) { return SecretSpan(kind: kind, range: start..<end) }
    }
    return nil
  }

  /// `-----BEGIN … PRIVATE KEY-----` to its end line, or to the end of the text when that is missing.
  private static func keyBlock(at start: Int, in bytes: [UInt8]) -> SecretSpan? {
    guard starts(bytes, with: Array("-----BEGIN ".utf8), at: start) else { return nil }
    // A label is of capitals, digits and spaces (RFC 7468 section 3).
    let label = bytes[(start + 11)...].prefix(longestKeyLabel).prefix {
      (0x41...0x5A).contains($0) || isDigit($0) || $0 == 0x20
    }
    guard contains(label, Array("PRIVATE KEY".utf8)) else { return nil }
    let marker = Array("-----END ".utf8)
    var end = start + marker.count
    while end < bytes.count, !starts(bytes, with: marker, at: end) { end += 1 }
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return SecretSpan(kind: "private-key", range: start..<end)
  }

  /// The password of `scheme://user:password@host` (RFC 3986 section 3.2.1).
  private static func credentials(at start: Int, in bytes: [UInt8]) -> SecretSpan? {
    var slashes = start - 1
    while slashes > 1, isTokenByte(bytes[slashes]) || bytes[slashes] == UInt8(ascii: ".") { slashes -= 1 }
    guard slashes > 1, slashes < start - 1, bytes[slashes] == UInt8(ascii: "/"),
      bytes[slashes - 1] == UInt8(ascii: "/"),
      bytes[slashes - 2] == UInt8(ascii: ":")
    else { return nil }
    var end = start + 1
    while end < bytes.count, bytes[end] > 0x20, bytes[end] < 0x7F, !"@/'\"<>{}$".utf8.contains(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "@"), !isPlaceholder(bytes[(start + 1)..<end]) else {
      return nil
    }
    return SecretSpan(kind: "url-password", range: (start + 1)..<end)
  }

  /// The literal in `password = "…"`, `"api_key": "…"`.
  private static func assignment(at start: Int, in bytes: [UInt8]) -> SecretSpan? {
    guard let name = names.first(where: { starts(bytes, with: $0, at: start, ignoringCase: true) }) else { return nil }
    var position = start + name.count
    if position < bytes.count, "\"'".utf8.contains(bytes[position]) { position += 1 }
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    guard position < bytes.count, "=:".utf8.contains(bytes[position]) else { return nil }
    position += 1
    while position < bytes.count, bytes[position] == 0x20 { position += 1 }
    guard position < bytes.count, "\"'".utf8.contains(bytes[position]) else { return nil }
    let quote = bytes[position]
    var end = position + 1
    while end < bytes.count, bytes[end] != quote, bytes[end] > 0x20, bytes[end] < 0x7F { end += 1 }
    guard end < bytes.count, bytes[end] == quote, !isPlaceholder(bytes[(position + 1)..<end]) else { return nil }
    return SecretSpan(kind: "password", range: (position + 1)..<end)
  }

  /// Short texts, templates and the usual stand-ins are not secrets.
  private static func isPlaceholder(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 8, bytes.contains(where: isDigit) else { return true }
    if bytes.contains(where: { "<>{}$%[]".utf8.contains($0) }) { return true }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return ["example", "changeme", "placeholder", "your", "dummy", "xxxx", "test"].contains { text.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2D
  }

  private static func starts(
    _ bytes: [UInt8], with prefix: [UInt8], at start: Int, ignoringCase: Bool = false
  ) -> Bool {
    guard start + prefix.count <= bytes.count else { return false }
    for (offset, expected) in prefix.enumerated() {
      let byte = bytes[start + offset]
      let folded = ignoringCase && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if folded != expected { return false }
    }
    return true
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: word) }
  }
}
