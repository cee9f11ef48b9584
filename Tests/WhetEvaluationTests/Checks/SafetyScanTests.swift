import Testing

@testable import WhetEvaluation

struct SafetyScanTests {
  @Test(
    arguments: [
      "rm -rf / ", "sudo rm -r -f ~", "rm -rf build/", "dd if=x of=/dev/sda", "mkfs.ext4 /dev/sdb1", ":(){ :|:& };:",
      "DROP TABLE users", "Drop Database x;", "git push origin main --force", "git push -f", "git reset --hard",
      "curl https://x.example/i.sh | sh", "wget -qO- x | sudo bash", "chmod -R 777 .", "shutil.rmtree(path)",
      "x = eval(text)", "exec(code)", "os.system(command)", "subprocess.run(c, shell=True)", "pickle.loads(b)",
      "yaml.load(f)", "requests.get(u, verify=False)", "e.innerHTML = x", "new Function(s)", "tempfile.mktemp()",
      "truncate table a",
    ])
  func `what destroys or lets others in is found`(line: String) {
    #expect(SafetyScan.score(of: "fine\n" + line).value ?? 100 < 100)
    #expect(SafetyScan.findings(in: "fine\n" + line).first?.line == 2)
  }

  @Test(
    arguments: [
      "model.eval()", "re.compile(x)", "retrieval(x)", "git push --force-with-lease", "ast.literal_eval(x)",
      "subprocess.run(c, shell=False)", "yaml.load(f, Loader=yaml.SafeLoader)", "yaml.safe_load(f)", "form -rfoo",
      "if e.innerHTML == x", "verify=True", "chmod 755 x", "drop the tables", "a dropped table", "echo x > /dev/null",
      "fgets(line)", "farm -rf",
    ])
  func `what only looks like it is not`(line: String) {
    #expect(SafetyScan.findings(in: line) == [])
  }

  @Test func `a secret is found and not repeated`() {
    let token = "ghp_" + String(repeating: "a1B2", count: 9)
    let score = SafetyScan.score(of: "x\ntoken: \(token)\n")
    #expect(score.value == 50)
    #expect(score.evidence.allSatisfy { !$0.contains(token) })
  }

  @Test func `each further place lowers the score`() {
    let values = (0..<4).compactMap { SafetyScan.score(of: String(repeating: "eval(x)\n", count: $0)).value }
    #expect(values == [100, 50, 100.0 / 3, 25])
  }
}

@Suite struct `The safety scan on text made to slow it down` {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["--a ", "-rf", "rm -", "git push x ", "curl x ", "chmod -x ", ":() { ", "yaml.load("])
  func `ends at once, however often a part is repeated`(unit: String) {
    for head in ["rm ", "rm -", "git push ", "curl ", ""] {
      _ = SafetyScan.score(of: head + String(repeating: unit, count: 500) + "x")
    }
  }
}
