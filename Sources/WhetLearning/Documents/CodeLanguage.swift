/// Tells the language of a piece of code by cheap signs: its first line, the words its lines begin with, their ends.
enum CodeLanguage {
  /// The language by its common name; `nil` where nothing or more than one thing speaks for it.
  static func detect(_ lines: [String]) -> String? {
    let lines = lines.map(\.trimmed).filter { !$0.isEmpty }.prefix(60)
    guard let first = lines.first else { return nil }
    if let known = byFirstLine(first) { return known }
    if isJSON(lines) { return "json" }
    var scores: [String: Int] = [:]
    for line in lines { score(line, &scores) }
    // One language has another in it: what is in the wider one alone decides.
    for (wide, narrow) in [("typescript", "javascript"), ("cpp", "c")] where scores[wide, default: 0] >= 4 {
      scores[wide, default: 0] += scores.removeValue(forKey: narrow) ?? 0
    }
    if let mappings = scores["yaml"], mappings * 3 < lines.count * 2 { scores["yaml"] = nil }
    let ranking = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranking.first, best.value >= 2, best.value * 3 >= lines.count else { return nil }
    if ranking.count > 1, ranking[1].value * 4 > best.value * 3 { return nil }
    return best.key
  }

  private static func byFirstLine(_ line: String) -> String? {
    if line.hasPrefix("#!") {
      let interpreters = [
        ("python", "python"), ("node", "javascript"), ("ruby", "ruby"), ("perl", "perl"), ("php", "php"),
        ("sh", "bash"),
      ]
      return interpreters.first { line.contains($0.0) }?.1
    }
    let starts = [
      ("<?php", "php"), ("<?xml", "xml"), ("<!DOCTYPE html", "html"), ("<!doctype html", "html"), ("<html", "html"),
      ("diff --git", "diff"), ("--- a/", "diff"), ("syntax = \"proto", "protobuf"),
    ]
    return starts.first { line.hasPrefix($0.0) }?.1
  }

  private static func isJSON(_ lines: ArraySlice<String>) -> Bool {
    guard let first = lines.first?.first, let last = lines.last?.last,
      (first == "{" && last == "}") || (first == "[" && last == "]")
    else { return false }
    let inner = lines.dropFirst().dropLast()
    if inner.isEmpty { return lines.count == 1 && (lines.first?.contains("\":") ?? false) }
    return inner.contains { $0.hasPrefix("\"") && $0.contains("\":") }
      && inner.allSatisfy { ($0.first.map { "\"{}[]-0123456789tfn".contains($0) } ?? false) && !$0.hasSuffix(";") }
  }

  private static func score(_ line: String, _ scores: inout [String: Int]) {
    let bytes = Array(line.utf8.prefix(400))
    for sign in signs where sign.fits(bytes) { scores[sign.language, default: 0] += sign.weight }
    let word = String(line.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." })
    let next = line.dropFirst(word.count).first
    if commands.contains(word), next == nil || next == " ", !line.contains(" = "), !line.hasSuffix(";"),
      !line.hasSuffix(":")
    {
      scores["bash", default: 0] += 3
    }
    if statements.contains(word.uppercased()), next == nil || next == " ", isQuery(line, word) {
      scores["sql", default: 0] += 3
    }
    if instructions.contains(word), next == " " { scores["dockerfile", default: 0] += 2 }
    if isMapping(line) { scores["yaml", default: 0] += 1 }
  }

  /// `key: value` or `- item`, as YAML has them and hardly anything else.
  private static func isMapping(_ line: String) -> Bool {
    let entry = line.hasPrefix("- ") ? line.dropFirst(2) : line[...]
    guard let colon = entry.firstIndex(of: ":"), colon > entry.startIndex, !line.hasSuffix("{"), !line.hasSuffix(";"),
      !line.hasSuffix(",")
    else { return false }
    let key = entry[..<colon]
    let rest = entry[entry.index(after: colon)...]
    return key.first?.isUppercase != true && key.allSatisfy { $0.isLetter || $0.isNumber || "_-./\"'".contains($0) }
      && (rest.isEmpty || rest.first == " ") && !["else", "try", "finally", "default"].contains(String(key))
  }

  /// A statement's first word in capitals, or with one of the words that follow it in a query.
  private static func isQuery(_ line: String, _ word: String) -> Bool {
    let capitals = word == word.uppercased() && word.count > 2
    let padded = " " + line.uppercased() + " "
    return (capitals && !instructions.contains(word))
      || [" FROM ", " INTO ", " TABLE ", " SET ", " INDEX "].contains { padded.contains($0) } && !line.hasSuffix(":")
        && !line.contains("import")
  }

  private static let statements: Set<String> = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "WITH", "EXPLAIN", "GRANT", "REVOKE", "TRUNCATE",
    "WHERE", "JOIN", "LEFT", "INNER", "GROUP", "ORDER", "HAVING", "VALUES", "BEGIN", "COMMIT", "ROLLBACK",
  ]
  private static let instructions: Set<String> = [
    "FROM", "RUN", "COPY", "WORKDIR", "ENTRYPOINT", "CMD", "EXPOSE", "ENV", "ARG", "USER", "VOLUME",
  ]
  private static let commands: Set<String> = [
    "ls", "cd", "cp", "mv", "rm", "mkdir", "rmdir", "touch", "cat", "less", "head", "tail", "grep", "egrep", "sed",
    "awk",
    "find", "xargs", "sort", "uniq", "wc", "cut", "tr", "tee", "chmod", "chown", "ln", "df", "du", "ps", "top", "kill",
    "killall", "pkill", "tar", "gzip", "gunzip", "zip", "unzip", "curl", "wget", "ssh", "scp", "rsync", "sftp", "ping",
    "dig", "nslookup", "netstat", "ss", "ip", "ifconfig", "iptables", "ufw", "nc", "openssl", "gpg", "git", "gh", "svn",
    "hg", "make", "cmake", "ninja", "gcc", "clang", "docker", "podman", "kubectl", "helm", "minikube", "terraform",
    "ansible", "vagrant", "aws", "gcloud", "az", "heroku", "systemctl", "journalctl", "service", "crontab", "apt",
    "apt-get", "dnf", "yum", "pacman", "apk", "brew", "snap", "pip", "pip3", "pipx", "poetry", "uv", "conda", "python3",
    "python", "node", "npm", "npx", "yarn", "pnpm", "deno", "bun", "cargo", "rustup", "go", "gem", "bundle", "composer",
    "mvn", "gradle", "dotnet", "psql", "pg_dump", "pg_restore", "mysql", "mysqldump", "sqlite3", "redis-cli", "mongo",
    "mongosh", "sudo", "su", "echo", "printf", "export", "source", "alias", "which", "whoami", "man", "env", "set",
    "unset", "exit", "sleep", "watch", "time", "nohup", "vim", "nano", "pytest", "tox", "jq", "htop", "mount", "umount",
    "ssh-keygen", "hostname", "uname", "date", "nginx", "certbot", "rake", "swift", "xcodebuild",
  ]

  /// What a line begins with, has in it and ends with.
  private struct Sign: Sendable {
    var language: String
    var weight: Int
    private var start: [UInt8]
    private var part: [UInt8]
    private var end: [UInt8]

    init(language: String, weight: Int, start: String = "", part: String = "", end: String = "") {
      self.language = language
      self.weight = weight
      self.start = Array(start.utf8)
      self.part = Array(part.utf8)
      self.end = Array(end.utf8)
    }

    func fits(_ line: [UInt8]) -> Bool {
      guard line.count >= start.count, line.count >= end.count, line.starts(with: start), hasEnd(line) else {
        return false
      }
      return part.isEmpty || hasPart(line)
    }

    private func hasEnd(_ line: [UInt8]) -> Bool {
      let offset = line.count - end.count
      return end.indices.allSatisfy { line[offset + $0] == end[$0] }
    }

    private func hasPart(_ line: [UInt8]) -> Bool {
      guard line.count >= part.count else { return false }
      for offset in 0...(line.count - part.count) where line[offset] == part[0] {
        if part.indices.allSatisfy({ line[offset + $0] == part[$0] }) { return true }
      }
      return false
    }
  }

  private static let signs: [Sign] = [
    Sign(language: "python", weight: 4, start: "def ", end: ":"),
    Sign(language: "python", weight: 4, start: "elif ", end: ":"),
    Sign(language: "python", weight: 3, start: "class ", end: ":"),
    Sign(language: "python", weight: 3, start: "from ", part: " import "),
    Sign(language: "python", weight: 3, start: "async def "),
    Sign(language: "python", weight: 3, start: "except", end: ":"),
    Sign(language: "python", weight: 2, start: "with ", part: " as ", end: ":"),
    Sign(language: "python", weight: 2, start: "for ", part: " in ", end: ":"),
    Sign(language: "python", weight: 2, start: "if ", end: ":"),
    Sign(language: "python", weight: 2, start: "while ", end: ":"),
    Sign(language: "python", weight: 1, start: "print(", end: ")"), Sign(language: "python", weight: 1, part: "self."),
    Sign(language: "python", weight: 2, start: ">>> "), Sign(language: "python", weight: 2, start: "@", part: "pytest"),
    Sign(language: "javascript", weight: 3, start: "const ", part: " = "),
    Sign(language: "javascript", weight: 3, part: "=> {"),
    Sign(language: "javascript", weight: 2, start: "function ", part: "(", end: "{"),
    Sign(language: "javascript", weight: 2, part: "require("),
    Sign(language: "javascript", weight: 2, start: "console."),
    Sign(language: "javascript", weight: 2, start: "import ", part: " from '"),
    Sign(language: "javascript", weight: 2, start: "import ", part: " from \""),
    Sign(language: "javascript", weight: 2, start: "export "),
    Sign(language: "javascript", weight: 2, part: "document."),
    Sign(language: "javascript", weight: 1, start: "let ", end: ";"),
    Sign(language: "javascript", weight: 2, part: "module.exports"),
    Sign(language: "javascript", weight: 1, part: "await "),
    Sign(language: "typescript", weight: 4, start: "interface ", end: "{"),
    Sign(language: "typescript", weight: 5, part: ": string"),
    Sign(language: "typescript", weight: 5, part: ": number"),
    Sign(language: "typescript", weight: 4, start: "type ", part: " = {"),
    Sign(language: "typescript", weight: 4, part: ": Promise<"),
    Sign(language: "swift", weight: 3, start: "func ", part: "->"),
    Sign(language: "swift", weight: 3, start: "import Foundation"),
    Sign(language: "swift", weight: 3, start: "guard ", part: " else"),
    Sign(language: "swift", weight: 3, start: "import SwiftUI"),
    Sign(language: "swift", weight: 3, start: "if let "), Sign(language: "swift", weight: 2, start: "@State"),
    Sign(language: "swift", weight: 2, start: "struct ", part: ": ", end: "{"),
    Sign(language: "kotlin", weight: 4, start: "fun ", part: "("),
    Sign(language: "kotlin", weight: 3, start: "val ", part: " = "),
    Sign(language: "kotlin", weight: 3, start: "data class "),
    Sign(language: "go", weight: 4, start: "package ", end: "main"), Sign(language: "go", weight: 3, part: " := "),
    Sign(language: "go", weight: 3, start: "func (", end: "{"), Sign(language: "go", weight: 3, part: "fmt."),
    Sign(language: "go", weight: 2, start: "func main() {"),
    Sign(language: "go", weight: 3, start: "if err != nil {"),
    Sign(language: "rust", weight: 4, start: "fn ", end: "{"), Sign(language: "rust", weight: 4, start: "pub fn "),
    Sign(language: "rust", weight: 4, start: "let mut "),
    Sign(language: "rust", weight: 3, start: "use ", part: "::", end: ";"),
    Sign(language: "rust", weight: 3, start: "impl "),
    Sign(language: "rust", weight: 3, part: "println!("), Sign(language: "rust", weight: 3, start: "#["),
    Sign(language: "java", weight: 4, start: "public class "), Sign(language: "java", weight: 4, part: "System.out."),
    Sign(language: "java", weight: 3, start: "public static void"),
    Sign(language: "java", weight: 3, start: "import java"),
    Sign(language: "java", weight: 2, start: "private final "), Sign(language: "java", weight: 2, start: "@Override"),
    Sign(language: "csharp", weight: 4, start: "using System"),
    Sign(language: "csharp", weight: 4, part: "Console.Write"),
    Sign(language: "csharp", weight: 3, start: "namespace "), Sign(language: "csharp", weight: 3, part: "{ get; "),
    Sign(language: "c", weight: 4, start: "#include <", end: ".h>"), Sign(language: "c", weight: 3, start: "int main("),
    Sign(language: "c", weight: 2, part: "printf("), Sign(language: "cpp", weight: 6, part: "std::"),
    Sign(language: "cpp", weight: 4, start: "#include <", end: "m>"),
    Sign(language: "cpp", weight: 4, start: "#include <vector>"),
    Sign(language: "cpp", weight: 4, start: "#include <string>"),
    Sign(language: "cpp", weight: 3, start: "using namespace "),
    Sign(language: "cpp", weight: 3, start: "template <"), Sign(language: "cpp", weight: 3, start: "template<"),
    Sign(language: "ruby", weight: 3, start: "require '"), Sign(language: "ruby", weight: 3, end: " do"),
    Sign(language: "ruby", weight: 2, start: "puts "),
    Sign(language: "ruby", weight: 1, start: "end"), Sign(language: "ruby", weight: 2, part: ".each do |"),
    Sign(language: "php", weight: 2, start: "$", part: " = ", end: ";"),
    Sign(language: "php", weight: 2, part: "->", end: ";"),
    Sign(language: "powershell", weight: 3, start: "Get-"), Sign(language: "powershell", weight: 3, start: "Set-"),
    Sign(language: "powershell", weight: 3, start: "New-"),
    Sign(language: "bash", weight: 3, start: "$ "), Sign(language: "bash", weight: 3, start: "if [ "),
    Sign(language: "bash", weight: 3, start: "if [[ "),
    Sign(language: "bash", weight: 2, start: "fi"), Sign(language: "bash", weight: 2, start: "done"),
    Sign(language: "bash", weight: 2, start: "./"),
    Sign(language: "bash", weight: 1, part: " | grep "), Sign(language: "bash", weight: 1, end: " \\"),
    Sign(language: "bash", weight: 2, start: "for ", end: "; do"),
    Sign(language: "html", weight: 2, start: "<div"), Sign(language: "html", weight: 2, start: "<p>"),
    Sign(language: "html", weight: 2, start: "<head"),
    Sign(language: "html", weight: 2, start: "<body"), Sign(language: "html", weight: 2, start: "</div>"),
    Sign(language: "html", weight: 2, start: "<a "),
    Sign(language: "html", weight: 2, start: "<script"), Sign(language: "html", weight: 2, start: "<form"),
    Sign(language: "html", weight: 2, start: "<ul"),
    Sign(language: "css", weight: 2, part: ": ", end: "px;"), Sign(language: "css", weight: 2, start: "color: "),
    Sign(language: "css", weight: 2, start: "@media "),
    Sign(language: "css", weight: 2, start: "display: "), Sign(language: "css", weight: 2, start: "margin"),
    Sign(language: "css", weight: 2, start: "padding"),
    Sign(language: "toml", weight: 3, start: "[[", end: "]]"), Sign(language: "toml", weight: 2, start: "[tool."),
    Sign(language: "toml", weight: 2, start: "[package]"),
    Sign(language: "hcl", weight: 4, start: "resource \"", end: "{"),
    Sign(language: "hcl", weight: 3, start: "variable \"", end: "{"),
    Sign(language: "graphql", weight: 3, start: "query ", end: "{"),
    Sign(language: "graphql", weight: 3, start: "mutation ", end: "{"),
    Sign(language: "diff", weight: 3, start: "@@ "), Sign(language: "diff", weight: 2, start: "+++ "),
    Sign(language: "mermaid", weight: 4, start: "sequenceDiagram"),
    Sign(language: "mermaid", weight: 4, start: "graph TD"), Sign(language: "mermaid", weight: 4, start: "flowchart "),
  ]
}
