/// One way to complete what stands before the cursor.
public struct Completion: Sendable, Equatable {
  /// Text that replaces the typed part, quoted as the language needs it.
  public var text: String
  /// A few words shown beside it in the list.
  public var summary: String?
  /// What follows when it is the only candidate: a space unless told; empty after a folder's `/`, for instance.
  public var suffix: String

  /// A candidate.
  public init(_ text: String, summary: String? = nil, suffix: String = " ") {
    self.text = text
    self.summary = summary
    self.suffix = suffix
  }
}

/// The candidates at one place of a line.
public struct CompletionResult: Sendable, Equatable {
  /// Where the part to be replaced starts, in UTF-8 bytes from the start of the line; it ends at the cursor.
  /// Values outside `0...cursor`, or inside a character, give no completion.
  public var start: Int
  /// The candidates, in the order to show.
  public var candidates: [Completion]
  /// Whether there are more than these, so that what they have in common says nothing and is not inserted.
  public var isCut: Bool

  /// Candidates for the part from `start` to the cursor.
  public init(from start: Int, _ candidates: [Completion], isCut: Bool = false) {
    self.start = start
    self.candidates = candidates
    self.isCut = isCut
  }
}

/// Finds candidates for a line and a cursor, given in UTF-8 bytes from the start of the line.
///
/// It is called on the editor's own thread while the user waits for the Tab key: it must answer in a few
/// milliseconds and not wait for other tasks.
public typealias Completer = @Sendable (_ line: String, _ cursor: Int) -> CompletionResult
