import Testing
import WhetCore

@Suite(.timeLimit(.minutes(1))) struct `JSON reader` {
  @Test(
    arguments: [
      ("null", .null), (" true ", true), ("false\n", false), ("0", 0), ("-5", -5), ("-0", 0),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(0x1p63)), ("2.50", 2.5), ("1e2", .number(100)), ("-1.5E-3", -0.0015),
      ("1e+2", .number(100)), ("5e-324", .number(.leastNonzeroMagnitude)), ("1e-999", .number(0)), ("[]", .array([])),
      ("[ ]", .array([])), ("{ }", .object([])), ("[1,[2 , {}],null]", [1, [2, .object([])], nil]),
      (#"{"b" : 1,"a":{"x":[2]}}"#, .record(["b": 1, "a": .record(["x": [2]])])), (#""""#, ""),
      (#""é日🙂 '/""#, "é日🙂 '/"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u00e9\u65E5x\ud83d\ude42\u0000""#, "é日x🙂\0"), ("\"\u{7F}\u{2028}\u{FFFE}\"", "\u{7F}\u{2028}\u{FFFE}"),
      (#"{"":0," ":1}"#, .record(["": 0, " ": 1])), ("\t\r\n[\r\n1\t]", [1]),
    ] as [(String, JSONValue)])
  func `reads a value`(text: String, value: JSONValue) throws {
    #expect(try JSONValue.reading(text) == value)
    #expect(try JSONValue.reading(Array(text.utf8)) == value)
  }

  @Test(
    arguments: [
      ("", "1:1: expected a value, not the end"), ("  ", "1:3: expected a value, not the end"),
      ("nul", "1:1: expected a value"), ("True", "1:1: expected a value"), ("'a'", "1:1: expected a value"),
      ("NaN", "1:1: expected a value"), ("+1", "1:1: expected a value"), (".5", "1:1: expected a value"),
      ("1 2", "1:3: expected the end of the text after the value"),
      ("01", "1:1: a number cannot begin with 0"), ("-", "1:2: expected a digit, not the end"),
      ("1.", "1:3: expected a digit, not the end"), ("1.e5", "1:3: expected a digit"),
      ("[1e]", "1:4: expected a digit"), ("-1e400", "1:1: the number is too large"),
      ("[1,]", "1:4: expected a value"), ("[1 2]", "1:4: expected ',' or ']'"),
      ("[1", "1:3: expected ',' or ']', not the end"), ("[", "1:2: expected a value, not the end"),
      ("{,}", "1:2: expected a name between double quotes"), ("{a:1}", "1:2: expected a name between double quotes"),
      (#"{"a":1,}"#, "1:8: expected a name between double quotes"), (#"{"a" 1}"#, "1:6: expected ':'"),
      (#"{"a":1"#, "1:7: expected ',' or '}', not the end"), ("[1}", "1:3: expected ',' or ']'"),
      (#"{"a":1,"b":2,"a":3}"#, "1:14: the object has two members with this name"),
      ("{\"e\u{301}\":1,\"\u{E9}\":2}", "1:8: the object has two members with this name"),
      (#"{"a":1,"\u0061":2}"#, "1:8: the object has two members with this name"),
      (#"["abc"#, "1:2: the string that begins here has no end"),
      ("\"a\nb\"", "1:3: a string cannot hold a control character or a line end as it is"),
      ("\"a\tb\"", "1:3: a string cannot hold a control character or a line end as it is"),
      (#""a\x""#, "1:3: unknown escape in a string"), (#""\"#, "1:2: unknown escape in a string"),
      (#""\u12""#, #"1:2: '\u' needs four hexadecimal digits"#),
      (#""\u+123""#, #"1:2: '\u' needs four hexadecimal digits"#),
      (#""a\ud83d""#, "1:3: half of a surrogate pair"), (#""\ude42""#, "1:2: half of a surrogate pair"),
      (#""\ud83d\n""#, "1:2: half of a surrogate pair"), (#""\ud83d\ud83d""#, "1:2: half of a surrogate pair"),
      (#""\ud83d\u00"#, #"1:8: '\u' needs four hexadecimal digits"#),
      ("\u{FEFF}1", "1:1: the text begins with a byte order mark"), ("/* */ 1", "1:1: expected a value"),
      ("[\n  1,\n  é]", "3:3: expected a value"), ("[\r\n1,\r2,\n\nx]", "5:1: expected a value"),
      ("[\"日本 👩‍👩‍👧\", x]", "1:10: expected a value"), ("1\u{A0}", "1:2: expected the end of the text after the value"),
    ])
  func `says why and where a text is no JSON`(text: String, fault: String) {
    let thrown = #expect(throws: JSONReader.Fault.self) { try JSONValue.reading(text) }
    #expect(thrown?.description == fault)
    #expect(thrown?.kind == .malformed)
  }

  @Test(
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 3), ([0x22, 0xC3, 0xA9, 0xC3, 0x22], 3), ([0x22, 0xED, 0xA0, 0x80, 0x22], 2),
      ([0x22, 0xC0, 0x80, 0x22], 2), ([0x22, 0x5C, 0x6E, 0xF8, 0x22], 4),
    ] as [([UInt8], Int)])
  func `refuses what is not UTF-8`(bytes: [UInt8], column: Int) {
    let fault = #expect(throws: JSONReader.Fault.self) { try JSONValue.reading(bytes) }
    #expect(fault?.message == "the text is not UTF-8 here")
    #expect(fault?.column == column)
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `reads to its depth and no deeper`(opening: String) throws {
    let count = opening == "[{\"a\":" ? 50 : 100
    let closing = String(opening.filter { "[{".contains($0) }.map { $0 == "[" ? "]" : "}" }.reversed())
    func nested(_ count: Int) -> String {
      String(repeating: opening, count: count) + "1" + String(repeating: closing, count: count)
    }
    #expect(throws: Never.self) { try JSONValue.reading(nested(count)) }
    let fault = #expect(throws: JSONReader.Fault.self) { try JSONValue.reading(nested(count + 1)) }
    #expect(fault?.kind == .tooDeep)
    #expect(throws: JSONReader.Fault.self) { try JSONValue.reading(String(repeating: opening, count: 200_000)) }
    #expect(throws: JSONReader.Fault.self) { try JSONValue.reading("[[1]]", limits: .init(depth: 1)) }
  }

  @Test func `counts values`() throws {
    #expect(try JSONValue.reading("[1,{\"a\":2}]", limits: .init(values: 4)) == [1, .record(["a": 2])])
    let fault = #expect(throws: JSONReader.Fault.self) {
      try JSONValue.reading("[1,{\"a\":2}]", limits: .init(values: 3))
    }
    #expect(fault?.kind == .tooManyValues)
  }

  @Test(arguments: [0, 1, 2, 4])
  func `reads what the writer writes as the same value`(indent: Int) throws {
    var generator = SeededGenerator(seed: UInt64(indent) + 100)
    for _ in 0..<500 {
      let value = Self.random(&generator, depth: 4)
      #expect(try JSONValue.reading(value.json(indent: indent)) == value, "\(value.json().prefix(300))")
    }
  }

  @Test func `never crashes on random bytes and names a place inside them`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<20_000 { check((0..<Int.random(in: 0...30, using: &generator)).map { _ in generator.byte() }) }
  }

  @Test func `never crashes on spoiled JSON`() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<10_000 {
      var bytes = Array(Self.random(&generator, depth: 3).json(indent: Int.random(in: 0...1, using: &generator)).utf8)
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = generator.byte()
        case 1: bytes.insert(generator.byte(), at: place)
        default: bytes.removeSubrange(place..<bytes.count)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      check(bytes)
    }
  }

  /// What is read is read again from what is written, and faults lie in the text.
  private func check(_ bytes: [UInt8]) {
    do throws(JSONReader.Fault) {
      let value = try JSONValue.reading(bytes)
      let again = try JSONValue.reading(value.json())
      #expect(again.json() == value.json(), "\(bytes)")
    } catch {
      #expect(error.line >= 1 && error.column >= 1 && error.line + error.column <= bytes.count + 2, "\(bytes)")
    }
  }

  /// Numbers always have a fraction or more digits than an integer, as the writer does not tell 3 from 3.0.
  private static func random(_ generator: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .integer(.random(in: .min ... .max, using: &generator))
    case 3:
      let number = Double(bitPattern: generator.next())
      return number.isFinite && number != number.rounded() ? .number(number) : .number(0.5)
    case 4: return .string(generator.unicode(most: 8))
    case 5:
      return .array((0..<Int.random(in: 0...3, using: &generator)).map { _ in random(&generator, depth: depth - 1) })
    default:
      return .object(
        (0..<Int.random(in: 0...3, using: &generator)).map { number in
          .init("\(number)" + generator.unicode(most: 3), random(&generator, depth: depth - 1))
        })
    }
  }
}

extension SeededGenerator {
  /// Mostly what JSON is made of.
  fileprivate mutating func byte() -> UInt8 {
    let common = Array("{}[]:,\"\\ud8e-+.0159 \n\rtrufalsn/".utf8)
    return Bool.random(using: &self)
      ? common.randomElement(using: &self) ?? 0 : .random(in: 0...255, using: &self)
  }
}
