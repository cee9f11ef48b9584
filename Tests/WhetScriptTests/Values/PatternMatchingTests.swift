import Testing
import WhetCore

@testable import WhetScript

@Suite(.serialized, .timeLimit(.minutes(1))) struct `Pattern matching` {
  @Test(
    arguments: [
      ("abc", "b", true), ("abc", "^b", false), ("abc", "^abc$", true), ("abc", "B", false), ("abc", "(?i)B", true),
      ("a\nb", "^b$", false), ("a\nb", "(?m)^b$", true), ("a\nb", "a.b", false), ("a\nb", "(?s)a.b", true),
      ("", "^$", true),
      ("x", "y*", true), ("2024-05-06", #"^\d{4}-\d\d-\d\d$"#, true), ("日本語", #"^\w+$"#, true),
      ("straße", #"\bstraße\b"#, true), ("👩‍👩‍👧!", "👩‍👩‍👧!$", true), ("a+b", #"a\+b"#, true), ("a-b", "[-*+]", true),
      ("foobar", "foo(?=bar)", true), ("foobaz", "foo(?!baz)", false), ("abab", #"^(ab)\1$"#, true),
      ("key: value", "(?<name>[a-z]+): ", true), ("a\0b", "\0", true), ("a\r\nb", "(?m)^b", true),
    ])
  func `finds a pattern anywhere in a text`(text: String, pattern: String, isFound: Bool) throws {
    #expect(PatternMatching.check(pattern: pattern) == nil)
    #expect(try PatternMatching.matches(text, pattern) == isFound)
  }

  @Test(
    arguments: [
      ("", "it is empty"), ("(a", "it has a '(' without its ')'"), ("a)", "it has a ')' without its '('"),
      ("[a", "it has a '[' without its ']'"), ("a\\", "it ends with a lone '\\'"), ("*a", "its syntax is wrong"),
      ("a{2,1}", "its syntax is wrong"), (#"\p{Nothing}"#, "its syntax is wrong"),
      ("a{99999999999}", "its syntax is wrong"), ("(?<=a*)b", "its syntax is wrong"),
      (String(repeating: "a", count: 1001), "it is longer than 1000 characters"),
      (String(repeating: "(", count: 10_000), "it is longer than 1000 characters"),
      (String(repeating: "(", count: 1000), "it nests more than 40 groups"),
      (String(repeating: "(", count: 300) + "a" + String(repeating: ")*", count: 300), "it nests more than 40 groups"),
      (String(repeating: "[", count: 1000), "it has a '[' without its ']'"),
    ])
  func `refuses what is no pattern`(pattern: String, reason: String) {
    #expect(PatternMatching.check(pattern: pattern) == reason)
    let error = #expect(throws: WhetError.self) { try PatternMatching.matches("a", pattern) }
    #expect(error?.code == RuntimeCode.invalidArgument.errorCode)
    #expect(error?.message.hasSuffix(reason) == true)
  }

  private static let many = String(repeating: "a", count: 5000)

  private static let slow: [(pattern: String, text: String)] = [
    ("(a+)+$", many + "b"), ("(a|a)*$", many + "b"), ("(a|aa)+$", many + "b"), ("(.*)*x", many),
    ("^(([a-z])+.)+[A-Z]([a-z])+$", many), ("a*a*a*a*a*a*b$", many), ("(a*)*(a*)*(a*)*b", many),
    ("(?:a?){500}a{500}$x", many), ("((a{1,1000}){1,1000}){1,1000}b$", many), (#"(a*)\1\1\1b$"#, many),
    ("(?:(?=.*)a)*?$x", many + many), ("(?:(?>.*)x|a)*$x", many + many), ("(?:(?:[ab]*){1,2}+x|a)*$x", many + many),
    ("(" + String(repeating: "(", count: 38) + "a" + String(repeating: ")*", count: 38) + ")$", many + "b"),
    ("(?:a|b)*c", String(repeating: "ab", count: 1_000_000)),
    (#"(?:.|\n)*x"#, String(repeating: "ab", count: 1_000_000)),
  ]

  @Test(arguments: slow)
  func `gives up on a pattern that has too much to try`(pattern: String, text: String) {
    let start = ContinuousClock.now
    let error = #expect(throws: WhetError.self) { try PatternMatching.matches(text, pattern) }
    #expect(error?.code == RuntimeCode.patternTooSlow.errorCode)
    // Far more than it takes, as other tests may use the processor.
    #expect(ContinuousClock.now - start < .seconds(8))
  }

  @Test(
    arguments: ["(?=a)", "(?<!x)a", "(?>a+)b", "(ab)++", "a{2}+", #"(a)\1"#, "(?x)(  ?= a)", "(?i-sx: a)", "(?#c)a"])
  func `takes short texts where a search does not report its steps`(pattern: String) {
    let text = String(repeating: "a", count: PatternMatching.unreportedTextLimit + 1)
    guard PatternMatching.check(pattern: pattern) == nil else { return }
    #expect(throws: Never.self) { try PatternMatching.matches("aab", pattern) }
    let error = #expect(throws: WhetError.self) { try PatternMatching.matches(text, pattern) }
    #expect(error?.code == RuntimeCode.valueTooLarge.errorCode)
  }

  @Test(arguments: ["zzz", "[-*+]", "^x", #"\d+"#, "(?i)ZEBRA", "é"])
  func `searches a long text`(pattern: String) throws {
    let text = String(repeating: "the quick brown fox, 日本語\n", count: 50_000)
    #expect(try !PatternMatching.matches(text, pattern))
    #expect(try PatternMatching.matches(text + "x zzz - 5 zebra é", pattern.replacing("^x", with: "(?m)^x")))
  }

  @Test func `tells patterns apart that are composed differently`() throws {
    for _ in 0..<2 {
      #expect(try PatternMatching.matches("\u{E9}", "\u{E9}"))
      #expect(try !PatternMatching.matches("\u{E9}", "e\u{301}"))
    }
  }

  @Test func `is quick in a loop`() throws {
    let start = ContinuousClock.now
    for index in 0..<20_000 { #expect(try PatternMatching.matches("line \(index)", #"^line \d+$"#)) }
    #expect(ContinuousClock.now - start < .seconds(8))
  }

  @Test func `serves many tasks at once`() async {
    let found = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { Self.foundOfManyPatterns() } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found == Array(repeating: 500, count: 8))
  }

  /// Of 500 texts how many match their own pattern and not the next; more patterns than are kept ready.
  private static func foundOfManyPatterns() -> Int {
    (0..<500).count { index in
      let isFound = try? PatternMatching.matches("a\(index % 40)b", "^a\(index % 40)b$")
      let isNextFound = try? PatternMatching.matches("a\(index % 40)b", "^a\(index % 40 + 1)b$")
      return isFound == true && isNextFound == false
    }
  }

  @Test func `never crashes on random patterns`() {
    let pieces = [
      "a", "b", "(", ")", "(?:", ")*", ")+", "|", "*", "+", "?", "{1,1000}", "{3}", "{2,}", "[ab]", "[^a]", #"\b"#,
      #"\w"#,
      "^", "$", ".", "(?=", "(?!", "(?<=", "(?>", #"\1"#, #"\X"#, "(?i)", "(?x)", "(?w)", #"\Q"#, #"\E"#, "[", "]",
      "&&",
      #"\p{L}"#, "é", "日", #"\u0041"#, "[[:alpha:]]", "(?<n>", #"\k<n>"#, "\0", "#", "(?#", "\\",
    ]
    var state: UInt64 = 11
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<3000 {
      let pattern = (0...random(20)).map { _ in pieces[random(pieces.count)] }.joined()
      let isValid = PatternMatching.check(pattern: pattern) == nil
      do throws(WhetError) {
        _ = try PatternMatching.matches("aaaaaaaaaaab ab é日", pattern)
        #expect(isValid, "\(pattern)")
      } catch {
        let isSlow = error.code == RuntimeCode.patternTooSlow.errorCode
        #expect(isSlow || !isValid, "\(pattern): \(error)")
      }
    }
  }
}
