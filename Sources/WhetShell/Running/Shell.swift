import LineEditing
import Synchronization
import WhetCore
import WhetTerminal

/// What all commands of one program run share: services, streams, and what the user chose.
public final class Shell: Sendable {
  public let environment: ShellEnvironment
  public let options: ProgramOptions
  public let streams: Streams
  public let registry: CommandRegistry
  let services: Services
  /// Told of a defect of the program itself, such as a value that is not as its command declares it.
  let onDefect: @Sendable (String) -> Void
  private let state: Mutex<State>

  private struct State {
    var agent: AgentName?
    var output: OutputFormat
    var showsTime = false
    var prompt: PromptDesk?
    var isEnding = false
    var ask: (@Sendable (String) async -> Bool)?
  }

  /// - Parameter onDefect: told of defects that only debug builds look for.
  public init(
    environment: ShellEnvironment, options: ProgramOptions, streams: Streams, registry: CommandRegistry = .standard,
    onDefect: @escaping @Sendable (String) -> Void = { assertionFailure($0) }
  ) {
    self.environment = environment
    self.options = options
    self.streams = streams
    self.registry = registry
    self.onDefect = onDefect
    services = Services(environment: environment, options: options)
    state = Mutex(State(output: options.output))
  }

  /// The agent chosen with `agent use`, which commands take when none is named.
  var chosenAgent: AgentName? { state.withLock(\.agent) }

  func choose(_ agent: AgentName?) { state.withLock { $0.agent = agent } }

  /// How results are written from now on: as `output` said last, at first as `--output` did.
  var output: OutputFormat { state.withLock(\.output) }

  /// Whether `--output` has promised one format to whoever reads the output of scripts.
  var isOutputFixed: Bool { prompt == nil && options.output != .table }

  func write(in format: OutputFormat) { state.withLock { $0.output = format } }

  /// Whether the prompt tells how long each command took.
  var showsTime: Bool { state.withLock(\.showsTime) }

  func showTime(_ isOn: Bool) { state.withLock { $0.showsTime = isOn } }

  /// What the prompt and its commands tell each other; `nil` in scripts.
  var prompt: PromptDesk? { state.withLock(\.prompt) }

  func setPrompt(_ prompt: PromptDesk?) { state.withLock { $0.prompt = prompt } }

  /// Says that another program has the terminal, and with it Ctrl-C, or that it is back.
  func lendTerminal(_ isLent: Bool) {
    prompt?.lendTerminal(isLent)
    ProgramSignals.isTerminalLent.store(isLent, ordering: .sequentiallyConsistent)
  }

  /// Whether `exit` was given.
  var isEnding: Bool { state.withLock(\.isEnding) }

  func end() { state.withLock { $0.isEnding = true } }

  /// Says how questions are put; without it they go to the terminal as they are.
  func setAsker(_ ask: (@Sendable (String) async -> Bool)?) { state.withLock { $0.ask = ask } }

  /// Writes a note for the user to standard error.
  func note(_ message: String) { writeError(errorText.note(TerminalText(message))) }

  /// Writes a warning to standard error.
  func warn(_ message: String) { writeError(errorText.warning(TerminalText(message))) }

  /// Writes an error to standard error.
  func report(_ error: WhetError) { writeError(errorText.text(of: error)) }

  /// Writes prepared lines to standard error; a closed one is nobody's loss.
  func writeError(_ text: TerminalText) { try? streams.errors.write(text) }

  /// Ends the services; call it before the program exits.
  public func close() async {
    do {
      try await services.stop()
    } catch {
      report(.wrapping(error))
    }
  }

  /// Asks a person to confirm what cannot easily be undone.
  ///
  /// - Parameter isAnswered: the user said `--yes` already.
  /// - Throws: `confirmation.needed` where nobody can be asked, `confirmation.denied` for a no.
  func confirm(_ question: String, isAnswered: Bool) async throws(WhetError) {
    if isAnswered || options.answersYes { return }
    let asker = state.withLock(\.ask) ?? (environment.canAsk ? askOnTerminal : nil)
    guard let asker else {
      throw WhetError(
        .confirmationNeeded, question, advice: "there is no terminal to ask on: say '--yes' to go on", exitCode: .usage)
    }
    guard await asker(question) else { throw WhetError(.confirmationDenied, "not done") }
  }

  var errorText: ErrorText { ErrorText(painter: streams.errors.painter) }

  private var askOnTerminal: @Sendable (String) async -> Bool {
    { question in
      self.writeError(TerminalText(line: question) + " [y/N] ")
      // A terminal's line ends the reading, and so does the cancelled task.
      guard case .line(let answer)? = try? await PlainEditor().readLine(prompt: .empty) else { return false }
      return Self.isYes(answer)
    }
  }

  /// Whether an answer means yes.
  static func isYes(_ answer: String) -> Bool { ["y", "yes"].contains(answer.lowercased()) }
}

extension WhetError.Code {
  static let confirmationNeeded = Self(rawValue: "confirmation.needed")
  static let confirmationDenied = Self(rawValue: "confirmation.denied")
}
