import Foundation
import Testing
import WhetCore

/// Samples are put together at run time, so that no scanner takes this file for a leak.
@Suite struct `Secret redactor` {
  private static func filler(_ count: Int) -> String {
    String(String(repeating: "Ab3dEf9hIj", count: count / 10 + 1).prefix(count))
  }

  static let secrets: [(kind: String, text: String)] = [
    ("aws-access-key", "AK" + "IA" + "QWERTYUIOP234567"), ("aws-access-key", "AS" + "IA" + "QWERTYUIOP234567"),
    ("github-token", "gh" + "p_" + filler(36)), ("github-token", "gh" + "s_" + filler(36)),
    ("github-token", "github" + "_pat_" + filler(40)), ("slack-token", "xo" + "xb-" + filler(24)),
    ("api-key", "s" + "k-" + filler(40)), ("api-key", "sk" + "_live_" + filler(24)),
    ("google-api-key", "AI" + "za" + filler(35)), ("gitlab-token", "gl" + "pat-" + filler(20)),
    ("json-web-token", "ey" + "J" + filler(20) + "." + filler(30) + "." + filler(20)),
  ]

  @Test(arguments: secrets.indices, ["", "key ", "\"", "x=", "ä"])
  func `replaces a token of a known shape wherever it stands`(index: Int, before: String) {
    let secret = Self.secrets[index]
    let (text, findings) = SecretRedactor.redact("first\n\(before)\(secret.text), last")
    #expect(text == "first\n\(before)[redacted:\(secret.kind)], last")
    #expect(findings.map(\.kind) == [secret.kind])
    #expect(findings.map(\.line) == [2])
  }

  @Test(arguments: [
    (#"password = "hunter2hunter2""#, #"password = "[redacted:password]""#),
    (#"{"api_key": "a1b2c3d4e5"}"#, #"{"api_key": "[redacted:password]"}"#),
    (#"DB_PASSWORD='s3cr3t-pw-9'"#, #"DB_PASSWORD='[redacted:password]'"#),
    (#"client_secret:"0123456789""#, #"client_secret:"[redacted:password]""#),
    ("postgres://app:p4ssw0rd99@db/x", "postgres://app:[redacted:url-password]@db/x"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\nnext", "[redacted:private-key]\nnext"),
    ("-----BEGIN PRIVATE KEY-----\nMIIB", "[redacted:private-key]"),
    ("-----BEGIN PRIVATE KEY-----\\nMIIB\\n-----END PRIVATE KEY-----\nnext", "[redacted:private-key]\nnext"),
  ])
  func `replaces a secret by its place`(text: String, clean: String) {
    #expect(SecretRedactor.redact(text).text == clean)
  }

  @Test(arguments: [
    "", "password", "password = input()", #"password = """#, #"password = "short1""#, #"password = "no digit here""#,
    #"password = "nodigitsatall""#, #"password = "changeme123""#, #"password = "<your-password-1>""#,
    #"token = "${GITHUB_TOKEN_1}""#, #"password = "example-123""#, "https://host:8080/path@2",
    "https://user:<password1>@host/", "http://a/b:c@d", "https://user:${PASS_1234}@host",
    "see ask-the-team-about-2024-plans",
    "task-1234567890-1234567890", "sk-short1", "AKIA", "AKIAshort1",
    "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
    "-----BEGIN PUBLIC KEY-----", "the token: it is 12345678", "risk-" + "assessment-of-the-year-2024", "12:30:45",
    "sk-loading-indicator-of-the-page", "xAKIA" + "QWERTYUIOP234567",
  ])
  func `leaves look-alikes alone`(text: String) {
    #expect(SecretRedactor.redact(text).text == text)
    #expect(SecretRedactor.findings(in: text).isEmpty)
  }

  @Test func `counts lines and lists findings in order`() {
    let text = "a\n" + Self.secrets[0].text + "\n\n" + Self.secrets[2].text + " " + Self.secrets[5].text + "\n"
    let findings = SecretRedactor.findings(in: text)
    #expect(findings.map(\.line) == [2, 4, 4])
    #expect(findings.map(\.kind) == ["aws-access-key", "github-token", "slack-token"])
  }

  @Test(arguments: 0..<4)
  func `never fails on random text, and redacting twice changes nothing`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces =
      Self.secrets.map(\.text) + [
        "password", "token", "secret", " = ", ": ", "=", "\"", "'", "://u:", "@", "@h", "abc12345", "-----BEGIN ",
        "PRIVATE KEY-----",
        "-----END ", "\n", " ", ".", "eyJ", "é", "🙂", "\u{0}", "[redacted:", "]", "sk-", "1",
      ]
    for _ in 0..<1_500 {
      let text = generator.text(of: pieces, most: 10) + generator.unicode(most: 3)
      let once = SecretRedactor.redact(text)
      let twice = SecretRedactor.redact(once.text)
      #expect(twice.text == once.text, "\(text.debugDescription)")
      #expect(twice.findings.isEmpty, "\(text.debugDescription)")
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "eyJ.", "eyJ", "-----BEGIN ", "-----", "://a:", "a:", "token=\"", "token='", "password  ", "sk-", "AKIA", "\"",
      "token",
    ])
  func `reads a hopeless text in linear time`(piece: String) {
    let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
    let clock = ContinuousClock()
    #expect(clock.measure { _ = SecretRedactor.redact(text) } < .seconds(3))
  }
}
