import Testing

@testable import WhetLearning

@Suite struct `Wraps` {
  @Test(arguments: [
    ("go(a)\nend()\n", "with lock:\n    go(a)\nend()\n", 1),
    ("a()\nb()\nend()\n", "try {\n    a()\n    b()\n}\nend()\n", 1),
    ("with lock:\n    go(a)\nend()\n", "go(a)\nend()\n", 1), ("go(a)\n", "go(b)\n", 0),
    ("go(a)\n", "log()\ngo(a)\n", 0), ("", "", 0), ("a\n", "    a\n", 0),
  ])
  func `are lines put around lines that moved`(original: String, corrected: String, count: Int) {
    let analysis = analysis(original, corrected)
    #expect(analysis.wraps.count == count)
    for wrap in analysis.wraps {
      #expect(wrap.hunks.allSatisfy { analysis.alignment.hunks.indices.contains($0) })
      #expect(wrap.whole.source.upperBound <= analysis.source.count)
      #expect(wrap.whole.target.upperBound <= analysis.target.count)
    }
  }

  @Test func `are one change`() {
    let analysis = analysis("a()\nb()\nend()\n", "try {\n    a()\n    b()\n}\nend()\n")
    #expect(Set(analysis.changes).count == 1)
  }
}
