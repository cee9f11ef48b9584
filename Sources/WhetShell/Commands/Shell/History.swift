import Foundation
import WhetCore
import WhetScript

/// `history`: the lines of earlier prompts.
struct History: ShellCommand {
  let specification = CommandSpecification(
    path: ["history"], summary: "Show the lines typed at the prompt",
    parameters: [.option("last", .integer, bounds: 1...1_000_000, defaultText: "20", "how many")], effect: .reads,
    examples: [.init("history --last 50", "shows the last fifty lines")], shape: .list(.text))

  func run(_ call: CommandCall) async throws -> CommandResult {
    let data = (try? Data(contentsOf: call.shell.environment.historyFile)) ?? Data()
    let lines = data.split(separator: UInt8(ascii: "\n")).suffix(call.integer("last") ?? 20).map(Self.entry)
    return CommandResult(
      .array(lines.map { .string($0) }),
      as: .text(lines.isEmpty ? "no history" : lines.joined(separator: "\n")))
  }

  /// One entry of the file, in which `\n` stands for a line end and `\\` for a backslash.
  static func entry(_ line: Data) -> String {
    var text = ""
    var isEscaped = false
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
