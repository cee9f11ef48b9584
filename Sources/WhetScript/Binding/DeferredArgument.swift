/// An argument that is known when the script runs.
struct DeferredArgument: Sendable, Equatable {
  enum Target: Sendable, Equatable {
    /// - called: as messages name it, such as `--limit`.
    case parameter(Parameter, called: String)
    /// A word after `--`, by its place among them.
    case rest(Int)
    /// The file after `>`.
    case redirection
  }

  /// As it was written.
  var value: Value
  var target: Target
}
