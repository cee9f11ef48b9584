import Foundation
import Testing

@testable import WhetLearning

@Suite struct `Value transforms` {
  @Test(
    arguments: [
      (.lowercased, "ABC", "abc"), (.lowercased, "abc", nil), (.uppercased, "Abc", "ABC"), (.uppercased, "ABC", nil),
      (.capitalised, "word", "Word"), (.capitalised, "1st", nil), (.uncapitalised, "Word", "word"),
      (.uncapitalised, "NASA", "NASA"), (.uncapitalised, "I", "I"), (.twoDigits, "7", "07"), (.twoDigits, "12", "12"),
      (.twoDigits, "123", nil), (.unpadded, "007", "7"), (.unpadded, "000", "0"),
      (.unpadded, "0099999999999999999999", "99999999999999999999"), (.monthNumber, "March", "3"),
      (.monthNumber, "märz", "3"), (.monthNumber, "Sept", "9"), (.monthNumber, "Marching", nil),
      (.monthTwoDigits, "février", "02"), (.monthTwoDigits, "Dec", "12"), (.monthName, "07", "July"),
      (.monthName, "13", nil), (.monthName, "0", nil), (.monthAbbreviation, "June", "Jun"),
      (.weekdayName, "Mon", "Monday"),
      (.weekdayName, "sun", nil), (.weekdayAbbreviation, "Tuesday", "Tue"), (.digits, "Twenty", "20"),
      (.digits, "thirty", nil), (.spelled, "3", "three"), (.spelled, "21", nil), (.spelled, "x", nil),
      (.grouped, "10000", "10,000"), (.grouped, "1234567", "1,234,567"), (.grouped, "100", nil),
      (.grouped, "0100", nil),
      (.ungrouped, "1,234,567", "1234567"), (.ungrouped, "1,23", nil), (.ungrouped, ",123", nil),
      (.baseForm, "Added", "Add"), (.past, "stop", "stopped"), (.gerund, "write", "writing"),
      (.plural, "query", "queries"),
      (.singular, "boxes", "box"), (.snakeCase, "parseHTTPRequest", "parse_http_request"),
      (.camelCase, "parse_http_request", "parseHttpRequest"), (.pascalCase, "read-me", "ReadMe"),
      (.kebabCase, "readMe", "read-me"), (.screamingSnakeCase, "maxSize", "MAX_SIZE"), (.snakeCase, "word", nil),
      (.cardinal, "21st", "21"), (.cardinal, "st", nil), (.cardinal, "21xx", nil), (.ordinal, "1", "1st"),
      (.ordinal, "11", "11th"), (.ordinal, "112", "112th"), (.ordinal, "22", "22nd"), (.ordinal, "1000", nil),
      (.fourDigitYear, "24", "2024"), (.fourDigitYear, "2024", nil), (.afternoonHour, "3", "15"),
      (.afternoonHour, "12", "12"), (.afternoonHour, "13", nil), (.morningHour, "9", "09"), (.morningHour, "12", "00"),
      (.clock24, "6pm", "18:00"), (.clock24, "12:30AM", "00:30"), (.clock24, "13pm", nil), (.clock24, "6:5pm", nil),
      (.clock12, "18:00", "6pm"), (.clock12, "00:05", "12:05am"), (.clock12, "24:00", nil),
      (.spacedUnit, "39ms", "39 ms"),
      (.spacedUnit, "39", nil), (.spacedUnit, "1st", nil), (.spacedUnit, "0x1F", nil),
    ] as [(ValueTransform.Named, String, String?)])
  func `make one value from another`(transform: ValueTransform.Named, text: String, result: String?) {
    #expect(transform.apply(text) == result)
  }

  @Test(
    arguments: [
      (.affix(.init(from: "our", to: "or", isPrefix: false)), "colour", "color"),
      (.affix(.init(from: "our", to: "or", isPrefix: false)), "our", nil),
      (.affix(.init(from: "our", to: "or", isPrefix: false)), "colours", nil),
      (.affix(.init(from: "get", to: "fetch", isPrefix: true)), "getName", "fetchName"),
      (.affix(.init(from: "", to: "s", isPrefix: false)), "row", "rows"),
      (.affix(.init(from: "", to: "s", isPrefix: false)), "a_b", nil),
      (.affix(.init(from: "", to: "m", isPrefix: false)), "3", "3m"),
      (.affix(.init(from: "", to: "m", isPrefix: false)), "3m", nil),
      (.arithmetic(.init(factor: 1_000, divisor: 1, offset: 0)), "5", "5000"),
      (.arithmetic(.init(factor: 1, divisor: 60, offset: 1)), "120", "3"),
      (.arithmetic(.init(factor: 1, divisor: 60, offset: 1)), "121", nil),
      (.arithmetic(.init(factor: 1, divisor: 0, offset: 0)), "1", nil),
      (.arithmetic(.init(factor: .max, divisor: 1, offset: 0)), "2", nil),
      (.arithmetic(.init(factor: 1, divisor: 1, offset: .max)), "1", nil),
      (.arithmetic(.init(factor: .min, divisor: -1, offset: 0)), "1", nil),
    ] as [(ValueTransform, String, String?)])
  func `take affixes and numbers, and nothing they cannot`(transform: ValueTransform, text: String, result: String?) {
    #expect(transform.apply(text) == result)
  }

  @Test(
    arguments: [
      (.monthName, .monthNumber, (1...12).map { "\($0)" }), (.spelled, .digits, (0...20).map { "\($0)" }),
      (.grouped, .ungrouped, ["1000", "12345", "9876543210"]), (.ordinal, .cardinal, (0...130).map { "\($0)" }),
      (
        .clock12, .clock24,
        (0..<24).flatMap { hour in ["00", "05", "59"].map { "\(hour < 10 ? "0" : "")\(hour):\($0)" } }
      ),
      (.snakeCase, .camelCase, ["maxSize", "parseOneLine"]), (.pascalCase, .kebabCase, ["max-size", "read-one-line"]),
      (.past, .baseForm, ["add", "stop", "use", "try", "log", "play", "create"]),
      (.gerund, .baseForm, ["add", "stop", "use", "write", "log", "play", "create"]),
      (.plural, .singular, ["row", "query", "box", "patch", "file", "class", "case", "cache", "tie"]),
    ] as [(ValueTransform.Named, ValueTransform.Named, [String])])
  func `and the other way round`(transform: ValueTransform.Named, inverse: ValueTransform.Named, texts: [String]) {
    for text in texts { #expect(transform.apply(text).flatMap(inverse.apply) == text) }
  }

  @Test(arguments: ValueTransform.Named.allCases)
  func `never fail on odd texts`(transform: ValueTransform.Named) {
    var generator = SeededGenerator(seed: 5)
    for text in [
      "", " ", "-", "_", "__", ":", "::", ",", ",,,", "0", "99999999999999999999999999", "１２", "٣", "ß", "ŉ", "İ",
    ] {
      _ = transform.apply(text)
    }
    for _ in 0..<100 { _ = transform.apply(generator.oddText(most: 4)) }
  }

  @Test(
    arguments: [
      ("March", "3", .monthNumber), ("10000", "10,000", .grouped), ("three", "3", .digits), ("1st", "1", .cardinal),
      ("39ms", "39 ms", .spacedUnit), ("6pm", "18:00", .clock24), ("apple", "pear", nil), ("5", "6", nil),
      ("", "x", nil),
    ] as [(String, String, ValueTransform.Named?)])
  func `are found from one example`(source: String, target: String, wanted: ValueTransform.Named?) {
    #expect(ValueTransforms.first(from: source, to: target, isTight: false) == wanted.map { .named($0) })
  }

  @Test(
    arguments: [
      ("added", "add", .named(.baseForm)), ("rows", "row", .named(.singular)),
      ("maxSize", "max_size", .named(.snakeCase)),
      ("colour", "color", .affix(.init(from: "ur", to: "r", isPrefix: false))),
      ("getName", "fetchName", .affix(.init(from: "get", to: "fetch", isPrefix: true))), ("a", "b", nil),
      ("word", "word", nil), ("apple", "pear", nil),
    ] as [(String, String, ValueTransform?)])
  func `of words are found from one example`(source: String, target: String, wanted: ValueTransform?) {
    let found = ValueTransforms.ofWord(from: source, to: target)
    #expect(found == wanted)
    if let found { #expect(found.apply(source) == target) }
  }

  @Test(arguments: ["", "a", "naïve", "🙂", "_", "x1", "Ab"], ["", "b", "naive", "👩‍👩‍👧", "__", "1x", "aB"])
  func `found for nonsense still make what they were found from`(source: String, target: String) {
    for found in [
      ValueTransforms.first(from: source, to: target, isTight: true), ValueTransforms.ofWord(from: source, to: target),
    ] {
      if let found { #expect(found.apply(source) ?? target == target) }
    }
  }

  @Test func `come back from JSON`() throws {
    let all =
      ValueTransform.Named.allCases.map { ValueTransform.named($0) } + [
        .affix(.init(from: "our", to: "or", isPrefix: false)), .arithmetic(.init(factor: 2, divisor: 3, offset: -1)),
      ]
    #expect(try JSONDecoder().decode([ValueTransform].self, from: JSONEncoder().encode(all)) == all)
    #expect(Set(all.map(\.label)).count == all.count)
  }
}
