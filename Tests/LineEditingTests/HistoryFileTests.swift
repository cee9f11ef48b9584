import Glibc
import Testing

@testable import LineEditing

@Suite(.timeLimit(.minutes(1)))
struct HistoryFileTests {
  let folder: TemporaryFolder
  let history: HistoryFile

  init() throws {
    folder = try TemporaryFolder()
    history = HistoryFile(path: folder.path + "/history", limit: 3)
  }

  @Test func `nothing is created before the first entry`() {
    #expect(history.load() == [])
    #expect(access(history.path, F_OK) != 0)
  }

  @Test(arguments: ["plain", "two\nrows", "back\\slash \\n", "ü 漢 🙂", "tab\tin it"])
  func `an entry comes back as it was`(_ entry: String) {
    history.append(entry)
    #expect(history.load() == [entry])
  }

  @Test func `the file is for its owner only, even if it was open to all`() throws {
    try folder.write("old\n", to: "history")
    chmod(history.path, 0o666)
    history.append("new")
    var status = stat()
    #expect(stat(history.path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(history.load() == ["old", "new"])
  }

  @Test func `only the latest entries are given, and a grown file is cut`() throws {
    for number in 1...8 { history.append("\(number)") }
    #expect(history.load() == ["6", "7", "8"])
    #expect(HistoryFile(path: history.path, limit: 100).load() == ["6", "7", "8"])
  }

  @Test func `damaged lines are left out and a missing line end is made up`() throws {
    try folder.write(bytes: Array("good\n".utf8) + [0xFF, 0x0A, 0x61, 0x00, 0x0A] + Array("cut".utf8), to: "history")
    history.append("next")
    #expect(history.load() == ["cut", "next"])
    #expect(HistoryFile(path: history.path, limit: 100).load() == ["good", "cut", "next"])
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["/dev/null", "/proc/none/history", "/"])
  func `a place that cannot hold a history does no harm`(_ path: String) {
    let history = HistoryFile(path: path, limit: 3)
    history.append("lost")
    history.compact()
    #expect(history.load() == [])
  }

  @Test func `writers at the same time lose nothing, even while the file is cut`() async {
    let wide = HistoryFile(path: history.path, limit: 1_000)
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<50 {
            wide.append("\(writer)-\(number)")
            if number % 10 == 0 { wide.compact() }
          }
        }
      }
    }
    #expect(Set(wide.load()).count == 200)
  }
}
