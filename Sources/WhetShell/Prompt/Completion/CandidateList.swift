import WhetScript

/// A name that may be meant, as it is; quoting it is the language's affair.
struct Candidate: Sendable, Equatable {
  var name: String
  /// From outside perhaps, of any length.
  var summary: String?
  /// What follows it when it is the only one.
  var suffix: String

  init(_ name: String, _ summary: String? = nil, suffix: String = " ") {
    self.name = name
    self.summary = summary
    self.suffix = suffix
  }
}

/// Names that go on from what was typed.
struct CandidateList: Sendable, Equatable {
  var candidates: [Candidate] = []
  /// Whether there are more.
  var isCut = false

  init() {}

  /// The names that go on from a text; in other capitals only if none does so as it is.
  init(_ all: [Candidate], startingWith typed: String, limit: Int = CompletionSource.limit) {
    let exact = all.filter { WhetScript.Completion.matches($0.name, typed, ignoringCase: false) }
    self.init(
      exact.isEmpty ? all.filter { WhetScript.Completion.matches($0.name, typed, ignoringCase: true) } : exact,
      limit: limit)
  }

  /// The first of some names.
  init(_ all: [Candidate], limit: Int = CompletionSource.limit) {
    candidates = Array(all.prefix(limit))
    isCut = all.count > limit
  }
}
