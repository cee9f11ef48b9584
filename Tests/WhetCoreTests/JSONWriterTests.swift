import Foundation
import Testing
import WhetCore

@Suite struct `JSON writer` {
  static let values: [(value: JSONValue, text: String)] = [
    (JSONValue.null, "null"), (true, "true"), (false, "false"), (0, "0"), (-5, "-5"), (2.5, "2.5"), (.array([]), "[]"),
    (.object([]), "{}"), (.integer(.min), "-9223372036854775808"), (.number(3), "3"), (.number(.nan), "null"),
    (.number(.infinity), "null"), (.array(["a", 1, .null]), #"["a",1,null]"#),
    (.record(["b": 1, "a": .record(["x": 2])]), #"{"b":1,"a":{"x":2}}"#), ("a\"b\\c/d", #""a\"b\\c/d""#),
    ("\u{0}\u{1B}\u{7F}", #""\u0000\u001b\u007f""#), ("line\nnext\r\ttab", #""line\nnext\r\ttab""#),
    ("é日🙂", #""é日🙂""#), ("\u{202E}\u{200B}\u{FEFF}\u{61C}", #""\u202e\u200b\ufeff\u061c""#),
    ("\u{E0041}", #""\udb40\udc41""#),
  ]

  @Test(arguments: values)
  func `writes a value in one line`(value: JSONValue, text: String) {
    #expect(value.json() == text)
  }

  @Test func `indents by level and keeps the order of members`() {
    let value = JSONValue.record(["z": [1, .object([])], "a": .record(["b": nil])])
    #expect(
      value.json(indent: 2) == """
        {
          "z": [
            1,
            {}
          ],
          "a": {
            "b": null
          }
        }
        """)
  }

  @Test(arguments: [0, 1, 2, 4])
  func `writes what other readers read as the same value`(indent: Int) throws {
    var generator = SeededGenerator(seed: UInt64(indent))
    for _ in 0..<300 {
      let value = Self.random(&generator, depth: 3)
      let data = Data(value.json(indent: indent).utf8)
      // On Linux this reader goes through decimal numbers, so the last digits of a `Double` may differ.
      let object = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      #expect(Self.same(value, object), "\(value.json().prefix(300))")
      #expect(try JSONDecoder().decode(Decoded.self, from: data).value == Self.sorted(value), "\(value.json())")
    }
  }

  @Test func `finds a member by its name`() {
    let value = JSONValue.record(["a": 1, "b": nil])
    #expect(value["a"] == 1)
    #expect(value["b"] == .null)
    #expect(value["c"] == nil)
    #expect(JSONValue.array([])["a"] == nil)
  }

  private static func random(_ generator: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
    case 0: return .null
    case 1: return .bool(.random(using: &generator))
    case 2: return .integer(.random(in: -(1 << 53)...(1 << 53), using: &generator))
    case 3: return .number(generator.double())
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

  private static func same(_ value: JSONValue, _ object: Any) -> Bool {
    switch value {
    case .null: object is NSNull
    case .bool(let flag): (object as? NSNumber)?.boolValue == flag
    case .integer(let number): (object as? NSNumber)?.int64Value == number
    case .number(let number):
      number.isFinite
        ? (object as? NSNumber).map { abs($0.doubleValue - number) <= abs(number) * 1e-12 } ?? false : object is NSNull
    case .string(let text): (object as? String).map { Array($0.unicodeScalars) == Array(text.unicodeScalars) } ?? false
    case .array(let values):
      (object as? [Any]).map { $0.count == values.count && zip(values, $0).allSatisfy(same) } ?? false
    case .object(let members):
      (object as? [String: Any]).map { found in
        found.count == members.count
          && members.allSatisfy { found[$0.name].map { [value = $0.value] in same(value, $0) } ?? false }
      } ?? false
    }
  }

  /// The value as a reader without order and without the difference of whole and other numbers sees it.
  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .integer(let number): .number(Double(number))
    case .number(let number): number.isFinite ? value : .null
    case .array(let values): .array(values.map(sorted))
    case .object(let members):
      .object(members.map { .init($0.name, sorted($0.value)) }.sorted { $0.name < $1.name })
    default: value
    }
  }

  /// Any JSON value, its members sorted by name, read by `JSONDecoder`.
  private struct Decoded: Decodable {
    let value: JSONValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let flag = try? container.decode(Bool.self) {
        value = .bool(flag)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else if let text = try? container.decode(String.self) {
        value = .string(text)
      } else if let values = try? container.decode([Decoded].self) {
        value = .array(values.map(\.value))
      } else {
        let members = try container.decode([String: Decoded].self)
        value = .object(members.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.value) })
      }
    }
  }
}

extension SeededGenerator {
  /// Numbers of every size a decimal number of Foundation can hold, now and then one that JSON cannot.
  fileprivate mutating func double() -> Double {
    if Int.random(in: 0..<20, using: &self) == 0 { return .infinity }
    return Double.random(in: -1...1, using: &self)
      * [1e-90, 1e-3, 1, 1e9, 1e20, 1e90][Int.random(in: 0..<6, using: &self)]
  }
}
