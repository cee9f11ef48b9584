import Testing
import WhetTerminal

@testable import LineEditing

struct HistoryListTests {
  static let many = HistoryList((0..<10_000).map { "train agent\($0) --mode full" }, limit: 10_000)

  @Test func `typing a line looks at each of 10,000 entries once at most`() {
    var history = Self.many
    let line = "train agent17 --mode x and a good deal more that no entry has"
    for count in 1...line.count { _ = history.suggestion(for: String(line.prefix(count))) }
    #expect(history.comparisons <= 10_000 + line.count)
    let before = history.comparisons
    for count in (1...line.count).reversed() { _ = history.suggestion(for: String(line.prefix(count))) }
    #expect(history.comparisons == before)
  }

  @Test(
    arguments: [
      ("t", "train b"), ("train", "train b"), ("train a", "train ab"), ("train b", nil), ("Train", nil), ("t.ain", nil),
    ])
  func `the newest longer entry with the beginning is suggested`(_ typed: String, _ entry: String?) {
    var history = HistoryList(["train a", "train ab", "train a", "train b", "list"], limit: 10)
    #expect(history.suggestion(for: typed) == entry)
  }

  @Test func `only the newest entries are kept, and doubles in a row once`() {
    var history = HistoryList((1...20).map(String.init), limit: 8)
    #expect(history.entries.first == "13")
    for number in 21...40 {
      history.append("\(number)")
      history.append("\(number)")
    }
    #expect(history.entries.last == "40")
    #expect(history.entries.count <= 9)
    #expect(Set(history.entries).count == history.entries.count)
  }

  @Test func `a search goes on from the entry found and back`() {
    let history = HistoryList(["a.c", "abc", "xabc", "abc"], limit: 10)
    var search = HistorySearch(from: EditedLine("typed"), in: history, isOlder: true)
    #expect(search.line(in: history).text == "typed")
    for scalar in "abc".unicodeScalars { search.extend(scalar, in: history) }
    #expect(search.line(in: history).text == "abc")
    search.goOn(in: history, isOlder: true)
    #expect(search.line(in: history) == EditedLine("xabc", cursor: 1))
    search.shorten()
    search.shorten()
    search.extend(".", in: history)
    #expect(search.line(in: history).text == "a.c")
    search.extend("*", in: history)
    #expect(search.prompt.plain == "no entry with 'a.*': ")
  }
}
