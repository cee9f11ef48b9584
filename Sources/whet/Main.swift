import ArgumentParser
import Foundation
import WhetCore
import WhetShell
import WhetTerminal

/// The executable: arguments in, exit status out.
@main
enum Main {
  static func main() async {
    // Closed standard streams are nobody's, or the next file opened would get their numbers and our output.
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 { _ = open("/dev/null", O_RDWR) }
    ProgramSignals.catchClosedPipes()
    ProgramSignals.keepTerminal()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let head = Array(arguments.prefix { $0 != "--" })
    let rest = head.count < arguments.count ? Array(arguments.dropFirst(head.count + 1)) : nil
    do {
      var program = try WhetProgram.parse(head)
      program.handFlagsToCommand()
      if program.version {
        try Streams.standard(colour: .auto).output.write("whet \(ProgramVersion.current)\n")
        return
      }
      let invocation = try Invocation(words: program.words, commands: program.commands, rest: rest)
      exit(await run(invocation, try program.options()))
    } catch let error as WhetError {
      Streams.standard(colour: .auto).fail(error)
      exit(error.exitCode.rawValue)
    } catch {
      // The words of the command line may be anybody's, so that not even they reach a terminal as they are.
      try? Streams.standard(colour: .auto).errors.write(TerminalText(WhetProgram.fullMessage(for: error)).ended)
      exit(WhetProgram.exitCode(for: error).rawValue)
    }
  }

  private static func run(_ invocation: Invocation, _ options: ProgramOptions) async -> Int32 {
    let environment = ShellEnvironment.ofProcess()
    let shell = Shell(
      environment: environment, options: options, streams: .standard(colour: options.colour(in: environment)))
    let program = Program(shell: shell)
    // At the prompt Ctrl-C is the line editor's.
    let isPrompt = invocation == .interactive && isatty(0) == 1
    return await ProgramSignals.cancelling(by: isPrompt ? ProgramSignals.ofPrompt : ProgramSignals.ofScripts) {
      await program.run(invocation).rawValue
    }
  }
}
