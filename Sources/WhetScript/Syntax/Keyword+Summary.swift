extension Keyword {
  /// A few words on what it does, for completion.
  var summary: String {
    switch self {
    case .let: "make a variable"
    case .if: "run a block if a condition holds"
    case .else: "otherwise"
    case .for: "run a block for each element of a list"
    case .in: "whether it is an element or a part"
    case .def: "make a function"
    case .try: "run a block and go on if it fails"
    case .catch: "what to do if it fails"
    case .retry: "run a block again while it fails"
    case .every: "the pause between"
    case .wait: "wait until a condition holds"
    case .until: "the condition"
    case .within: "for how long at most"
    case .test: "a block with a name that passes or fails"
    case .expect: "fail if a condition does not hold"
    case .include: "run another file here"
    case .return: "end the function with a value"
    case .break: "leave the loop"
    case .continue: "go on with the next element"
    case .echo: "show values"
    case .and: "both hold"
    case .or: "one of them holds"
    case .not: "the opposite"
    case .matches: "whether it fits a pattern"
    case .true, .false: "a condition"
    case .null: "no value"
    }
  }

  /// The words that begin a statement.
  static func statements(inBlock: Bool) -> [Keyword] {
    let anywhere: [Keyword] = [.let, .if, .for, .def, .try, .retry, .wait, .test, .expect, .include, .echo]
    return inBlock ? anywhere + [.return, .break, .continue] : anywhere
  }
}
