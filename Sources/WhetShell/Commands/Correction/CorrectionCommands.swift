import WhetCore
import WhetScript

/// The commands on corrections.
enum CorrectionCommands {
  static let all: [any ShellCommand] = [
    CorrectionAdd(), CorrectionImport(), CorrectionList(), CorrectionShow(), CorrectionEdit(), CorrectionRemove(),
    CorrectionExport(),
  ]

  /// The flags that give the fields of a correction, for adding and editing.
  static let fields: [Parameter] = [
    .option("task", .text, "what the agent was asked"),
    .option("original", .text, "what the agent answered; @FILE reads a file"),
    .option("corrected", .text, "what it should have answered; @FILE reads a file"),
    .option("feedback", .text, "what was wrong, in words"),
    .option(
      "verify", .value, "a program that decides: ['python3', 'check.py', '{response}'] or {run: [...], files: {...}}"),
    .option("context", .value, "what the agent knew besides the task: text, or {name: text}"),
    .option("language", .text, "such as python"),
    .option("format", .choice(ResponseFormat.allCases.map(\.rawValue)), "the kind of text")
      .explaining(ResponseFormat.meanings),
    .option("type", .choice(CorrectionType.allCases.map(\.rawValue)), "what was wrong")
      .explaining(CorrectionType.meanings),
    .option("severity", .choice(Severity.allCases.map(\.rawValue)), "how much it mattered")
      .explaining(Severity.meanings),
    .flag("pinned", "this case must never get worse"),
    .option("source", .text, "where the correction came from"),
  ]
}
