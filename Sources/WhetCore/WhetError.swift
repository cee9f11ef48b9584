/// What went wrong, where, and what to do next, with a code that stays the same between versions.
public struct WhetError: Error, Sendable, Equatable {
  /// A stable, dotted name such as `correction.invalid`; scripts may match on it.
  public struct Code: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
  }

  public var code: Code
  /// One sentence without a final full stop; text from outside is quoted and cut.
  public var message: String
  /// The place in a file, if the fault is in one.
  public var location: SourceLocation?
  /// What the user can do next.
  public var advice: String?
  /// The exit status of a program that ends because of this error.
  public var exitCode: ExitCode
  /// Further faults found together with this one, such as the other bad lines of a script.
  public var others: [WhetError]

  public init(
    _ code: Code, _ message: String, at location: SourceLocation? = nil, advice: String? = nil,
    exitCode: ExitCode = .failure, others: [WhetError] = []
  ) {
    self.code = code
    self.message = message
    self.location = location
    self.advice = advice
    self.exitCode = exitCode
    self.others = others
  }
}

extension WhetError: CustomStringConvertible {
  /// `file:line:column: message (code)`, with the advice on a line of its own.
  public var description: String {
    let place = location.map { "\($0): " } ?? ""
    let next = advice.map { "\n  \($0)" } ?? ""
    return "\(place)\(message) [\(code)]\(next)"
  }
}

extension WhetError.Code {
  /// A text cannot be an id.
  public static let identifierInvalid = Self(rawValue: "identifier.invalid")
  /// A text cannot be an agent's name.
  public static let agentNameInvalid = Self(rawValue: "agent.name-invalid")
  /// A correction lacks something or has a value it cannot have.
  public static let correctionInvalid = Self(rawValue: "correction.invalid")
  public static let textInvalid = Self(rawValue: "text.invalid")
  /// Nothing has that name or id.
  public static let notFound = Self(rawValue: "not-found")
  /// Several ids begin with the text.
  public static let ambiguous = Self(rawValue: "ambiguous")
  /// The program was called in a way it does not understand.
  public static let usage = Self(rawValue: "usage")
  /// A file cannot be read.
  public static let fileUnreadable = Self(rawValue: "file.unreadable")
  /// A file cannot be written.
  public static let fileUnwritable = Self(rawValue: "file.unwritable")
  /// The task was cancelled, by Ctrl-C or a signal.
  public static let interrupted = Self(rawValue: "interrupted")
}

extension WhetError {
  /// A cancelled task, where nothing but this type of error can be thrown.
  public static var cancelled: WhetError { WhetError(.interrupted, "interrupted", exitCode: .interrupted) }

  /// - Throws: `cancelled` in a task that is.
  public static func throwIfCancelled() throws(WhetError) { if Task.isCancelled { throw .cancelled } }
}

/// A place in a text: lines and columns count from 1, columns in characters.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
  /// The file's name as the user gave it.
  public var file: String
  /// From 1; `nil` for the file as a whole.
  public var line: Int?
  /// In characters, from 1; `nil` for the line as a whole.
  public var column: Int?

  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}

/// The exit status of the program.
public enum ExitCode: Int32, Sendable, Codable {
  case success = 0
  /// A command failed, or only part of a batch succeeded.
  case failure = 1
  /// A script does not parse or analyse.
  case script = 2
  /// An expectation failed, or a deployment was refused.
  case refused = 3
  /// A service such as a model or a database could not be reached.
  case unavailable = 4
  case usage = 64
  case interrupted = 130
  case closedPipe = 141
}
