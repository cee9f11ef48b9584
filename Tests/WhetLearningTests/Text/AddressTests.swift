import Testing
import WhetCore

@testable import WhetLearning

@Suite("Names of files, paths and addresses in running text") struct AddressTests {
  /// What of a line is taken for such a name.
  private func names(_ line: String) -> [String] {
    let text = TokenText(line + "\n", format: .documentation)
    var names: [String] = []
    var isOpen = false
    for token in text.tokens {
      let isName = token.zone == .address
      if isName, isOpen, token.isAttached {
        names[names.count - 1] += token.text
      } else if isName {
        names.append(token.text)
      }
      isOpen = isName
    }
    return names
  }

  @Test(arguments: [
    ("See whitelist.json, please.", ["whitelist.json"]), ("It is in config/app-2.yaml.", ["config/app-2.yaml"]),
    ("Ask ann@example.org or https://example.org/a?b=c!", ["ann@example.org", "https://example.org/a?b=c"]),
    ("Run ./build.sh in ~/work or /srv/data:", ["./build.sh", "~/work", "/srv/data"]),
    ("(ledger-2024-01-05.tar.gz)", ["ledger-2024-01-05.tar.gz"]), ("Made with Vue.js 3.4.1.", ["Vue.js"]),
    ("- see `a.json` and b.json", ["b.json"]),
  ])
  func `are seen whole, without the punctuation around them`(line: String, wanted: [String]) {
    #expect(names(line) == wanted)
  }

  @Test(arguments: [
    "e.g. this, i.e. that, z.B. jenes", "and/or, km/h, 12/05/2024, 8:30", "It ends.Next one begins.", "3.4.1 and v2.0",
    "well-known, re-read", "No. 5 at 10.30", "a @ b", "# Title",
  ])
  func `are no abbreviations, numbers or words that are joined otherwise`(line: String) {
    #expect(names(line) == [])
  }

  @Test func `keep their words`() {
    let learner = learner([("Use the whitelist.\n", "Use the allowlist.\n")])
    #expect(
      learner.improved("The whitelist is in whitelist.json now.\n", .documentation)
        == "The allowlist is in whitelist.json now.\n")
  }

  @Test func `are marked whatever they are once three were, but not those that people leave`() {
    let learner = learner([
      ("See routes.toml for the names.\n", "See `routes.toml` for the names.\n"),
      ("The list in zones.yaml is long.\n", "The list in `zones.yaml` is long.\n"),
      ("It comes from config/zones.json, it seems.\n", "It comes from `config/zones.json`, it seems.\n"),
      ("It was tried with Vue.js.\n", "It was tried with Vue.js.\n"),
      ("Read ops/cal.csv and Node.js.\n", "Read `ops/cal.csv` and Node.js.\n"),
    ])
    #expect(
      learner.improved("Then etc/desk.ini is read by Chart.js.\n", .documentation)
        == "Then `etc/desk.ini` is read by Chart.js.\n")
  }

  private func learner(_ history: [(String, String)]) -> OfflineLearner {
    var learner = OfflineLearner()
    for (number, texts) in history.enumerated() {
      learner.learn(pair(number + 1, texts.0, texts.1, .documentation))
    }
    return learner
  }
}
