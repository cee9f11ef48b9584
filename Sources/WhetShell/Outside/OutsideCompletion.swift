import LineEditing
import WhetCore
import WhetScript
import WhetTraining

/// What may stand at the end of a half-typed command line of the system's shell.
///
/// The words become a line of the language, and the prompt's own completion answers; what it gives becomes plain words
/// again, which the system's shell quotes in its own way.
struct OutsideCompletion {
  struct Candidate: Sendable, Equatable {
    /// The whole word, without quotes.
    var text: String
    var summary: String?
  }

  private let shell: Shell
  private let source: CompletionSource

  init(shell: Shell) {
    self.shell = shell
    source = CompletionSource(shell: shell, memory: PromptMemory(table: shell.registry.table))
  }

  /// Candidates that begin with the line's last word.
  func candidates(for line: ShellWords) -> [Candidate] {
    let head = line.words.prefix { $0 != "--" }
    if let flag = head.last.flatMap(Self.valueFlag) { return unique(values(of: flag, typed: line.last), line.last) }
    if line.words.last == "-c" { return [] }
    let command = Self.withoutProgramFlags(line.words)
    var found = candidates(words: command, last: line.last)
    if head.count == line.words.count, line.last.hasPrefix("-") { found += flags(line.last) }
    if command.isEmpty, !line.last.hasPrefix("-") { found += scripts(line.last) }
    return unique(found, line.last)
  }

  /// A flag of the program that takes the next word.
  private static func valueFlag(_ word: String) -> Parameter? {
    ProgramFlags.all.first { "--\($0.name)" == word && $0.kind != .flag }
  }

  private static func withoutProgramFlags(_ words: [String]) -> [String] {
    var kept: [String] = []
    var isValue = false
    for (index, word) in words.enumerated() {
      if word == "--" { return kept + words[index...] }
      if isValue {
        isValue = false
      } else if valueFlag(word) != nil || word == "-c" {
        isValue = true
      } else if !ProgramFlags.all.contains(where: { word == "--\($0.name)" || word.hasPrefix("--\($0.name)=") }) {
        kept.append(word)
      }
    }
    return kept
  }

  private func candidates(words: [String], last: String) -> [Candidate] {
    let before = words.map { Self.written($0) + " " }.joined()
    let line = before + (last.isEmpty ? "" : Self.written(last))
    let found = source.completions(line: line, cursor: line.utf8.count)
    let kept = line.utf8.prefix(max(found.start, before.utf8.count)).dropFirst(before.utf8.count)
    return found.candidates.compactMap { candidate in
      Self.plain(String(decoding: kept, as: UTF8.self) + candidate.text).map {
        Candidate(text: $0, summary: candidate.summary.map { "\($0)" })
      }
    }
  }

  private func flags(_ typed: String) -> [Candidate] {
    if let sign = typed.firstIndex(of: "="), let flag = Self.valueFlag(String(typed[..<sign])) {
      let head = String(typed[...sign])
      return values(of: flag, typed: String(typed[typed.index(after: sign)...])).map {
        Candidate(text: head + $0.text, summary: $0.summary)
      }
    }
    return ProgramFlags.all.map { Candidate(text: "--\($0.name)", summary: $0.summary) }
  }

  private func values(of flag: Parameter, typed: String) -> [Candidate] {
    switch flag.kind {
    case .choice(let choices): choices.map { Candidate(text: $0) }
    case .file: files(typed)
    case .folder: files(typed).filter { $0.text.hasSuffix("/") }
    default: Settings.Key.allCases.map { Candidate(text: $0.rawValue + "=", summary: $0.summary) }
    }
  }

  private func scripts(_ typed: String) -> [Candidate] {
    files(typed).filter { $0.text.hasSuffix("/") || $0.text.hasSuffix(".whet") }
  }

  /// Files, as a command that takes one completes them.
  private func files(_ typed: String) -> [Candidate] { candidates(words: ["format"], last: typed) }

  private func unique(_ candidates: [Candidate], _ typed: String) -> [Candidate] {
    var seen: Set<String> = []
    return candidates.filter {
      $0.text.hasPrefix(typed) && !$0.text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        && seen.insert($0.text).inserted
    }
  }
}

extension OutsideCompletion {
  /// A word of the system's shell as the language writes it.
  static func written(_ word: String) -> String {
    if word == "--" || word == "-" { return word }
    if word.hasPrefix("--") {
      guard let sign = word.firstIndex(of: "=") else { return word }
      return String(word[...sign]) + written(String(word[word.index(after: sign)...]))
    }
    if word.isEmpty { return "" }
    return word.hasPrefix("@")
      ? "@" + (word.count > 1 ? ScriptFormatter.literal(for: String(word.dropFirst())) : "")
      : ScriptFormatter.literal(for: word)
  }

  /// A word of the language without its quotes; `nil` for what is no plain word.
  static func plain(_ written: String) -> String? {
    guard case .command(let command) = Parser.parse("x " + written, name: "").statements.first else { return nil }
    if let passThrough = command.passThrough { return passThrough.values.isEmpty ? "--" : nil }
    guard command.items.count == 2 else { return nil }
    switch command.items[1] {
    case .flag(let flag):
      return "--" + flag.name + (flag.hasEqualsSign ? "=" + (flag.value.flatMap(text) ?? "") : "")
    case .value(let value): return text(of: value)
    }
  }

  private static func text(of value: Value) -> String? {
    if case .file(let path) = value.kind { return "@" + path.text }
    return value.text
  }
}
