/// A function while it is translated: its instructions, and the names that can be seen.
struct FunctionBuilder {
  struct Variable {
    var slot: Int
    var span: Span
    /// What its value can be.
    var kinds: ValueKinds
    var isUsed = false
    /// Whether nobody is told that it is not used.
    var isExempt: Bool
  }

  /// A loop that `break` and `continue` can stand in.
  struct Loop {
    var start: Int
    var exits: [Int] = []
    /// How many handlers and tests are open around it.
    var guards: Int
  }

  /// What has to be closed when control leaves through `break`, `continue` or `return`.
  enum Guard { case handler, test }

  var function: Code.Function
  /// Whether it is the text itself rather than a `def`.
  var isMain: Bool
  /// From the outermost block to the innermost.
  var scopes: [[String: Variable]] = [[:]]
  var loops: [Loop] = []
  var guards: [Guard] = []
  private var nextSlot = 0

  init(_ function: Code.Function, isMain: Bool) {
    self.function = function
    self.isMain = isMain
  }

  /// Whether variables made here are the whole program's.
  var isTopLevel: Bool { isMain && scopes.count == 1 }

  /// Where the next instruction will stand.
  var position: Int { function.instructions.count }

  mutating func emit(_ instruction: Instruction, at place: Place) {
    function.instructions.append(instruction)
    function.places.append(place)
  }

  /// Adds a jump whose target `patch` fills in.
  mutating func emitJump(_ jump: (Int32) -> Instruction, at place: Place) -> Int {
    emit(jump(0), at: place)
    return position - 1
  }

  /// Lets the jump at an index lead to the next instruction.
  mutating func patch(_ index: Int) {
    let target = Int32(position)
    function.instructions[index] =
      switch function.instructions[index] {
      case .jump: .jump(target)
      case .jumpUnless: .jumpUnless(target)
      case .decideAnd: .decideAnd(target)
      case .decideOr: .decideOr(target)
      case .skipDefault(let parameter, _): .skipDefault(parameter: parameter, target)
      case .nextElement(let slot, _): .nextElement(slot: slot, exit: target)
      case .pushHandler: .pushHandler(target)
      case .look(let slot, let pause, _): .look(slot: slot, pause: pause, target)
      case .beginTest: .beginTest(end: target)
      case let other: other
      }
  }

  /// Takes places for values that stand side by side until their block ends.
  mutating func reserve(_ count: Int) -> Int {
    defer { nextSlot += count }
    function.slotCount = max(function.slotCount, nextSlot + count)
    return nextSlot
  }

  mutating func declare(_ name: String, _ variable: Variable) { scopes[scopes.count - 1][name] = variable }

  /// The variable of that name in the innermost block that has one.
  mutating func use(_ name: String, isRead: Bool) -> Variable? {
    for index in scopes.indices.reversed() {
      guard let variable = scopes[index][name] else { continue }
      if isRead { scopes[index][name]?.isUsed = true }
      return variable
    }
    return nil
  }

  /// All names that can be seen, for suggestions.
  var visibleNames: [String] { scopes.flatMap(\.keys).sorted() }

  /// Opens a block; gives what closes it again.
  mutating func openScope() -> Int {
    scopes.append([:])
    return nextSlot
  }

  /// Closes the innermost block and gives its variables.
  mutating func closeScope(_ slot: Int) -> [(name: String, variable: Variable)] {
    nextSlot = slot
    return (scopes.popLast() ?? [:]).map { ($0.key, $0.value) }.sorted { $0.1.span.start < $1.1.span.start }
  }
}
