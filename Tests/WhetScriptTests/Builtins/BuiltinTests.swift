import Testing
import WhetCore

@testable import WhetScript

private let surroundings = Surroundings(
  now: { .seconds(1_700_000_000) }, elapsed: { .zero },
  environment: { ["HOME": "/home/u", "MY_API_KEY": "k-1", "db_password": "p", "EMPTY": ""][$0] },
  exists: { path throws(WhetError) in path == "there" },
  read: { _ throws(WhetError) in "" })

private func call(_ builtin: Builtin, _ arguments: ScriptValue...) throws(WhetError) -> ScriptValue {
  try builtin.apply(arguments, surroundings)
}

private func code(of builtin: Builtin, _ arguments: ScriptValue...) -> RuntimeCode? {
  do {
    _ = try builtin.apply(arguments, surroundings)
    return nil
  } catch {
    return RuntimeCode(rawValue: error.code.rawValue)
  }
}

/// Values and calls written as JSON, which has no durations, paths and secrets.
private struct Case: Sendable, CustomStringConvertible {
  var builtin: Builtin
  var arguments: [JSONValue]
  var result: JSONValue

  init(_ builtin: Builtin, _ arguments: [JSONValue], _ result: JSONValue) {
    self.builtin = builtin
    self.arguments = arguments
    self.result = result
  }

  var description: String { builtin.name + JSONValue.array(arguments).json() }
}

/// A call that is refused, and why.
private struct Refusal: Sendable, CustomStringConvertible {
  var builtin: Builtin
  var arguments: [JSONValue]
  var code: RuntimeCode

  init(_ builtin: Builtin, _ arguments: [JSONValue], _ code: RuntimeCode) {
    self.builtin = builtin
    self.arguments = arguments
    self.code = code
  }

  var description: String { builtin.name + JSONValue.array(arguments).json() }
}

private func texts(_ texts: String...) -> ScriptValue { .list(ScriptList(flat: texts.map(ScriptValue.text))) }
private func list(_ values: ScriptValue...) throws(WhetError) -> ScriptValue { .list(try ScriptList(values)) }
private let endless = ScriptValue.list(.range(first: 0, step: 1, count: 1 << 53))

@Suite(.timeLimit(.minutes(1))) struct `Built-in functions` {
  private static let ofLists: [Case] = [
    Case(.range, [3], [0, 1, 2]), Case(.range, [0], .array([])), Case(.range, [-2], .array([])),
    Case(.range, [1, 4], [1, 2, 3]), Case(.range, [4, 1], .array([])), Case(.range, [4, 1, -1], [4, 3, 2]),
    Case(.range, [0, 7, 3], [0, 3, 6]), Case(.range, [0, 6, 3], [0, 3]), Case(.range, [5, 0, -2], [5, 3, 1]),
    Case(.range, [.integer(.min), .integer(.min + 2)], [.integer(.min), .integer(.min + 1)]),
    Case(.range, [.integer(.max - 1), .integer(.max)], [.integer(.max - 1)]),
    Case(.range, [0, .integer(.min), .integer(.min)], [0]), Case(.range, [0, .integer(.max), .integer(.max)], [0]),
    Case(.len, [[1, 2]], 2), Case(.len, [.record(["a": 1])], 1), Case(.len, [""], 0), Case(.len, ["日本👩‍👩‍👧e\u{301}"], 4),
    Case(.keys, [.record(["b": 1, "a": 2])], ["b", "a"]), Case(.values, [.record(["b": [1], "a": "x"])], [[1], "x"]),
    Case(.reverse, [[1, "a", nil]], [nil, "a", 1]), Case(.reverse, ["ae\u{301}👍🏽"], "👍🏽e\u{301}a"),
    Case(.reverse, [.array([])], .array([])), Case(.sort, [[3, 1, 2]], [1, 2, 3]),
    Case(.sort, [.array([])], .array([])),
    Case(.sort, [[2.5, 1, 2, -1e300]], [-1e300, 1, 2, 2.5]),
    Case(.sort, [["b", "B", "a", "é", ""]], ["", "B", "a", "b", "é"]),
    Case(
      .sort, [[.integer(1 << 53 + 1), .number(0x1p53), .integer(1 << 53 - 1)]],
      [.integer(1 << 53 - 1), .number(0x1p53), .integer(1 << 53 + 1)]),
    Case(
      .sort, [[.record(["n": 2, "i": 0]), .record(["n": 1, "i": 1]), .record(["i": 2, "n": 2.0])], "n"],
      [.record(["n": 1, "i": 1]), .record(["n": 2, "i": 0]), .record(["i": 2, "n": 2.0])]),
    Case(.unique, [[2, 1, 2, 1.0, "1", nil, nil, true, true]], [2, 1, "1", nil, true]),
    Case(.unique, [[[1, 2], [1, 2.0], [2, 1]]], [[1, 2], [2, 1]]), Case(.unique, [["e\u{301}", "é"]], ["e\u{301}"]),
    Case(.unique, [[.record(["a": 1, "b": 2]), .record(["b": 2, "a": 1.0])]], [.record(["a": 1, "b": 2])]),
  ]

  private static let ofNumbers: [Case] = [
    Case(.sum, [[1, 2, 3]], 6), Case(.sum, [.array([])], 0), Case(.sum, [[1, 2.5]], 3.5),
    Case(.sum, [[0.5, 0.5]], .number(1)),
    Case(.sum, [.array(Array(repeating: 0.1, count: 10))], .number(1)), Case(.sum, [[1e300, 1, -1e300]], .number(1)),
    Case(.sum, [[.integer(.max), 1, -1]], .integer(.max)), Case(.mean, [[1, 2]], 1.5), Case(.mean, [[2]], .number(2)),
    Case(.mean, [[.integer(.max), .integer(.max)]], .number(0x1p63)), Case(.min, [[2, 1.5, 3]], 1.5),
    Case(.max, [[2, 1.5, 3]], 3), Case(.min, [[1, 1.0]], 1), Case(.max, [["a", "b"]], "b"), Case(.abs, [-3], 3),
    Case(.abs, [-2.5], 2.5), Case(.abs, [.integer(.max)], .integer(.max)), Case(.round, [2.5], 3),
    Case(.round, [-2.5], -3),
    Case(.round, [2.4], 2), Case(.round, [0.49999999999999994], 0), Case(.round, [-0.2], 0), Case(.round, [7], 7),
    Case(.round, [7, 2], 7), Case(.round, [1.005, 2], 1.01), Case(.round, [-1.005, 2], -1.01),
    Case(.round, [2.675, 2], 2.68),
    Case(.round, [1.004999, 2], 1.0), Case(.round, [0.1, 1], 0.1), Case(.round, [1.45, 1], 1.5),
    Case(.round, [8.345, 2], 8.35),
    Case(.round, [-0.01, 1], .number(0)), Case(.round, [123456789.123456, 3], 123456789.123),
    Case(.round, [1e300, 15], 1e300),
    Case(.round, [0.3, 15], 0.3), Case(.round, [1e-300, 15], .number(0)), Case(.floor, [2.7], 2),
    Case(.floor, [-2.1], -3),
    Case(.floor, [5], 5), Case(.floor, [-0.0], 0), Case(.number, ["42"], 42), Case(.number, ["-1.5"], -1.5),
    Case(.number, [" 1e3\n"], .number(1000)), Case(.number, [2.5], 2.5),
    Case(.number, [.integer(.min)], .integer(.min)),
    Case(.number, ["-9223372036854775808"], .integer(.min)),
  ]

  private static let ofTexts: [Case] = [
    Case(.split, [" a \u{A0}b\r\nc\u{3000}"], ["a", "b", "c"]), Case(.split, [""], .array([])),
    Case(.split, ["", ","], [""]),
    Case(.split, ["a,,b,", ","], ["a", "", "b", ""]), Case(.split, ["a\r\nb", "\n"], ["a\r", "b"]),
    Case(.split, ["aXXXb", "XX"], ["a", "Xb"]), Case(.split, ["日本日", "日"], ["", "本", ""]),
    Case(.join, [["a", 1, 2.5, "b"], "-"], "a-1-2.5-b"), Case(.join, [["a", "b"]], "ab"),
    Case(.join, [.array([]), "-"], ""),
    Case(.trim, [" \t\u{A0}a b\r\n\u{2003}"], "a b"), Case(.trim, [" \n "], ""), Case(.trim, [""], ""),
    Case(.trim, ["a\u{301} "], "a\u{301}"), Case(.lower, ["ÄB İ"], "äb i\u{307}"), Case(.upper, ["straße"], "STRASSE"),
    Case(.replace, ["a.b.c", ".", ""], "abc"), Case(.replace, ["aaa", "aa", "b"], "ba"),
    Case(.replace, ["", "a", "b"], ""),
    Case(.replace, ["ababab", "abab", "x"], "xab"), Case(.replace, ["aabaabaaa", "aabaaa", "-"], "aab-"),
    Case(.replace, ["a${b}\\1$&", "$", "\\0"], "a\\0{b}\\1\\0&"), Case(.lines, ["a\nb\r\nc\rd"], ["a", "b", "c", "d"]),
    Case(.lines, ["a\n"], ["a"]), Case(.lines, ["\n\r\r\n\n"], ["", "", "", ""]), Case(.lines, [""], .array([])),
    Case(.lines, ["a\u{2028}b\u{C}\u{85}"], ["a\u{2028}b\u{C}\u{85}"]),
    Case(.json, [.record(["a": [1, nil, "x\"y"]])], #"{"a":[1,null,"x\"y"]}"#), Case(.json, [[1], 2], "[\n  1\n]"),
    Case(.parse, [#" {"b": [1, 2.5, "é"], "a": null} "#], .record(["b": [1, 2.5, "é"], "a": nil])),
    Case(.string, [1], "1"), Case(.string, [1e100], "1e+100"), Case(.string, ["a"], "a"), Case(.string, [nil], "null"),
    Case(.string, [["a", .record(["b c": true])]], #"["a", {"b c": true}]"#), Case(.env, ["HOME"], "/home/u"),
    Case(.env, ["EMPTY", "x"], ""), Case(.env, ["NONE", "x"], "x"), Case(.env, ["NONE", nil], nil),
    Case(.exists, ["there"], true), Case(.exists, ["elsewhere"], false),
  ]

  @Test(arguments: ofLists + ofNumbers + ofTexts)
  private func `give their result`(example: Case) throws {
    let arguments = try example.arguments.map { json throws(WhetError) in try ScriptValue(json) }
    let result = try example.builtin.apply(arguments, surroundings)
    // Exact in the kind of number too, and in how texts are composed.
    #expect(result == (try ScriptValue(example.result)))
    #expect(Array(result.literal.unicodeScalars) == Array((try ScriptValue(example.result)).literal.unicodeScalars))
    #expect(result.kind.isSubset(of: example.builtin.result))
  }

  private static let refusals: [Refusal] = [
    Refusal(.range, [0, 1, 0], .invalidArgument), Refusal(.range, [.integer(.max)], .invalidArgument),
    Refusal(.range, [.integer(.min), .integer(.max)], .invalidArgument),
    Refusal(.range, [.integer(.max), .integer(.min), -1], .invalidArgument),
    Refusal(.range, [0, .integer(.min), -1], .invalidArgument),
    Refusal(.range, [.integer(.min), .integer(.max), .integer(1 << 62)], .invalidArgument),
    Refusal(.sort, [[1, "a"]], .wrongKind), Refusal(.sort, [[nil]], .wrongKind),
    Refusal(.sort, [[[1]]], .wrongKind), Refusal(.sort, [[1], "n"], .wrongKind),
    Refusal(.sort, [[.record(["a": 1])], "n"], .noSuchField),
    Refusal(.sort, [[.record(["n": 1]), .record(["n": "x"])], "n"], .wrongKind), Refusal(.sum, [["a"]], .wrongKind),
    Refusal(.sum, [[.integer(.max), 1]], .integerOverflow), Refusal(.sum, [[1e308, 1e308]], .integerOverflow),
    Refusal(.mean, [.array([])], .invalidArgument), Refusal(.mean, [[-1e308, -1e308]], .integerOverflow),
    Refusal(.min, [.array([])], .invalidArgument), Refusal(.max, [[1, "a"]], .wrongKind),
    Refusal(.abs, [.integer(.min)], .integerOverflow), Refusal(.round, [1e19], .integerOverflow),
    Refusal(.round, [.number(0x1p63)], .integerOverflow), Refusal(.round, [1.5, 16], .invalidArgument),
    Refusal(.round, [1.5, -1], .invalidArgument), Refusal(.floor, [-1e19], .integerOverflow),
    Refusal(.split, ["a", ""], .invalidArgument), Refusal(.replace, ["a", "", "b"], .invalidArgument),
    Refusal(.join, [[[1]]], .wrongKind), Refusal(.join, [[nil]], .wrongKind), Refusal(.json, [1, 9], .invalidArgument),
    Refusal(.json, [1, -1], .invalidArgument), Refusal(.parse, ["[1,]"], .invalidArgument),
    Refusal(.parse, [.string(String(repeating: "[", count: 101))], .valueTooDeep),
    Refusal(.parse, [#"{"a":1,"a":2}"#], .invalidArgument), Refusal(.number, ["12a"], .invalidArgument),
    Refusal(.number, [""], .invalidArgument), Refusal(.number, ["5s"], .invalidArgument),
    Refusal(.number, ["1e999"], .invalidArgument), Refusal(.number, ["nan"], .invalidArgument),
    Refusal(.number, ["0x10"], .invalidArgument), Refusal(.number, ["9223372036854775808"], .invalidArgument),
    Refusal(.env, ["NONE"], .environmentMissing), Refusal(.path, [""], .invalidArgument),
    Refusal(.path, ["a\0b"], .invalidArgument),
  ]

  @Test(arguments: refusals)
  private func `refuse what they cannot do`(refusal: Refusal) throws {
    let arguments = try refusal.arguments.map { json throws(WhetError) in try ScriptValue(json) }
    let error = #expect(throws: WhetError.self) { try refusal.builtin.apply(arguments, surroundings) }
    #expect(error?.code == refusal.code.errorCode)
  }

  @Test func `say where a text is no JSON`() {
    let error = #expect(throws: WhetError.self) { try call(.parse, .text("{\n  \"a\": x}")) }
    #expect(error?.message == "the text is not JSON: 2:8: expected a value")
  }

  // MARK: - Ranges

  @Test func `keep a range a range, however long`() throws {
    let half = Int64(1) << 52
    #expect(try call(.len, endless) == .integer(1 << 53))
    #expect(try call(.max, endless) == .integer(1 << 53 - 1))
    #expect(try call(.min, endless) == .integer(0))
    #expect(try call(.mean, endless) == .number(Double(half) - 0.5))
    #expect(code(of: .sum, endless) == .integerOverflow)
    #expect(try call(.sum, .list(.range(first: -5, step: 1, count: 11))) == .integer(0))
    #expect(try call(.sum, .list(.range(first: 10, step: -3, count: 4))) == .integer(22))
    for builtin in [Builtin.sort, .unique, .reverse] {
      guard case .list(let result) = try call(builtin, endless) else {
        Issue.record("\(builtin.name) gives no list")
        continue
      }
      #expect(result.isRange && result.count == 1 << 53)
      #expect(result.first == .integer(builtin.name == "reverse" ? 1 << 53 - 1 : 0))
    }
    let falling = ScriptValue.list(.range(first: 5, step: -2, count: 3))
    #expect(try call(.sort, falling) == (try list(.integer(1), .integer(3), .integer(5))))
    #expect(try call(.reverse, falling) == (try call(.sort, falling)))
  }

  @Test func `agree with counting for every short range`() throws {
    for (start, end) in [(-7, 9), (9, -7), (0, 0), (3, 4)] as [(Int64, Int64)] {
      for step in (-5...5) as ClosedRange<Int64> where step != 0 {
        let expected = stride(from: start, to: end, by: Int(step)).map { ScriptValue.integer($0) }
        guard case .list(let range) = try call(.range, .integer(start), .integer(end), .integer(step)) else { continue }
        #expect(Array(range) == expected)
      }
    }
  }

  // MARK: - Size

  @Test func `refuse what would be too large before they make it`() throws {
    let long = ScriptValue.text(String(repeating: "a", count: 1 << 20))
    let lines = ScriptValue.text(String(repeating: "\n", count: 5 << 20))
    let start = ContinuousClock.now
    #expect(code(of: .replace, long, .text("a"), long) == .valueTooLarge)
    #expect(code(of: .join, .list(ScriptList(flat: Array(repeating: long, count: 65)))) == .valueTooLarge)
    #expect(code(of: .join, endless) == .valueTooLarge)
    #expect(code(of: .json, endless) == .valueTooLarge)
    #expect(code(of: .string, endless) == .valueTooLarge)
    #expect(code(of: .split, lines, .text("\n")) == .valueTooLarge)
    #expect(code(of: .lines, lines) == .valueTooLarge)
    #expect(ContinuousClock.now - start < .seconds(50))
  }

  @Test func `refuse an indent that fills memory`() throws {
    var nested = try list(.list(ScriptList(flat: Array(repeating: .integer(1), count: 1 << 20))))
    for _ in 0..<60 { nested = try list(nested) }
    #expect(code(of: .json, nested, .integer(8)) == .valueTooLarge)
    #expect(code(of: .json, nested) == nil)
  }

  @Test func `look for any text in linear time`() throws {
    let text = ScriptValue.text(String(repeating: "a", count: 1 << 20))
    let part = ScriptValue.text(String(repeating: "a", count: 1 << 19) + "b")
    #expect(try call(.replace, text, part, .text("")) == text)
    #expect(try call(.split, text, part) == (try list(text)))
    let many = ScriptValue.list(ScriptList(flat: (0..<200_000).map { .integer(Int64($0 % 100_000)) }))
    guard case .list(let kept) = try call(.unique, many) else { return }
    #expect(kept.count == 100_000)
  }

  // MARK: - Durations, paths and secrets

  @Test func `work with durations`() throws {
    let durations = try list(.duration(.seconds(90)), .duration(.milliseconds(500)))
    #expect(try call(.sum, durations) == .duration(.milliseconds(90_500)))
    #expect(try call(.mean, durations) == .duration(.milliseconds(45_250)))
    #expect(try call(.min, durations) == .duration(.milliseconds(500)))
    #expect(try call(.sort, durations) == (try list(.duration(.milliseconds(500)), .duration(.seconds(90)))))
    #expect(code(of: .sum, try list(.duration(.seconds(1)), .integer(1))) == .wrongKind)
    #expect(code(of: .sum, try list(.integer(1), .duration(.seconds(1)))) == .wrongKind)
    #expect(code(of: .sort, try list(.integer(1), .duration(.seconds(1)))) == .wrongKind)
    let ages = ScriptList(flat: Array(repeating: .duration(.seconds(90_000_000_000)), count: 2))
    #expect(code(of: .sum, .list(ages)) == .integerOverflow)
    #expect(try call(.json, .duration(.milliseconds(1500))) == .text("1.5"))
    #expect(try call(.now) == .duration(.seconds(1_700_000_000)))
  }

  @Test(
    arguments: [
      ("x", "", "x"), ("x", "a/b", "a/b/x"), ("./x//y/", "a/", "a/x/y"), ("../x", "a/b", "a/x"),
      ("../../x", "a", "../x"),
      ("../x", "", "../x"), ("../../../x", "/a/b", "/x"), ("..", "a", "."), (".", "", "."), (".", "/", "/"),
      ("/a/../b", "c", "/a/../b"), ("~/x", "c", "~/x"), ("~", "c", "~"), ("../x", "~/a", "~/x"),
      ("../../x", "~/a", "~/../x"),
      ("./~x", "", "./~x"), ("../~x", "a", "./~x"), ("~x", "a", "~x"), ("a\u{301}/x", "日", "日/a\u{301}/x"),
      ("/\u{301}x", "a", "/\u{301}x"),
    ])
  func `join a path to a folder`(text: String, folder: String, path: String) throws {
    #expect(try call(.path, .text(text), .text(folder)) == .path(path))
  }

  @Test func `leave a path that is one already`() throws {
    #expect(try call(.path, .path("x"), .text("a")) == .path("x"))
    #expect(try call(.path, .secret("x"), .text("a")) == .secret("a/x"))
  }

  @Test func `make secret texts of secret texts`() throws {
    let secret = ScriptValue.secret("a b,C")
    #expect(try call(.upper, secret) == .secret("A B,C"))
    #expect(try call(.lower, secret) == .secret("a b,c"))
    #expect(try call(.trim, .secret(" x ")) == .secret("x"))
    #expect(try call(.reverse, secret) == .secret("C,b a"))
    #expect(try call(.split, secret) == (try list(.secret("a"), .secret("b,C"))))
    #expect(try call(.split, secret, .text(",")) == (try list(.secret("a b"), .secret("C"))))
    #expect(try call(.split, .text("a,b"), .secret(",")) == (try list(.secret("a"), .secret("b"))))
    #expect(try call(.lines, .secret("a\nb")) == (try list(.secret("a"), .secret("b"))))
    #expect(try call(.replace, .text("x"), .text("x"), .secret("y")) == .secret("y"))
    #expect(try call(.join, try list(.text("a"), .secret("b"), .integer(1)), .text("-")) == .secret("a-b-1"))
    #expect(try call(.join, try list(.text("a"), .text("b")), .secret("-")) == .secret("a-b"))
    let parsed = try call(.parse, .secret(#"{"key": ["k", 1]}"#))
    #expect(parsed == .record(try ScriptRecord([.init("key", try list(.secret("k"), .integer(1)))])))
    #expect(try call(.string, secret) == secret)
    #expect(try call(.secret, .text("x")) == .secret("x"))
    #expect(try call(.secret, .path("x")) == .secret("x"))
  }

  @Test func `never show a secret`() throws {
    let secret = try list(.text("a"), .secret("hidden-1"))
    #expect(try call(.json, secret) == .text(#"["a","[secret]"]"#))
    #expect(try call(.string, secret) == .text(#"["a", [secret]]"#))
    #expect(try call(.reverse, secret) == (try list(.secret("hidden-1"), .text("a"))))
    for builtin in Builtins.all {
      for arguments in [[.secret("hidden-1")], [secret], [.secret("hidden-1"), .secret("hidden-1")]] as [[ScriptValue]]
      {
        guard arguments.count >= builtin.requiredCount, arguments.count <= builtin.parameters.count,
          zip(arguments, builtin.parameters).allSatisfy({ $1.kinds.contains($0.kind) })
        else { continue }
        do {
          let result = try builtin.apply(arguments, surroundings)
          #expect(!result.literal.contains("hidden-1"), "\(builtin.name)")
        } catch {
          #expect(!error.description.contains("hidden-1"), "\(builtin.name)")
        }
      }
    }
  }

  @Test func `hide the variables whose names speak of secrets`() throws {
    #expect(try call(.env, .text("MY_API_KEY")) == .secret("k-1"))
    #expect(try call(.env, .text("db_password")) == .secret("p"))
    #expect(try call(.env, .text("NO_Token"), .text("t")) == .secret("t"))
    #expect(try call(.env, .text("NO_TOKEN"), .null) == .null)
    #expect(try call(.env, .text("TOKEN_FILE"), .text("t")) == .text("t"))
  }

  @Test(
    arguments: [
      (.null, "null"), (.bool(true), "bool"), (.integer(1), "integer"), (.number(1), "number"), (.text(""), "text"),
      (.duration(.zero), "duration"), (.path("a"), "path"), (.secret("a"), "secret"), (.list(.empty), "list"),
      (.record(ScriptRecord(flat: [:])), "record"),
    ] as [(ScriptValue, String)])
  func `name every kind of value`(value: ScriptValue, name: String) throws {
    #expect(try call(.type, value) == .text(name))
  }

  // MARK: - Laws

  @Test func `undo each other`() throws {
    var generator = SeededGenerator(state: 21)
    for _ in 0..<2000 {
      let text = generator.text()
      let separator = generator.text() + ","
      #expect(try call(.join, try call(.split, .text(text), .text(separator)), .text(separator)) == .text(text))
      let value = try generator.value(depth: 3)
      #expect(try call(.parse, try call(.json, value)) == value, "\(value.literal)")
      let number = ScriptValue.number(generator.double())
      #expect(try call(.number, try call(.string, number)) == number)
    }
  }

  @Test func `find the places that a plain search finds`() {
    var generator = SeededGenerator(state: 22)
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...20, using: &generator)).map { _ in UInt8.random(in: 0...1, using: &generator) }
      let part = (0..<Int.random(in: 1...4, using: &generator)).map { _ in UInt8.random(in: 0...1, using: &generator) }
      var (expected, position) = ([Int](), 0)
      while position + part.count <= text.count {
        let isHere = text[position...].starts(with: part)
        if isHere { expected.append(position) }
        position += isHere ? part.count : 1
      }
      #expect(Array(TextSearch(of: part, in: text)) == expected, "\(part) in \(text)")
    }
  }

  @Test func `round to the nearest decimal`() throws {
    var generator = SeededGenerator(state: 23)
    for _ in 0..<5000 {
      // Integers of thousandths, whose rounding to hundredths is known.
      let thousandths = Int64.random(in: -9_999_999...9_999_999, using: &generator)
      let hundredths = (Swift.abs(thousandths) + 5) / 10 * thousandths.signum()
      let rounded = try call(.round, .number(Double(thousandths) / 1000), .integer(2))
      #expect(rounded == .number(Double(hundredths) / 100), "\(thousandths)")
    }
  }

  @Test func `never crash on any arguments of the right kinds`() throws {
    var generator = SeededGenerator(state: 24)
    for _ in 0..<20_000 {
      guard let builtin = Builtins.all.randomElement(using: &generator) else { return }
      let count = Int.random(in: builtin.requiredCount...builtin.parameters.count, using: &generator)
      var arguments: [ScriptValue] = []
      for parameter in builtin.parameters.prefix(count) {
        var value = try generator.value(depth: 2)
        while !parameter.kinds.contains(value.kind) { value = try generator.value(depth: 2) }
        arguments.append(value)
      }
      guard let result = try? builtin.apply(arguments, surroundings) else { continue }
      #expect(result.isUnknown || builtin.result.contains(result.kind), "\(builtin.name): \(result.literal)")
      if case .number(let number) = result { #expect(number.isFinite, "\(builtin.name)") }
    }
  }

  // MARK: - Description

  @Test func `are described`() {
    #expect(Builtins.byName.count == Builtins.all.count)
    for builtin in Builtins.all {
      #expect((1...3).contains(builtin.examples.count), "\(builtin.name)")
      #expect(builtin.examples.allSatisfy { $0.call.contains(builtin.name + "(") }, "\(builtin.name)")
      #expect(builtin.summary.first?.isUppercase == true && !builtin.summary.hasSuffix("."), "\(builtin.name)")
      let optional = builtin.parameters.drop { !$0.isOptional }
      #expect(!optional.contains { !$0.isOptional }, "\(builtin.name)")
    }
  }

  @Test(arguments: Builtins.all.flatMap(\.examples).map { ($0.call, $0.result) })
  func `give what their examples say`(call: String, result: String) throws {
    var session = ScriptSession(table: CommandTable([], common: []))
    let input = ScriptInput(SourceText(name: "example", text: "echo (\(call)) (\(result))"))
    let preparation = session.prepare(input) { _ throws(WhetError) in throw WhetError(.notFound, "no includes") }
    var machine = Machine(
      session, try #require(preparation.entry, "\(preparation.reports)"), surroundings: surroundings)
    guard case .echo(let values) = machine.run() else {
      Issue.record("\(call) fails")
      return
    }
    #expect(values.count == 2 && values.first == values.last, "\(values.map(\.literal))")
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014), so that every run tries the same values.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func text() -> String {
    let pieces = [
      "a", "b", ",", " ", "\n", "\r\n", "é", "e\u{301}", "日", "🙂", "..", "/", "~", "1", "-", "\"", "\0", "[",
    ]
    return (0..<Int.random(in: 0...6, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }

  /// Of every size; never whole, as JSON does not tell 3 from 3.0.
  mutating func double() -> Double {
    let number = Double(bitPattern: next())
    return number.isFinite && number != number.rounded() ? number : 0.5
  }

  mutating func value(depth: Int) throws(WhetError) -> ScriptValue {
    switch Int.random(in: 0..<(depth > 0 ? 12 : 8), using: &self) {
    case 0: return .null
    case 1: return .bool(.random(using: &self))
    case 2: return .integer([0, 1, -1, .max, .min, 2, 15].randomElement(using: &self) ?? 0)
    case 3: return .integer(.random(in: .min ... .max, using: &self))
    case 4: return .number(double())
    case 5...7: return .text(text())
    case 8: return .list(try ScriptList([value(depth: depth - 1)]))
    case 9, 10:
      var values: [ScriptValue] = []
      for _ in 0..<Int.random(in: 0...4, using: &self) { values.append(try value(depth: depth - 1)) }
      return .list(try ScriptList(values))
    default:
      var members: [ScriptRecord.Member] = []
      for _ in 0..<Int.random(in: 0...3, using: &self) { members.append(.init(text(), try value(depth: depth - 1))) }
      return .record(try ScriptRecord(members))
    }
  }
}
