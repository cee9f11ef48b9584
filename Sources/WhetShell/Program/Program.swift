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
      return await PromptLoop(shell: shell).run()
    case .commands(let texts):
      let sources = texts.enumerated().map { index, text in
        SourceText(name: texts.count > 1 ? "-c \(index + 1)" : "-c", text: text)
      }
      return await runner.run(sources, isArray: texts.count > 1)
    case .scripts(let paths): return await runFiles(paths, runner)
    case .command(let words): return await runner.run(words: words)
    }
  }

  private func runInput(_ runner: ScriptRunner) async -> ExitCode {
    do throws(WhetError) {
      let bytes = try InputFile.bytes(shell.environment.currentFolder, name: "-", limit: Self.scriptLimit)
      return await runner.run([SourceText(name: "<stdin>", bytes: Array(bytes))], isArray: true)
    } catch {
      shell.report(error)
      return error.exitCode
    }
  }

  private func runFiles(_ paths: [String], _ runner: ScriptRunner) async -> ExitCode {
    do throws(WhetError) {
      var sources: [SourceText] = []
      for path in paths {
        let bytes = try InputFile.bytes(shell.environment.url(path), name: path, limit: Self.scriptLimit)
        sources.append(SourceText(name: path, bytes: Array(bytes)))
      }
      return await runner.run(sources, isArray: true)
    } catch {
      shell.report(error)
      return error.exitCode
    }
  }

  /// The most bytes of a script.
  private static let scriptLimit = 16 << 20
}
