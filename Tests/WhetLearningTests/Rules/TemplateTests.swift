import Foundation
import Testing
import WhetCore

@testable import WhetLearning

@Suite struct `Templates in JSON` {
  static let full = EditRule(
    before: ["f", "(", .hole(.expression), .newline(4), .same(2), ")"],
    after: ["g", .kept(1, leading: ""), .kept(2, leading: nil), .newline(-4), .literal("x", leading: " ")],
    scope: RuleScope(zones: [.code, .inlineCode], language: "python"),
    guards: [.line(word: "a", isPresent: true), .text(word: "b", isPresent: false), .companion(["c", .hole(.word)])],
    flags: ["rb", "w"])

  @Test(arguments: [
    full, EditRule(before: [], after: [], scope: RuleScope(zones: [])),
    EditRule(
      before: [.phrase(["a", "."]), .forms(["log", "logs"]), .hole(.figure), .hole(.block), .hole(.run)],
      after: [
        .form(["sign", "signs"], of: 1, leading: " "), .form(["sign"], of: 1, leading: nil),
        .computed(.named(.grouped), of: 2, leading: nil),
        .computed(.affix(.init(from: "our", to: "or", isPrefix: false)), of: 2, leading: ""), .keep(3),
      ], scope: RuleScope(zones: [.prose]),
      guards: [.any([.left("a"), .digits(2), .zone(.list)]), .none([.joinedLeft, .rightKind(.quote)])],
      setsSpace: true),
    EditRule(
      before: ["\"", "🙂", "newline"], after: [.literal("", leading: "\t")], scope: RuleScope(zones: Zone.allCases)),
  ])
  func `come back as they were`(rule: EditRule) throws {
    #expect(try JSONDecoder().decode(EditRule.self, from: JSONEncoder().encode(rule)) == rule)
  }

  @Test func `are short enough to be read`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    #expect(
      String(decoding: try encoder.encode(Self.full.before), as: UTF8.self)
        == #"["f","(",{"hole":"expression"},{"newline":4},{"same":2},")"]"#)
    #expect(
      String(decoding: try encoder.encode(Self.full.after), as: UTF8.self)
        == #"[{"text":"g"},{"keep":1,"leading":""},{"keep":2},{"newline":-4},{"leading":" ","text":"x"}]"#)
  }

  @Test(arguments: [
    #"[{"forms":[]}]"#, #"["f",{"same":1}]"#, #"["f",{"same":0},{"same":-1}]"#, #"[{"hole":"sentence"}]"#, #"[{}]"#,
    #"[7]"#,
    #"[{"newline":9999999}]"#,
    #"[{"newline":-9223372036854775808}]"#,
  ])
  func `refuse a pattern no matcher could run`(before: String) {
    let json = #"{"before":\#(before),"after":[],"scope":{"zones":["code"]},"guards":[],"flags":[]}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(EditRule.self, from: Data(json.utf8)) }
    let condition =
      #"{"before":["a"],"after":[],"scope":{"zones":["code"]},"guards":[{"companion":{"_0":\#(before)}}],"flags":[]}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(EditRule.self, from: Data(condition.utf8)) }
  }

  @Test(arguments: [
    #"[{"forms":["b"],"of":0}]"#, #"[{"forms":[],"of":0}]"#, #"[{"forms":["b"]}]"#, #"[{"forms":["b"],"of":1}]"#,
    #"[{"value":{"named":{"_0":"monthNumber"}},"of":1}]"#, #"[{"value":{"named":{"_0":"monthNumber"}}}]"#,
    #"[{"value":{"named":{"_0":"magic"}},"of":0}]"#, #"[{"keep":1}]"#, #"[{"keep":-1}]"#, #"[{"newline":1000000000}]"#,
    #"[{"leading":" "}]"#, #"["x"]"#,
  ])
  func `refuse an output that keeps what is not there`(after: String) {
    let json = #"{"before":["a"],"after":\#(after),"scope":{"zones":["code"]},"guards":[],"flags":[]}"#
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(EditRule.self, from: Data(json.utf8)) }
  }

  @Test func `read in one line`() {
    #expect(
      Self.full.summary
        == "f ( ‹expression› ⏎ ‹expression› ) -> g ( ‹expression› ⏎ x if the line has ‹a›"
        + " and if the text has no ‹b› and if one of its names stands with ‹c …›"
    )
    #expect(rule(["a"], []).summary == "a -> (nothing)")
  }

  @Test func `have the same number in every process, and another for another rule`() {
    #expect(rule(["a"], ["b"]).stableHash == 28_565_969_273_785_055)
    let others = [rule(["a"], ["c"]), rule(["b"], ["b"]), rule(["a"], ["b"], zones: [.prose]), rule(["a", "b"], [])]
    #expect(Set(others.map(\.stableHash)).count == others.count)
  }

  @Test func `say how literal they are and by which word to find them`() {
    #expect(Self.full.literalCount == 3)
    #expect(rule(["(", "open", ")"], []).before.map(\.anchors) == [["("], ["open"], [")"]])
    #expect(rule([.hole(.word)], []).before[0].anchors.isEmpty)
    #expect(rule(["a", "b"], [.keep(0), "x", .keep(1)]).inserted == ["x"])
    #expect(rule(["a", "b"], [.keep(0), "x"]).inserted == [])
  }
}
