public import WhetCore

/// Every kind of fault the language finds before a command runs; the raw values never change between versions.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // The text.
  case invalidUTF8 = "script.invalid-utf8"
  case controlCharacter = "script.control-character"
  case invisibleCharacter = "script.invisible-character"
  case unexpectedCharacter = "script.unexpected-character"
  case unterminatedString = "script.unterminated-string"
  case unknownEscape = "script.unknown-escape"
  case invalidNumber = "script.invalid-number"
  case lineContinuation = "script.line-continuation"
  // The grammar.
  case expectedStatement = "script.expected-statement"
  case expectedName = "script.expected-name"
  case expectedBody = "script.expected-block"
  case bareWord = "script.bare-word"
  case comparisonChain = "script.comparison-chain"
  case expectedValue = "script.expected-value"
  case expectedEnd = "script.expected-end"
  case expectedSeparator = "script.expected-separator"
  case expectedKey = "script.expected-key"
  case expectedFormat = "script.expected-format"
  case duplicateKey = "script.duplicate-key"
  case missingSpace = "script.missing-space"
  case unclosed = "script.unclosed"
  case tooDeep = "script.too-deep"
  case tooManyFaults = "script.too-many-faults"
  // The whole program.
  case unknownVariable = "script.unknown-variable"
  case unknownFunction = "script.unknown-function"
  case redefined = "script.redefined"
  case misplaced = "script.misplaced"
  case unreachable = "script.unreachable"
  case parameterOrder = "script.parameter-order"
  case missingFunctionArgument = "script.missing-argument"
  case unexpectedFunctionArgument = "script.unexpected-argument"
  case wrongKind = "script.wrong-kind"
  case invalidPattern = "script.invalid-pattern"
  case includeCycle = "script.include-cycle"
  case unreadableInclude = "script.unreadable-include"
  case unusedVariable = "script.unused-variable"
  case unusedValue = "script.unused-value"
  // A command against its specification.
  case unknownCommand = "command.unknown"
  case unknownFlag = "command.unknown-flag"
  case flagNeedsValue = "command.flag-needs-value"
  case flagTakesNoValue = "command.flag-takes-no-value"
  case repeatedFlag = "command.repeated-flag"
  case missingArgument = "command.missing-argument"
  case unexpectedArgument = "command.unexpected-argument"
  case wrongType = "command.wrong-type"
  case unknownChoice = "command.unknown-choice"
  case outOfRange = "command.out-of-range"
  case unknownFormat = "command.unknown-format"

  /// The same code for errors.
  public var errorCode: WhetError.Code { WhetError.Code(rawValue: rawValue) }
}
