/// One step of the machine; operands are indices into the tables of `Code` and places in a function.
///
/// Values are taken from the top of the stack and results left there. An instruction has no references, so that reading
/// one costs nothing.
enum Instruction: Hashable, Sendable {
  // Values.
  case constant(Int32)
  case pop
  case loadLocal(Int32)
  case storeLocal(Int32)
  case loadGlobal(Int32)
  case storeGlobal(Int32)
  /// `variable = $variable + top`, in place where possible.
  case addToLocal(Int32)
  case addToGlobal(Int32)
  case makeList(count: Int32)
  /// A record with the names of a shape.
  case makeRecord(shape: Int32)
  /// Joins the topmost values to a text.
  case interpolate(count: Int32)
  /// The content of the file whose path is on top.
  case readFile
  case field(name: Int32)
  case element
  // Operators.
  case binary(BinaryOperator)
  case negate
  case not
  // Jumps; targets are indices of instructions.
  case jump(Int32)
  /// Takes a condition; goes on if it is true.
  case jumpUnless(Int32)
  /// The left operand of `and` and `or`: stays and jumps if it decides, else is taken.
  case decideAnd(Int32)
  case decideOr(Int32)
  /// The right operand of `and` and `or`.
  case requireCondition
  // Functions.
  case call(Int32)
  case callBuiltin(Int32, count: Int32)
  /// Jumps over a parameter's default if the call gave the parameter.
  case skipDefault(parameter: Int32, Int32)
  case `return`
  // Loops: the list in `slot`, the next index in `slot + 1`, the variable in `slot + 2`.
  case beginLoop(slot: Int32)
  case nextElement(slot: Int32, exit: Int32)
  // Failures.
  case pushHandler(Int32)
  case popHandler
  /// Counts a failed run of `retry` in a slot; fails for good after the last.
  case countRetry(slot: Int32, limit: Int32)
  case sleep(constant: Int32)
  /// Keeps the time until which `wait` looks in a slot.
  case beginWait(slot: Int32, limit: Int32)
  /// Takes the condition of `wait`: jumps if it holds, fails after the time, else sleeps.
  case look(slot: Int32, pause: Int32, Int32)
  // The world.
  case command(Int32)
  case echo(count: Int32)
  /// Takes a condition or the two sides of a comparison; goes on behind the expectation if it holds.
  case expect(Int32)
  /// Takes the message of an expectation that did not hold, and fails.
  case failExpectation(Int32)
  case beginTest(end: Int32)
  case endTest
  /// Shows a variable's new value to whoever follows the script.
  case trace(Int32)
}
