/// The variables and functions of a whole program; at the prompt they outlive an entry.
struct GlobalScope: Sendable {
  struct Variable: Sendable {
    var slot: Int
    var place: Place
    var kinds: ValueKinds
    var isUsed = false
    var isExempt = false
  }

  var variables: [String: Variable] = [:]
  /// Indices into `Code.functions`.
  var functions: [String: Int] = [:]
}
