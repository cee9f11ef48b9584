public import WhetCore

/// What a command line asks the program to do.
public enum Invocation: Sendable, Equatable {
  /// The prompt on a terminal, else commands from standard input.
  case interactive
  /// The texts of `-c`, in order.
  case commands([String])
  /// Script files, in order, and what stood after `--`.
  case scripts([String], arguments: [String] = [])
  /// The words of one command, which the system's shell has split.
  case command([String])

  /// Sorts the words that are not the program's flags.
  ///
  /// - Parameters:
  ///   - words: what stood before the first `--`, in order.
  ///   - commands: the texts of `-c`.
  ///   - rest: what stood after the first `--`; `nil` without one.
  /// - Throws: `WhetError` with code `usage` (exit 64).
  public init(words: [String], commands: [String], rest: [String]?) throws(WhetError) {
    guard commands.isEmpty else {
      if let flag = words.first(where: { $0.hasPrefix("-") }) { throw Self.unknownFlag(flag) }
      if let extra = words.first ?? rest?.first {
        throw Self.usage("'\(extra.prefix(60))' stands beside '-c'", "put the whole command into the text after '-c'")
      }
      self = .commands(commands)
      return
    }
    guard let first = words.first else {
      if let rest, !rest.isEmpty { throw Self.usage("nothing stands before '--'", "name a script or a command") }
      self = .interactive
      return
    }
    if let flag = words.first(where: { $0.hasPrefix("-") }), first == flag {
      guard flag == "--help" || flag == "-h" else { throw Self.unknownFlag(flag) }
      self = .command(["help"] + words.dropFirst())
      return
    }
    guard Self.isScript(first) else {
      self = .command(words + (rest.map { ["--"] + $0 } ?? []))
      return
    }
    if let other = words.first(where: { !Self.isScript($0) }) {
      throw Self.usage(
        "'\(other.prefix(60))' is not a script",
        "a script's path has a '/' or ends in '.whet'; its arguments follow '--'")
    }
    self = .scripts(words, arguments: rest ?? [])
  }

  /// Whether a word is a script's path rather than a command's first word.
  static func isScript(_ word: String) -> Bool {
    !word.hasPrefix("-") && (word.contains("/") || word.hasSuffix(".whet"))
  }

  private static func unknownFlag(_ flag: String) -> WhetError {
    usage("there is no flag '\(flag.prefix(60))'", "'whet help' lists the commands and the program's flags")
  }

  private static func usage(_ message: String, _ advice: String) -> WhetError {
    WhetError(.usage, message, advice: advice, exitCode: .usage)
  }
}
