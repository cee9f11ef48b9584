import Testing

@testable import WhetScript

/// The examples that the built-in functions are declared with.
@Suite(.timeLimit(.minutes(1))) struct BuiltinExampleTests {
  @Test(arguments: Builtins.all.map(\.name)) func `every function has an example`(_ name: String) throws {
    let builtin = try #require(Builtins.all.first { $0.name == name })
    #expect(!builtin.examples.isEmpty)
    #expect(builtin.examples.allSatisfy { $0.call.contains("\(name)(") })
  }

  @Test(arguments: Builtins.all.flatMap { $0.examples.map { [$0.call, $0.result] } })
  func `an example gives what it says`(_ example: [String]) {
    #expect(value(of: "(\(example[0])) == (\(example[1]))") == "true")
    #expect(value(of: example[0]) == value(of: example[1]))
  }
}
