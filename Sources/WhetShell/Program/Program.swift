import Foundation
import LineEditing
public import WhetCore
import WhetScript

/// Runs the program: from what the command line asked for to an exit status.
public struct Program: Sendable {
  private let shell: Shell

  public init(shell: Shell) {
    self.shell = shell
  }

  /// Does what was asked, and ends the services.
  public func run(_ invocation: Invocation) async -> ExitCode {
    let exitCode = await perform(invocation)
    await shell.close()
    return exitCode
  }

  private func perform(_ invocation: Invocation) async -> ExitCode {
    let runner = ScriptRunner(shell: shell)
    switch invocation {
    case .interactive:
      guard isatty(0) == 1 else { return await runInput(runner) }
      if let fault = shell.options.unfitForPrompt {
        shell.report(fault)
        return fault.exitCode
      }
      return await PromptLoop(shell: shell).run()
    case .commands(let texts):
      let inputs = texts.enumerated().map { index, text in
        ScriptInput(SourceText(name: texts.count > 1 ? "-c \(index + 1)" : "-c", text: text))
      }
      return await runner.run(inputs, isShared: true, isArray: texts.count > 1)
    case .scripts(let paths, let arguments): return await runFiles(paths, arguments, runner)
    case .command(let words): return await runner.run(words: words)
    }
  }

  private func runInput(_ runner: ScriptRunner) async -> ExitCode {
    do throws(WhetError) {
      let bytes = try InputFile.bytes(shell.environment.currentFolder, name: "-", limit: InputFile.scriptLimit)
      let input = ScriptInput(SourceText(name: "<stdin>", bytes: Array(bytes)))
      return await runner.run([input], isShared: false, isArray: true)
    } catch {
      shell.report(error)
      return error.exitCode
    }
  }

  private func runFiles(_ paths: [String], _ arguments: [String], _ runner: ScriptRunner) async -> ExitCode {
    do throws(WhetError) {
      var inputs: [ScriptInput] = []
      for path in paths {
        let bytes = try InputFile.bytes(shell.environment.url(path), name: path, limit: InputFile.scriptLimit)
        inputs.append(ScriptInput(file: SourceText(name: path, bytes: Array(bytes))))
      }
      return await runner.run(inputs, isShared: false, isArray: true, arguments: arguments)
    } catch {
      shell.report(error)
      return error.exitCode
    }
  }
}
