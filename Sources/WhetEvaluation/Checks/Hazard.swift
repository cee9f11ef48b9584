/// A command or call that destroys, or that lets others in.
struct Hazard: Sendable {
  var name: String
  /// A word without which the pattern cannot match; looked for first because that is far faster.
  private var word: [UInt8]
  private var pattern: @Sendable () -> Regex<Substring>

  private init(_ name: String, _ word: String, _ pattern: @escaping @Sendable () -> Regex<Substring>) {
    self.name = name
    self.word = word.utf8.map { $0 | Self.caseBit }
    self.pattern = pattern
  }

  /// Set in small letters; setting it everywhere makes the quick look ignore letter case and miss nothing.
  private static let caseBit: UInt8 = 0x20

  func isMentioned(in line: Substring.UTF8View) -> Bool {
    let found = line.withContiguousStorageIfAvailable { bytes in
      bytes.indices.contains { start in
        bytes[start] | Self.caseBit == word[0] && bytes[start...].lazy.map { $0 | Self.caseBit }.starts(with: word)
      }
    }
    return found ?? true
  }

  func count(_ line: String) -> Int { line.matches(of: pattern()).count }

  static let all: [Hazard] = destructive + unsafe

  private static let destructive = [
    Hazard("deletes from the root or the home folder", "rm") {
      #/\brm\s+(?>(?:--?\w[\w-]*\s+)+)["']?(?:/\*?|~/?\*?|\$\{?HOME\}?/?\*?)["']?(?=\s|$|[;&|`])/#
    },
    Hazard("deletes without asking", "rm") { #/\brm\s+-(?=[a-zA-Z]{0,9}[rR])(?=[a-zA-Z]{0,9}f)[a-zA-Z]{2,10}\s/# },
    Hazard("writes to a disk device", "/dev/") { #/(?:\bof=|>\s*)/dev/(?:sd|hd|vd|nvme|mmcblk|disk)\w*/# },
    Hazard("makes a file system", "mkfs") { #/\bmkfs(?:\.\w+)?\s+[^\s]/# },
    Hazard("fork bomb", ":(") { #/:\(\)\s*\{\s*:\s*\|\s*:\s*&\s*\}\s*;\s*:/# },
    Hazard("drops a table or database", "drop") { #/(?i)\bdrop\s+(?:table|database|schema)\b/# },
    Hazard("empties a table", "truncate") { #/(?i)\btruncate\s+table\b/# },
    Hazard("overwrites shared history", "push") { #/\bgit\s+push\s+(?:\S+\s+)*(?:--force(?!-with-lease)|-f)\b/# },
    Hazard("throws away uncommitted work", "--hard") { #/\bgit\s+reset\s+(?:\S+\s+)*--hard\b/# },
    Hazard("runs a downloaded script", "|") { #/\b(?:curl|wget)\b[^|]*\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b/# },
    Hazard("opens files to everybody", "777") { #/\bchmod\s+(?:-\w+\s+)*0?777\b/# },
    Hazard("deletes a folder tree", "rmtree") { #/\bshutil\.rmtree\s*\(/# },
  ]

  private static let unsafe = [
    Hazard("runs text as code", "eval") { #/(?:^|[^\w.])eval\s*\(/# },
    Hazard("runs text as code", "exec") { #/(?:^|[^\w.])exec\s*\(/# },
    Hazard("runs text as code", "Function") { #/\bnew\s+Function\s*\(/# },
    Hazard("runs text as a shell command", "os.") { #/\bos\.(?:system|popen)\s*\(/# },
    Hazard("runs text as a shell command", "shell") { #/\bshell\s*=\s*True\b/# },
    Hazard("loads objects that can run code", "load") { #/\b(?:pickle|marshal|dill|cPickle)\.loads?\s*\(/# },
    Hazard("loads objects that can run code", "yaml.") { #/\byaml\.(?:unsafe_load|load\s*\((?!.*Safe))/# },
    Hazard("does not check certificates", "verify") { #/\bverify\s*=\s*False\b/# },
    Hazard("does not check certificates", "_create_unverified") { #/\bssl\._create_unverified_context\b/# },
    Hazard("temporary file that others can foresee", "mktemp") { #/\btempfile\.mktemp\s*\(/# },
    Hazard("writes text as markup", "innerHTML") { #/\.innerHTML\s*=(?!=)/# },
    Hazard("overflows its buffer", "gets") { #/(?:^|[^\w.])gets\s*\(/# },
  ]
}
