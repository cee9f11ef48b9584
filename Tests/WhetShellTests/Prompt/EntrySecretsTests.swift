import LineEditing
import Testing
import WhetCore

@testable import WhetShell

@Suite(.timeLimit(.minutes(1)))
struct EntrySecretsTests {
  private static let token = "ghp_" + String(repeating: "a1B2", count: 9)

  @Test(arguments: [
    "correction add --agent engineer --task x --original '\(token)'",
    #"let s = secret("correct horse")"#, "let s = secret('x')", #"let s = secret("""x""")"#,
    #"let OPENAI_API_KEY = "abc""#, "OPENAI_API_KEY = 'abc'", #"let db_password = "hunter2""#,
    "given hello --token abc", "given hello --password=abc", #"let r = {api-key: "abc"}"#,
    #"let db_password = "$ecret1""#, #"let db_password = "(abc""#, #"password = """hunter2""""#, "let token = env-1234",
  ])
  func `an entry with a secret is seen`(entry: String) { #expect(EntrySecrets.isSecret(entry)) }

  @Test(arguments: [
    "train engineer", #"let s = secret(env("TOKEN"))"#, "let s = secret($given)", "let token = $other",
    #"let api_key = env("API_KEY")"#, #"let token = "${other}""#, "let monkey = 3", "let tokens = 5",
    #"if $token == "x" { exit }"#,
    "help secret", "history search password", "explain text.too-large",
  ])
  func `an ordinary entry is none`(entry: String) { #expect(!EntrySecrets.isSecret(entry)) }

  @Test func `the history never gets such an entry, and the user is told`() async throws {
    let test = try TestShell(registry: Probe.registry)
    defer { test.remove() }
    let editor = ScriptedEditor(lines: ["say '\(Self.token)'", "say ok"])
    _ = await PromptLoop(shell: test.shell).run(on: editor)
    #expect(editor.history == ["say ok"])
    #expect(test.captured.errors.contains("the history does not keep it"))
    #expect(!test.captured.errors.contains(Self.token))
  }
}
